import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type CoveredChapter, type PlannedSession, SessionFields, useSessionLabels } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { ButtonLink, type FormFailure, FormErrors, FormFailureProvider, SubmitButton } from "~/ui";
import { lecturesPath } from "./paths";

export interface SessionFormProps {
  cohort: { id: string; timeZone: string };
  /** What can be covered. */
  chapters: readonly CoveredChapter[];
  /** The session to change; without it a new one is planned. */
  session?: PlannedSession;
  failure: FormFailure | null | undefined;
  /** How many people will be written to. */
  learners: number;
  locale: Locale;
}

/** Plans a class or changes it. */
export function SessionForm({ cohort, chapters, session, failure, learners, locale }: SessionFormProps) {
  const { t } = useTranslation("lecture");
  return (
    <Form method="post" className="grid gap-5">
      <FormFailureProvider failure={failure}>
        <FormErrors labels={useSessionLabels("lecture")} />
        <SessionFields ns="lecture" cohort={cohort} chapters={chapters} session={session} locale={locale} />
        <p className="text-sm text-ink-soft">{t(session ? "form.changeMail" : "form.planMail", { count: learners })}</p>
        <div className="flex flex-wrap gap-3">
          <SubmitButton>{t(session ? "form.change" : "form.plan")}</SubmitButton>
          <ButtonLink to={lecturesPath(cohort.id)} variant="quiet">
            {t("form.back")}
          </ButtonLink>
        </div>
      </FormFailureProvider>
    </Form>
  );
}
