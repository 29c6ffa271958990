import { Form, useNavigate, useNavigation } from "@remix-run/react";
import { type ReactNode, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button, type ButtonVariant, KeyHint, TextArea, useEarlyFields } from "~/ui";
import { useMarkingKeys } from "./client/use-marking-keys";
import { useRubricDraft } from "./client/use-rubric-draft";
import { CriterionField } from "./CriterionField";
import { firstOpen, type MarkDraft } from "./draft";
import { rubricMost, type ShownRubric } from "./rubric";

/** One way to send the form. The first of several is what Enter does. */
export interface RubricAct {
  /** Sent as `intent`. */
  value: string;
  label: ReactNode;
  variant?: ButtonVariant;
  /** Can be done without a level for every criterion. */
  open?: boolean;
}

export interface RubricFormProps {
  rubric: ShownRubric;
  /** Names the thing on this device, e.g. `homework:<submission>`. */
  subject: string;
  /** The mark in view, null for none. Sent as `seen`, so that a second marker is told. */
  seen: string | null;
  /** That mark, or what a refused request sends back. */
  initial: MarkDraft;
  refused?: boolean;
  acts: readonly RubricAct[];
  /** Fields that say what is marked. */
  hidden?: Record<string, string | number>;
  /** Where J, K and U lead. */
  ways?: { next: string | null; previous: string | null; again: string | null };
  /** Somebody else has it in hand: it can be read, not saved. */
  held?: boolean;
  remarkHint?: string;
  /** Further fields, above the buttons. */
  children?: ReactNode;
}

const NOWHERE = { next: null, previous: null, again: null };

/**
 * A rubric as a form: a level per criterion (`criteria.<id>`), a `remark`, and the ways to send it. Keys 1–5 choose a level
 * of the criterion at hand. Levels are radio buttons in rows of 44 px and more, which no mouse wheel changes.
 */
export function RubricForm({ rubric, subject, seen, initial, refused = false, acts, hidden = {}, ways = NOWHERE, held = false, remarkHint, children }: RubricFormProps) {
  const { t } = useTranslation("marking");
  const id = useId();
  const form = useRef<HTMLFormElement>(null);
  const first = useRef<HTMLButtonElement>(null);
  const navigate = useNavigate();
  const busy = useNavigation().state !== "idle";
  const { draft, restored, canUndo, choose, write, undo, discard } = useRubricDraft(subject, seen ?? "none", initial, refused, useEarlyFields(id));
  const [active, setActive] = useState(() => firstOpen(rubric, initial));
  const { criteria } = rubric;

  const setLevel = (index: number, points: number | undefined): void => {
    const criterion = criteria[index];
    if (criterion === undefined || points === undefined) return;
    choose(criterion.id, points);
    setActive(Math.min(index + 1, criteria.length - 1));
  };
  const go = (to: string | null): void => void (to !== null && navigate(to));
  useMarkingKeys({
    level: (level) => setLevel(active, criteria[active]?.levels[level]?.points),
    save: () => !busy && !held && form.current?.requestSubmit(first.current),
    next: () => go(ways.next),
    previous: () => go(ways.previous),
    undo,
    again: () => go(ways.again),
  });

  const sum = criteria.reduce((total, { id }) => total + (draft.criteria[id] ?? 0), 0);
  const given = criteria.filter(({ id }) => draft.criteria[id] !== undefined).length;
  return (
    <Form ref={form} id={id} method="post" replace className="min-w-0">
      <input type="hidden" name="seen" value={seen ?? "none"} />
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {restored && (
        <p role="status" className="mb-4 flex flex-wrap items-center justify-between gap-x-4 rounded-md border-s-3 border-mist bg-mist-soft px-3 py-1 text-sm">
          {t("draft.restored")}
          <Button type="button" variant="quiet" size="sm" onClick={discard}>
            {t("draft.discard")}
          </Button>
        </p>
      )}
      <div className="grid gap-4">
        {criteria.map((criterion, index) => (
          <CriterionField key={criterion.id} criterion={criterion} active={index === active} value={draft.criteria[criterion.id]} onActive={() => setActive(index)} onLevel={(points) => setLevel(index, points)} />
        ))}
        <TextArea label={t("remark")} hint={remarkHint ?? t("remarkHint")} name="remark" rows={2} maxLength={2000} value={draft.remark} onChange={(event) => write(event.target.value)} />
        {children}
        <div className="flex flex-wrap items-center justify-between gap-3">
          <p className="flex min-h-11 items-center gap-3">
            <strong role="status" className="tabular">
              {t("total", { points: sum, max: rubricMost(rubric) })}
            </strong>
            {given < criteria.length && <span className="text-sm text-ink-soft tabular">{t("openCriteria", { count: criteria.length - given })}</span>}
            {canUndo && (
              <Button type="button" variant="quiet" size="sm" onClick={undo}>
                {t("draft.undo")}
              </Button>
            )}
          </p>
          <div className="flex flex-wrap gap-3 max-sm:w-full">
            {acts.map(({ value, label, variant, open = false }, index) => (
              <Button key={value} ref={index === 0 ? first : undefined} type="submit" name="intent" value={value} formNoValidate={open} disabled={held} pending={busy} variant={variant ?? (index === 0 ? "primary" : "secondary")} className="max-sm:flex-1">
                {label}
              </Button>
            ))}
          </div>
        </div>
      </div>
      <Keys levels={criteria[active]?.levels.length ?? 0} moves={ways.next !== null || ways.previous !== null} again={ways.again !== null} />
    </Form>
  );
}

function Keys({ levels, moves, again }: { levels: number; moves: boolean; again: boolean }) {
  const { t } = useTranslation("marking");
  return (
    <div className="mt-5 flex flex-wrap gap-x-5 gap-y-1.5">
      {levels > 0 && <KeyHint keys={levels === 1 ? ["1"] : ["1", String(levels)]}>{t("keys.level")}</KeyHint>}
      <KeyHint keys={["Enter"]}>{t("keys.save")}</KeyHint>
      <KeyHint keys={["Z"]}>{t("keys.undo")}</KeyHint>
      {moves && <KeyHint keys={["J", "K"]}>{t("keys.move")}</KeyHint>}
      {again && <KeyHint keys={["U"]}>{t("keys.again")}</KeyHint>}
    </div>
  );
}
