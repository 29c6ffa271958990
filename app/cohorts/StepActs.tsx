import { Form } from "@remix-run/react";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { CommandKind, Step } from "~/pipeline";
import { Disclosure, FormErrors, type FormFailure, FormFailureProvider, RadioGroup, SubmitButton, TextArea, TextField } from "~/ui";

/** The commands that this panel has a form for, in the order in which they are wanted. */
const ACTS = ["record", "reopen", "withdraw-waiver", "correct", "waive"] as const satisfies readonly CommandKind[];
type Act = (typeof ACTS)[number];

export interface StepActsProps {
  step: Step;
  commands: readonly CommandKind[];
  /** Where the step has a room, recording by hand is a make-up and needs a reason. */
  hasRoom: boolean;
  version: number;
  /** The last answer, and to which form. */
  failure: FormFailure | null;
  failed: string | null;
}

/** What an instructor can do to a step by their own word; each form carries the version of the road that was looked at. */
export function StepActs({ step, commands, hasRoom, version, failure, failed }: StepActsProps) {
  const { t } = useTranslation("cohorts");
  const open = ACTS.filter((act) => commands.includes(act));
  // A form that was not taken stays, with what was typed, even if the step has moved on meanwhile.
  const shown = ACTS.filter((act) => open.includes(act) || act === failed);
  if (shown.length === 0) return <p className="text-ink-soft">{t("acts.none")}</p>;
  return (
    <div className="grid gap-3">
      {shown.map((act, at) => (
        <Disclosure
          key={act}
          open={failed === act || (failed === null && at === 0 && act === "record" && !hasRoom)}
          className="rounded-md border border-line-strong bg-surface open:pb-4"
          summary={t(hasRoom && act === "record" ? "acts.makeUp" : `acts.${act}`)}
          summaryClass="px-3 py-2 font-semibold"
        >
          <FormFailureProvider failure={failed === act ? failure : null}>
            <Form method="post" replace preventScrollReset className="grid gap-4 px-4">
              <FormErrors labels={{ outcome: t("acts.outcome"), reason: t("acts.reason"), note: t("acts.note"), attempts: t("acts.attempts") }} />
              <input type="hidden" name="version" value={version} />
              <p className="text-sm text-ink-soft">{t(`acts.hint.${act === "record" && hasRoom ? "makeUp" : act === "reopen" && step === "quiz" ? "reopenQuiz" : act}`)}</p>
              <Fields act={act} step={step} hasRoom={hasRoom} />
              <div>
                <SubmitButton name="intent" value={act} variant={act === "record" ? "primary" : "secondary"}>
                  {t(`acts.do.${act}`)}
                </SubmitButton>
              </div>
            </Form>
          </FormFailureProvider>
        </Disclosure>
      ))}
    </div>
  );
}

function Fields({ act, step, hasRoom }: { act: Act; step: Step; hasRoom: boolean }) {
  const { t } = useTranslation("cohorts");
  const outcomes = (values: readonly string[]): ReactNode => (
    <RadioGroup label={t("acts.outcome")} name="outcome" required layout="row" options={values.map((value) => ({ value, label: t(`acts.outcomes.${value}`) }))} />
  );
  return (
    <>
      {act === "record" && outcomes(["passed", "failed"])}
      {act === "correct" && outcomes(["passed", "failed", "none"])}
      {act === "record" && <TextArea label={t("acts.note")} hint={t("acts.noteHint")} name="note" maxLength={1000} rows={2} />}
      {act === "reopen" && step === "quiz" && <TextField label={t("acts.attempts")} name="attempts" type="number" min={1} max={10} defaultValue="1" required className="w-40" />}
      {(act !== "record" || hasRoom) && <TextArea label={t("acts.reason")} hint={t("acts.reasonHint")} name="reason" minLength={3} maxLength={500} rows={2} required />}
    </>
  );
}
