import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Disclosure, FieldGrid, FormErrors, type FormFailure, FormFailureProvider, Select, SubmitButton, TextArea, TextField } from "~/ui";
import type { StageSpan } from "../deal";
import type { ListedDeal } from "../deals-page.view.server";
import { isOpen, LOST_FOR, OPEN_STAGES, type Outcome, WON_FOR } from "../stage";
import { dayText } from "./texts";

interface Props {
  deal: ListedDeal;
  today: string;
  failure: FormFailure | null;
}

/** To another stage, onwards or back, on the day the customer took the step. */
export function MoveStage({ deal, today, failure }: Props) {
  const { t } = useTranslation("deals");
  const labels = { stage: t("stages.to"), on: t("stages.on") };
  const next = isOpen(deal.stage) ? (OPEN_STAGES[OPEN_STAGES.indexOf(deal.stage) + 1] ?? OPEN_STAGES[OPEN_STAGES.length - 2]) : "proposal";
  return (
    <Disclosure summary={t(isOpen(deal.stage) ? "stages.move" : "stages.reopen")} open={failure !== null}>
      <Form method="post" className="mt-1 mb-3 grid gap-4">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={labels} />
          <FieldGrid>
            <Select label={labels.stage} name="stage" defaultValue={next} options={OPEN_STAGES.filter((stage) => stage !== deal.stage).map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))} required />
            <TextField type="date" label={labels.on} hint={t("stages.onHint")} name="on" min={deal.stageSince} max={today} defaultValue={today} required />
          </FieldGrid>
          <div>
            <SubmitButton name="intent" value="move">
              {t("stages.moveSubmit")}
            </SubmitButton>
          </div>
        </FormFailureProvider>
      </Form>
    </Disclosure>
  );
}

/** Won or lost, with what it was won for or lost to. */
export function CloseDeal({ outcome, deal, today, failure }: Props & { outcome: Outcome }) {
  const { t } = useTranslation("deals");
  const labels = { outcome: t(outcome === "won" ? "close.wonFor" : "close.lostFor"), on: t("close.on"), reason: t("close.reason") };
  return (
    <Disclosure summary={t(`close.${outcome}`)} open={failure !== null}>
      <Form method="post" className="mt-1 mb-3 grid gap-4">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={labels} />
          <input type="hidden" name="stage" value={outcome} />
          <FieldGrid>
            <Select label={labels.outcome} name="outcome" placeholder={t("close.choose")} options={(outcome === "won" ? WON_FOR : LOST_FOR).map((value) => ({ value, label: t(`outcome.${value}`) }))} required />
            <TextField type="date" label={labels.on} name="on" min={deal.stageSince} max={today} defaultValue={today} required />
          </FieldGrid>
          <TextArea label={labels.reason} hint={t(`close.${outcome}Hint`)} name="reason" maxLength={400} rows={2} />
          <div>
            <SubmitButton name="intent" value={`close-${outcome}`}>
              {t(`close.${outcome}Submit`)}
            </SubmitButton>
          </div>
        </FormFailureProvider>
      </Form>
    </Disclosure>
  );
}

/** Puts the day of a move right, or takes the move back; the first wording stays in the timeline. */
export function CorrectMove({ history, today, locale, failure }: { history: readonly StageSpan[]; today: string; locale: Locale; failure: FormFailure | null }) {
  const { t } = useTranslation("deals");
  const labels = { change: t("correct.which"), on: t("correct.on"), reason: t("correct.reason") };
  return (
    <Disclosure summary={t("correct.title")} open={failure !== null}>
      <Form method="post" className="mt-1 mb-3 grid gap-4">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={labels} />
          <FieldGrid>
            <Select label={labels.change} name="change" defaultValue={history.at(-1)?.changeId} options={[...history].reverse().map((span) => ({ value: span.changeId, label: t("correct.option", { stage: t(`stage.${span.stage}`), day: dayText(span.enteredOn, locale) }) }))} required />
            <TextField type="date" label={labels.on} name="on" max={today} />
          </FieldGrid>
          <TextArea label={labels.reason} hint={t("correct.reasonHint")} name="reason" maxLength={400} rows={2} required />
          <div className="flex flex-wrap gap-3">
            <SubmitButton name="intent" value="correct">
              {t("correct.submit")}
            </SubmitButton>
            {history.length > 1 && (
              <SubmitButton name="intent" value="withdraw" variant="secondary">
                {t("correct.withdraw")}
              </SubmitButton>
            )}
          </div>
        </FormFailureProvider>
      </Form>
    </Disclosure>
  );
}
