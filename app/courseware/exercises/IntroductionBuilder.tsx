import CheckIcon from "lucide-react/icons/check";
import ChevronDownIcon from "lucide-react/icons/chevron-down";
import CircleIcon from "lucide-react/icons/circle";
import { type ReactElement, useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";
import { useSectionActivity } from "../section-activity";
import { useDeviceState } from "../use-device-state";
import { useHydrated } from "../use-hydrated";
import { type Answer, ExerciseFrame } from "./ExerciseFrame";
import { checkIntroduction, compose, EMPTY_PARTS, type IntroductionChecks, type IntroductionParts, isGood } from "./introduction";
import { SayAndCopy } from "./SayAndCopy";

interface Props {
  maxChars: number;
  examples: (IntroductionParts & { label: string })[];
  weak: { text: string; why: string }[];
  anchor?: string;
}

const FIELDS = ["name", "company", "achievement", "link"] as const;

/** Build an introduction of one sentence from its four parts, with a check of each, and say it aloud. */
export function IntroductionBuilder({ maxChars, examples, weak, anchor }: Props): ReactElement {
  const { t } = useTranslation("exercises");
  const { locale } = useSectionActivity();
  const hydrated = useHydrated();
  const [parts, setParts] = useDeviceState<IntroductionParts>(anchor ?? "introduction", EMPTY_PARTS, reviveParts);
  const sentence = compose(parts, locale);
  const checks = checkIntroduction(parts, maxChars, locale);
  const answers = [
    ...examples.map((example): Answer => ({ id: example.label, item: example.label, note: "", answer: compose(example, locale), why: "" })),
    ...weak.map(({ text, why }): Answer => ({ id: text, item: t("intro.weakOne"), note: text, answer: "", why })),
  ];

  return (
    <ExerciseFrame anchor={anchor} title={t("intro.title")} instruction={t("intro.instruction", { maxChars })} answers={answers}>
      <WeakList weak={weak} />
      <div className="mt-5 flex flex-wrap items-center gap-2">
        <span className="text-sm font-semibold">{t("intro.startFrom")}</span>
        {examples.map(({ label, ...example }) => (
          <Button key={label} type="button" size="sm" className="min-h-11" disabled={!hydrated} onClick={() => setParts(example)}>
            {label}
          </Button>
        ))}
        <Button type="button" size="sm" variant="quiet" className="min-h-11" disabled={!hydrated} onClick={() => setParts(EMPTY_PARTS)}>
          {t("intro.empty")}
        </Button>
      </div>
      <div className="mt-3 grid gap-3 sm:grid-cols-2">
        {FIELDS.map((field) => (
          <PartField key={field} field={field} value={parts[field]} disabled={!hydrated} onChange={(value) => setParts({ ...parts, [field]: value })} />
        ))}
      </div>
      <div className="mt-4 rounded-md border border-line-strong bg-paper p-3">
        <p className="flex justify-between gap-4 text-sm text-ink-soft">
          <span>{t("intro.sentence")}</span>
          <span className={`tabular ${checks.length.chars > maxChars ? "font-semibold text-danger" : ""}`}>{t("intro.chars", { chars: checks.length.chars, maxChars })}</span>
        </p>
        <output className="mt-1 block min-h-14 text-lg leading-relaxed">{sentence || <span className="text-ink-faint">{t("intro.nothing")}</span>}</output>
        <SayAndCopy text={sentence} />
      </div>
      <CheckList checks={checks} maxChars={maxChars} />
      <p aria-live="polite" className="mt-2 font-semibold text-pine">
        {isGood(checks) && t("intro.good")}
      </p>
    </ExerciseFrame>
  );
}

function WeakList({ weak }: { weak: Props["weak"] }): ReactElement {
  const { t } = useTranslation("exercises");
  return (
    <div>
      <p className="text-sm font-semibold">{t("intro.weak")}</p>
      <div className="mt-2 grid gap-2">
        {weak.map(({ text, why }) => (
          <details key={text} className="rounded-md border border-line bg-paper px-3 py-1 open:pb-3">
            <summary className="justify-between gap-2 font-normal!">
              <span>“{text}”</span>
              <ChevronDownIcon aria-hidden className="size-5 shrink-0 text-pine" />
            </summary>
            <p className="border-l-2 border-danger pl-3">{why}</p>
          </details>
        ))}
      </div>
    </div>
  );
}

function PartField({ field, value, disabled, onChange }: { field: (typeof FIELDS)[number]; value: string; disabled: boolean; onChange: (value: string) => void }): ReactElement {
  const { t } = useTranslation("exercises");
  const id = useId();
  const long = field === "achievement" || field === "link";
  const common = { id, value, disabled, maxLength: 160, placeholder: t(`intro.${field}Example`), className: "mt-1 block w-full rounded-md border border-line-strong bg-surface px-3 py-2 text-base" };
  return (
    <div className={long ? "sm:col-span-2" : ""}>
      <label htmlFor={id} className="text-sm font-semibold">
        {t(`intro.${field}`)}
      </label>
      {long ? <textarea rows={2} {...common} onChange={(event) => onChange(event.target.value)} /> : <input type="text" {...common} onChange={(event) => onChange(event.target.value)} />}
    </div>
  );
}

function CheckList({ checks, maxChars }: { checks: IntroductionChecks; maxChars: number }): ReactElement {
  const { t } = useTranslation("exercises");
  const rows = [
    ["length", checks.length.ok],
    ["who", checks.who],
    ["achievement", checks.achievement],
    ["numbers", checks.numbers],
    ["link", checks.link],
    ["noList", checks.noList && checks.achievement],
  ] as const;
  return (
    <div role="list" aria-label={t("intro.checks")} className="mt-3 grid gap-1 text-sm sm:grid-cols-2">
      {rows.map(([name, ok]) => (
        <div role="listitem" key={name} className={`flex items-start gap-2 ${ok ? "text-ink" : "text-ink-soft"}`}>
          {ok ? <CheckIcon role="img" aria-label={t("intro.yes")} className="mt-0.5 size-4 shrink-0 text-ok" /> : <CircleIcon role="img" aria-label={t("intro.notYet")} className="mt-0.5 size-4 shrink-0 text-line-strong" />}
          <span>{t(`intro.check.${name}`, { maxChars })}</span>
        </div>
      ))}
    </div>
  );
}

function reviveParts(kept: unknown): IntroductionParts | null {
  if (typeof kept !== "object" || kept === null) return null;
  const text = (value: unknown): string => (typeof value === "string" ? value : "");
  const { name, company, achievement, link } = kept as Record<string, unknown>;
  return { name: text(name), company: text(company), achievement: text(achievement), link: text(link) };
}
