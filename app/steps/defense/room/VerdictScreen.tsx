import { Form, useSubmit } from "@remix-run/react";
import { type FormEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, Callout, Card, ConflictBox, CONTROL, PageHeader, SavingState, SubmitButton, useHydrated } from "~/ui";
import { roomPath } from "../paths";
import { criteriaInOrder } from "./criteria-in-order";
import { type ExaminerSheet, useSheet } from "./client/use-sheet";
import { AgreedBadge, nameIn } from "./Reconcile";
import { CHAIR_TEXT_LIMIT, CHAIR_TEXTS, chairPosition, criterionPositions, NOTE_LIMIT } from "./places";
import type { RoomPage } from "./room-page.view.server";
import { VerdictChoice, type VerdictRefill } from "./VerdictChoice";

interface Props {
  page: RoomPage;
  problem: string | null;
  refill: VerdictRefill | null;
  /** The first day a condition can be due, YYYY-MM-DD. */
  today: string;
}

/** Where the chair writes what the candidate will read, and the verdict. What is typed saves itself, like scores. */
export function VerdictScreen({ page, problem, refill, today }: Props) {
  const { t } = useTranslation("defense");
  const hydrated = useHydrated();
  const submit = useSubmit();
  const form = useRef<HTMLFormElement>(null);
  const [unsaved, setUnsaved] = useState(false);
  const { head } = page;
  const sheet = useSheet({ slotId: head.slotId, examinerId: page.me.personId, sheet: page.sheet });
  const decide = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    void sheet.flush().then(() => {
      const saved = sheet.look().status === "saved";
      setUnsaved(!saved);
      if (!saved || !form.current) return;
      const data = new FormData(form.current);
      data.set("intent", "decide");
      submit(data, { method: "post" });
    });
  };
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader
        crumbs={[{ to: roomPath(head.slotId), label: head.candidate }]}
        title={t("verdict.write")}
        lead={t("verdict.writeLead")}
        actions={<SavingState status={sheet.snapshot.status} onDevice={sheet.snapshot.onDevice} waiting={[...sheet.snapshot.values.values()].filter(({ status }) => status !== "saved").length} />}
      />
      {(problem !== null || unsaved) && (
        <div role="alert" className="mb-4">
          <Callout kind="danger" title={unsaved ? t("score.unsaved") : t([`error.${problem}`, "error.wrong-state"])}>
            <p>{t(unsaved ? "score.unsavedText" : "error.look")}</p>
          </Callout>
        </div>
      )}
      <Form ref={form} method="post" onSubmit={hydrated ? decide : undefined} className="grid gap-4">
        {criteriaInOrder(page.chapters).map((criterion) => {
          const revealed = page.reveal?.find((one) => one.chapterSlug === criterion.chapterSlug && one.criterionId === criterion.id);
          return (
            <Card key={`${criterion.chapterSlug} ${criterion.id}`} level={2} title={criterion.title} aside={revealed && <AgreedBadge revealed={revealed} />}>
              {revealed && (
                <ul className="mb-2 grid gap-1 text-sm text-ink-soft">
                  {revealed.scores.flatMap((score) =>
                    score.note === null ? [] : [
                      <li key={score.examinerId} className="border-s-3 border-line ps-2 whitespace-pre-line">
                        {t("verdict.noteOf", { name: nameIn(page, score.examinerId), note: score.note })}
                      </li>,
                    ],
                  )}
                </ul>
              )}
              <SavedText page={page} sheet={sheet} position={criterionPositions(criterion.at).remark} label={t("verdict.remark")} rows={2} limit={NOTE_LIMIT} />
            </Card>
          );
        })}
        <Card title={t("verdict.whole")}>
          <div className="grid gap-4">
            {CHAIR_TEXTS.map((text) => (
              <SavedText key={text} page={page} sheet={sheet} position={chairPosition(text)} label={t(`verdict.${text}`)} hint={t(`verdict.${text}Hint`)} rows={3} limit={CHAIR_TEXT_LIMIT} />
            ))}
          </div>
        </Card>
        <VerdictChoice checkers={page.checkers} refill={refill} today={today} />
        <div className="flex flex-wrap items-center gap-3">
          {!hydrated && (
            <Button type="submit" name="intent" value="save" formNoValidate>
              {t("score.save")}
            </Button>
          )}
          <SubmitButton name="intent" value="decide" size="lg">
            {t("verdict.decide")}
          </SubmitButton>
          <span className="text-sm text-ink-soft">{t("verdict.decideHint")}</span>
        </div>
      </Form>
    </div>
  );
}

interface SavedTextProps {
  page: RoomPage;
  sheet: ExaminerSheet;
  position: number;
  label: string;
  hint?: string;
  rows: number;
  limit: number;
}

function SavedText({ page, sheet, position, label, hint, rows, limit }: SavedTextProps) {
  const { t } = useTranslation("defense");
  const hydrated = useHydrated();
  const view = sheet.snapshot.values.get(position);
  return (
    <div className="grid gap-1">
      {view?.status === "conflict" && <ConflictBox title={t("conflict.title")} text={t("conflict.text")} mine={<p className="whitespace-pre-line">{view.value}</p>} theirs={<p className="whitespace-pre-line">{view.server}</p>} onSettle={(choice) => void sheet.settle(position, choice)} />}
      <label className="grid gap-1">
        <span className="text-sm font-semibold">{label}</span>
        {hint && <span className="text-sm text-ink-soft">{hint}</span>}
        <textarea name={hydrated ? undefined : `v.${position}`} value={view?.value ?? ""} rows={rows} maxLength={limit} onChange={(event) => void sheet.put(position, event.target.value)} className={CONTROL} />
      </label>
      {!hydrated && <input type="hidden" name={`base.${position}`} value={page.sheet.find((place) => place.position === position)?.revision ?? 0} />}
    </div>
  );
}
