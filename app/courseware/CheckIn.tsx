import CheckIcon from "lucide-react/icons/check";
import XIcon from "lucide-react/icons/x";
import { type FormEvent, type ReactElement, useId } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";
import { type CheckinResponse, checkinResponseFromForm } from "./checkin-question";
import { CheckinChoices } from "./CheckinChoices";
import { checkinAnchor } from "./paths";
import { type CheckinState, useSectionActivity } from "./section-activity";
import { useState } from "react";

/** A question inside the text. A plain form that the page takes over when scripts run. */
export function CheckIn({ id }: { id: string; anchor?: string }): ReactElement {
  const { t } = useTranslation("courseware");
  const state = useSectionActivity().checkins[id];
  return (
    <section id={checkinAnchor(id)} data-noread="" aria-label={t("checkin.title")} className="my-8 scroll-mt-20 rounded-lg border border-line-strong bg-surface p-4 sm:p-5">
      <p className="text-sm font-semibold text-pine">{t("checkin.title")}</p>
      {state === undefined ? <p className="mt-2 text-ink-soft">{t("checkin.elsewhere")}</p> : <CheckinForm id={id} state={state} />}
    </section>
  );
}

function CheckinForm({ id, state }: { id: string; state: CheckinState }): ReactElement {
  const { t } = useTranslation("courseware");
  const { checkinForm, answerCheckin } = useSectionActivity();
  const { question, feedback, response, status } = state;
  const [problem, setProblem] = useState(state.problem ?? null);
  const [order, setOrder] = useState(response?.kind === "ordering" ? response.order : question.choices.map((choice) => choice.id));
  const stemId = useId();
  const problemId = useId();

  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    const answer = question.kind === "ordering" ? { ok: true as const, value: { kind: "ordering", order } satisfies CheckinResponse } : checkinResponseFromForm(question, new FormData(event.currentTarget));
    setProblem(answer.ok ? null : `checkin.${answer.error.code}`);
    if (answer.ok) answerCheckin(id, answer.value);
  };

  return (
    <form method="post" action={`${checkinForm?.action ?? ""}#${checkinAnchor(id)}`} onSubmit={submit} noValidate>
      {Object.entries({ ...checkinForm?.fields, checkin: id }).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <fieldset aria-describedby={problem === null ? undefined : problemId} disabled={checkinForm === null}>
        <legend id={stemId} className="mt-1 font-semibold">
          {question.case !== null && <span className="mb-2 block border-l-2 border-line-strong pl-3 font-normal text-ink-soft">{question.case}</span>}
          {question.stem}
        </legend>
        {question.kind === "multiple" && <p className="mt-1 text-sm text-ink-soft">{t("checkin.several")}</p>}
        {question.kind === "ordering" && <p className="mt-1 text-sm text-ink-soft">{t("checkin.order")}</p>}
        <CheckinChoices state={state} order={order} onOrder={setOrder} />
      </fieldset>
      {problem !== null && (
        <p id={problemId} className="mt-3 text-danger">
          {t(problem)}
        </p>
      )}
      {checkinForm !== null && (
        <Button type="submit" variant={feedback === null ? "primary" : "secondary"} className="mt-4 w-full sm:w-auto" pending={status === "sending"}>
          {t(feedback === null ? "checkin.submit" : "checkin.again")}
        </Button>
      )}
      <div aria-live="polite">
        {status === "failed" && <p className="mt-3 text-danger">{t("checkin.failed")}</p>}
        {feedback !== null && (
          <div className={`mt-4 rounded-md p-3 ${feedback.correct ? "bg-ok-soft" : "bg-danger-soft"}`}>
            <p className={`flex items-center gap-2 font-semibold ${feedback.correct ? "text-ok" : "text-danger"}`}>
              {feedback.correct ? <CheckIcon aria-hidden className="size-5" /> : <XIcon aria-hidden className="size-5" />}
              {t(feedback.correct ? "checkin.right" : "checkin.wrong")}
            </p>
            <p className="mt-1">{feedback.explanation}</p>
          </div>
        )}
      </div>
    </form>
  );
}
