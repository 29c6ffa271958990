import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Callout, Card, FieldGrid, SubmitButton, TextArea, type Tone } from "~/ui";
import type { ShownCheckpoint } from "./checkpoints.server";
import { type CheckpointState, MOST_CHECKPOINT_TEXT } from "./plan";

const TONES = { ahead: "neutral", near: "mist", due: "signal", "half-signed": "mist", overdue: "danger", signed: "ok" } as const satisfies Record<CheckpointState, Tone>;

/** What came of writing or signing a checkpoint; with what holds now where somebody else was first. */
export interface PlanAnswer {
  day: number;
  problem: string;
  theirs?: { agreed: string; done: string };
  /** What was typed. */
  mine: { agreed: string; done: string };
}

interface Props {
  checkpoints: readonly ShownCheckpoint[];
  party: "learner" | "manager";
  answer: PlanAnswer | null;
  locale: Locale;
  timeZone: string;
}

/** The checkpoints of a plan: what was agreed, what was done, and both signatures. The same for learner and manager. */
export function PlanList({ checkpoints, party, answer, locale, timeZone }: Props) {
  return (
    <ol className="grid gap-4">
      {checkpoints.map((checkpoint) => (
        <Checkpoint key={`${checkpoint.day} ${checkpoint.version}`} checkpoint={checkpoint} party={party} answer={answer?.day === checkpoint.day ? answer : null} locale={locale} timeZone={timeZone} />
      ))}
    </ol>
  );
}

function Checkpoint({ checkpoint, party, answer, locale, timeZone }: Omit<Props, "checkpoints"> & { checkpoint: ShownCheckpoint }) {
  const { t } = useTranslation("field");
  const { day, on, state, agreed, done, version, daysOver } = checkpoint;
  const at = formatDate(`${on}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" });
  const whole = state === "signed";
  return (
    <Card as="li" id={`day-${day}`} level={2} title={t("plan.day", { day })} aside={<span className="flex flex-wrap items-center gap-2 text-sm text-ink-soft tabular">{at}<Badge tone={TONES[state]}>{t(`plan.state.${state}`, { count: daysOver })}</Badge></span>}>
      <div className="grid gap-4">
        {answer && (
          <Callout kind="mistake" title={answer.problem}>
            {answer.theirs && (
              <dl className="text-sm">
                <dt className="text-ink-soft">{t("plan.agreed")}</dt>
                <dd className="whitespace-pre-line">{answer.theirs.agreed || t("plan.empty")}</dd>
                <dt className="mt-2 text-ink-soft">{t("plan.done")}</dt>
                <dd className="whitespace-pre-line">{answer.theirs.done || t("plan.empty")}</dd>
              </dl>
            )}
          </Callout>
        )}
        {whole ? (
          <dl className="grid gap-4 sm:grid-cols-2">
            <div>
              <dt className="text-sm text-ink-soft">{t("plan.agreed")}</dt>
              <dd className="leading-7 whitespace-pre-line">{agreed}</dd>
            </div>
            <div>
              <dt className="text-sm text-ink-soft">{t("plan.done")}</dt>
              <dd className="leading-7 whitespace-pre-line">{done}</dd>
            </div>
          </dl>
        ) : (
          <Form method="post" className="grid gap-3">
            <input type="hidden" name="day" value={day} />
            <input type="hidden" name="seen" value={version} />
            <FieldGrid>
              <TextArea label={t("plan.agreed")} name="agreed" rows={3} maxLength={MOST_CHECKPOINT_TEXT} defaultValue={answer?.mine.agreed ?? agreed} hint={t("plan.agreedHint")} />
              <TextArea label={t("plan.done")} name="done" rows={3} maxLength={MOST_CHECKPOINT_TEXT} defaultValue={answer?.mine.done ?? done} hint={t("plan.doneHint")} />
            </FieldGrid>
            <div className="flex flex-wrap gap-3">
              <SubmitButton name="intent" value="write" variant="secondary">
                {t("plan.save")}
              </SubmitButton>
              {state !== "ahead" && (
                <SubmitButton name="intent" value="sign" variant={state === "due" || state === "overdue" ? "primary" : "secondary"}>
                  {t(`plan.sign.${party}`)}
                </SubmitButton>
              )}
            </div>
          </Form>
        )}
        <Signatures checkpoint={checkpoint} locale={locale} timeZone={timeZone} />
      </div>
    </Card>
  );
}

function Signatures({ checkpoint: { learnerSignedAt, managerSignedAt, managerName }, locale, timeZone }: { checkpoint: ShownCheckpoint; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("field");
  const day = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date" });
  return (
    <p className="flex flex-wrap gap-x-4 text-sm text-ink-soft tabular">
      <span>{learnerSignedAt === null ? t("plan.learnerMissing") : t("plan.learnerSigned", { day: day(learnerSignedAt) })}</span>
      <span>{managerSignedAt === null ? t("plan.managerMissing") : t("plan.managerSigned", { name: managerName ?? "", day: day(managerSignedAt) })}</span>
    </p>
  );
}
