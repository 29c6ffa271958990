import { Form, useNavigate } from "@remix-run/react";
import { type FormEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Callout, ConflictBox, CONTROL, SavingState, useHydrated } from "~/ui";
import { lockPath } from "../paths";
import type { ExaminerSheet } from "./client/use-sheet";
import { LevelRows } from "./LevelRows";
import { criterionPositions, NOTE_LIMIT } from "./places";
import type { RoomPage } from "./room-page.view.server";
import { criteriaInOrder } from "./criteria-in-order";

interface Props {
  page: RoomPage;
  sheet: ExaminerSheet;
}

/** The rubric to score by: one tap a criterion, a note where there is one. A plain form before JavaScript and without it. */
export function ScoreSheet({ page, sheet }: Props) {
  const { t } = useTranslation("defense");
  const hydrated = useHydrated();
  const navigate = useNavigate();
  const [unsaved, setUnsaved] = useState(false);
  const { me, state, head } = page;
  const { snapshot } = sheet;
  const closed = me.locked || snapshot.closed;
  const criteria = criteriaInOrder(page.chapters);
  const missing = criteria.filter(({ at }) => (snapshot.values.get(criterionPositions(at).level)?.value ?? "") === "").length;
  const review = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void sheet.flush().then(() => {
      const saved = sheet.look().status === "saved";
      setUnsaved(!saved);
      if (saved) navigate(lockPath(head.slotId));
    });
  };
  return (
    <Form id="scores" method="post" autoComplete="off" onSubmit={hydrated ? review : undefined} className="grid gap-4">
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 className="text-lg">{t("score.title")}</h2>
        {!closed && <SavingState status={snapshot.status} onDevice={snapshot.onDevice} waiting={[...snapshot.values.values()].filter(({ status }) => status !== "saved").length} />}
      </div>
      <p className="text-sm text-ink-soft">{t(closed ? "score.locked" : "score.blind")}</p>
      {criteria.map((criterion) => (
        <CriterionScore key={`${criterion.chapterSlug} ${criterion.id}`} criterion={criterion} page={page} sheet={sheet} closed={closed} />
      ))}
      {!closed && (
        <div className="grid gap-3">
          {unsaved && (
            <Callout kind="danger" title={t("score.unsaved")}>
              <p>{t("score.unsavedText")}</p>
            </Callout>
          )}
          <div className="flex flex-wrap items-center gap-3">
            {!hydrated && (
              <Button type="submit" name="intent" value="save">
                {t("score.save")}
              </Button>
            )}
            {state === "scoring" ? (
              <Button type="submit" name="intent" value="review" variant="primary" size="lg">
                {t("score.review")}
              </Button>
            ) : (
              <span className="text-sm text-ink-soft">{t("score.lockLater")}</span>
            )}
            {missing > 0 && <span className="text-sm text-ink-soft tabular">{t("score.missing", { count: missing })}</span>}
          </div>
        </div>
      )}
    </Form>
  );
}

function CriterionScore({ criterion, page, sheet, closed }: Props & { criterion: ReturnType<typeof criteriaInOrder>[number]; closed: boolean }) {
  const { t } = useTranslation("defense");
  const hydrated = useHydrated();
  const position = criterionPositions(criterion.at);
  const level = sheet.snapshot.values.get(position.level);
  const note = sheet.snapshot.values.get(position.note);
  const revisionOf = (place: number): number => page.sheet.find((one) => one.position === place)?.revision ?? 0;
  const chosen = level?.value ? Number(level.value) : null;
  return (
    <fieldset className="min-w-0 scroll-mt-32 rounded-lg border border-line p-3">
      <legend className="px-1 font-semibold">
        {page.chapters.length > 1 && <span className="me-2 text-sm font-normal text-ink-soft">{t("chapter", { number: criterion.chapterNumber, title: criterion.chapterTitle })}</span>}
        {criterion.title}
      </legend>
      {criterion.hint && <p className="mb-2 px-1 text-sm text-ink-soft">{criterion.hint}</p>}
      {level?.status === "conflict" && <ConflictBox title={t("conflict.title")} text={t("conflict.text")} mine={<p>{level.value}</p>} theirs={<p>{level.server}</p>} onSettle={(choice) => void sheet.settle(position.level, choice)} />}
      <LevelRows name={`v.${position.level}`} levels={criterion.levels} value={chosen} disabled={closed} onLevel={(points) => void sheet.put(position.level, String(points))} />
      {!hydrated && <input type="hidden" name={`base.${position.level}`} value={revisionOf(position.level)} />}
      {note?.status === "conflict" && <ConflictBox title={t("conflict.title")} text={t("conflict.text")} mine={<p className="whitespace-pre-line">{note.value}</p>} theirs={<p className="whitespace-pre-line">{note.server}</p>} onSettle={(choice) => void sheet.settle(position.note, choice)} />}
      <details className="mt-1">
        <summary className="inline-flex min-h-11 items-center text-sm text-ink-soft underline underline-offset-4">{t("score.note")}{note?.value ? <span className="ms-2 max-w-48 truncate text-ink">{note.value}</span> : null}</summary>
        <textarea
          aria-label={t("score.noteOn", { title: criterion.title })}
          name={hydrated ? undefined : `v.${position.note}`}
          value={note?.value ?? ""}
          disabled={closed}
          rows={2}
          maxLength={NOTE_LIMIT}
          onChange={(event) => void sheet.put(position.note, event.target.value)}
          className={CONTROL}
        />
        {!hydrated && <input type="hidden" name={`base.${position.note}`} value={revisionOf(position.note)} />}
      </details>
    </fieldset>
  );
}
