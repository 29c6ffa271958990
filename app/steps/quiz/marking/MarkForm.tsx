import { Form, useNavigate, useNavigation } from "@remix-run/react";
import clsx from "clsx";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, KeyHint, TextArea } from "~/ui";
import type { MarkingSubject } from "../marking-screen.view.server";
import type { CriterionPoints } from "../score";
import { useMarkingKeys } from "./use-marking-keys";

/** What was chosen and written but not saved yet; going to another answer and back does not lose it. */
export type MarkDraft = { criteria: CriterionPoints; remark: string };

interface Props {
  subject: MarkingSubject;
  draft: MarkDraft;
  onDraft: (draft: MarkDraft) => void;
  /** Where J, K and U lead. */
  ways: { next: string | null; previous: string | null; undo: string | null };
}

/** The rubric as a form: a level per criterion, a remark, and on to the next. */
export function MarkForm({ subject, draft, onDraft, ways }: Props) {
  const { t } = useTranslation(["marking", "quiz"]);
  const rubric = subject.question.rubric ?? [];
  const form = useRef<HTMLFormElement>(null);
  const navigate = useNavigate();
  const busy = useNavigation().state !== "idle";
  const [{ criteria, remark }, setMarks] = useState(draft);
  const [active, setActive] = useState(() => Math.max(0, rubric.findIndex(({ id }) => draft.criteria[id] === undefined)));

  const change = (next: MarkDraft): void => {
    setMarks(next);
    onDraft(next);
  };
  const setLevel = (index: number, points: number | undefined): void => {
    const criterion = rubric[index];
    if (criterion === undefined || points === undefined) return;
    change({ criteria: { ...criteria, [criterion.id]: points }, remark });
    setActive(Math.min(index + 1, rubric.length - 1));
  };
  const go = (to: string | null): void => void (to !== null && navigate(to));
  useMarkingKeys({
    level: (level) => setLevel(active, rubric[active]?.levels[level]?.points),
    save: () => !busy && form.current?.requestSubmit(),
    next: () => go(ways.next),
    previous: () => go(ways.previous),
    undo: () => go(ways.undo),
  });

  const sum = rubric.reduce((total, { id }) => total + (criteria[id] ?? 0), 0);
  const max = rubric.reduce((total, { levels }) => total + Math.max(...levels.map(({ points }) => points)), 0);
  const levels = rubric[active]?.levels.length ?? 0;
  return (
    <Form ref={form} method="post" replace>
      <input type="hidden" name="attempt" value={subject.attemptId} />
      <input type="hidden" name="position" value={subject.position} />
      <input type="hidden" name="seen" value={subject.markId ?? "none"} />
      <div className="grid gap-4">
        {rubric.map((criterion, index) => (
          <fieldset key={criterion.id} onFocus={() => setActive(index)} className={clsx("min-w-0 rounded-lg border p-3", index === active ? "border-pine" : "border-line")}>
            <legend className="px-1 font-semibold">{criterion.title}</legend>
            <div className="grid gap-1.5">
              {criterion.levels.map(({ points, text }, level) => (
                <label key={points} className="flex min-h-11 items-start gap-3 rounded-md border border-line bg-surface px-3 py-2 leading-snug hover:border-line-strong has-checked:border-pine has-checked:bg-pine-soft has-focus-visible:outline-2 has-focus-visible:outline-pine">
                  <input
                    type="radio"
                    name={`criteria.${criterion.id}`}
                    value={points}
                    required
                    checked={criteria[criterion.id] === points}
                    onChange={() => setLevel(index, points)}
                    className="mt-0.5 size-5 shrink-0 focus-visible:outline-none"
                  />
                  <span aria-hidden className="w-3 shrink-0 text-sm leading-6 text-ink-faint tabular coarse:hidden">
                    {level + 1}
                  </span>
                  <span className="min-w-0 flex-1">{text}</span>
                  <span className="shrink-0 text-sm leading-6 font-semibold tabular">{t("quiz:rubric.points", { count: points })}</span>
                </label>
              ))}
            </div>
          </fieldset>
        ))}
        <TextArea label={t("remark")} hint={t("remarkHint")} name="remark" rows={2} maxLength={2000} value={remark} onChange={(event) => change({ criteria, remark: event.target.value })} />
        <div className="flex flex-wrap items-center justify-between gap-3">
          <strong role="status" className="tabular">
            {t("total", { points: sum, max })}
          </strong>
          <Button type="submit" variant="primary" pending={busy} className="max-sm:w-full">
            {t(subject.markId === null ? "save" : "again")}
          </Button>
        </div>
      </div>
      <div className="mt-5 flex flex-wrap gap-x-5 gap-y-1.5">
        {levels > 0 && <KeyHint keys={levels === 1 ? ["1"] : ["1", String(levels)]}>{t("keys.level")}</KeyHint>}
        <KeyHint keys={["Enter"]}>{t("keys.save")}</KeyHint>
        <KeyHint keys={["J", "K"]}>{t("keys.move")}</KeyHint>
        <KeyHint keys={["U"]}>{t("keys.undo")}</KeyHint>
      </div>
    </Form>
  );
}
