import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type CoveredChapter, type PlannedSession, SessionFields, useSessionLabels } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { ButtonLink, type FormFailure, FormErrors, FormFailureProvider, SubmitButton, TextField } from "~/ui";
import { rolePlaysPath } from "./paths";

export interface SessionFormProps {
  cohort: { id: string; timeZone: string };
  /** Chapters with something to play. */
  chapters: readonly CoveredChapter[];
  /** The session to change; without it a new one is planned. */
  session?: PlannedSession & { minutes: number | null };
  failure: FormFailure | null | undefined;
  /** How many people will be written to. */
  learners: number;
  locale: Locale;
}

/** Plans a role-play session or changes it. */
export function SessionForm({ cohort, chapters, session, failure, learners, locale }: SessionFormProps) {
  const { t } = useTranslation("role-play");
  const labels = { ...useSessionLabels("role-play"), conversation: t("form.conversation") };
  return (
    <Form method="post" className="grid gap-5">
      <FormFailureProvider failure={failure}>
        <FormErrors labels={labels} />
        <SessionFields ns="role-play" cohort={cohort} chapters={chapters} session={session} locale={locale} />
        <TextField label={labels.conversation} name="conversation" type="number" inputMode="numeric" min={3} max={30} defaultValue={session?.minutes ?? ""} suffix={t("form.minutesUnit")} hint={t("form.conversationHint")} inputClassName="sm:max-w-40" />
        <p className="text-sm text-ink-soft">{t(session ? "form.changeMail" : "form.planMail", { count: learners })}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t(session ? "form.change" : "form.plan")}</SubmitButton>
          <ButtonLink to={rolePlaysPath(cohort.id)} variant="quiet">
            {t("form.back")}
          </ButtonLink>
        </div>
      </FormFailureProvider>
    </Form>
  );
}
