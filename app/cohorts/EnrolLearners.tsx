import { Form } from "@remix-run/react";
import { useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { Card, type Choice, FileField, type FormFailure, FormFailureProvider, Select, SubmitButton, TextArea } from "~/ui";
import { EnrolmentPlanNotice, type EnrolmentPlanNoticeProps } from "./EnrolmentPlanNotice";

export interface EnrolLearnersProps {
  teams: readonly Choice[];
  /** What enrolling would change, once asked; with the request that it is about. */
  plan: EnrolmentPlanNoticeProps["plan"] | null;
  request: { by: "team"; teamId: string } | { by: "email"; emails: readonly string[] } | null;
  failure: FormFailure | null;
}

/** Enrols learners by team, or by addresses pasted or in a file; first shows what would change. */
export function EnrolLearners({ teams, plan, request, failure }: EnrolLearnersProps) {
  const { t } = useTranslation("cohorts");
  const notice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (plan) notice.current?.focus();
  }, [plan]);
  const joining = plan ? plan.enrol.length + plan.returning.length : 0;
  return (
    <>
      {plan && request && (
        <div ref={notice} tabIndex={-1}>
          <EnrolmentPlanNotice plan={plan}>
            {joining === 0 ? (
              <p className="text-ink-soft">{t("enrol.nobody")}</p>
            ) : (
              <Form method="post">
                <input type="hidden" name="by" value={request.by} />
                {request.by === "team" ? <input type="hidden" name="team" value={request.teamId} /> : <input type="hidden" name="emails" value={request.emails.join(" ")} />}
                <SubmitButton name="intent" value="enrol">
                  {t("enrol.confirm", { count: joining })}
                </SubmitButton>
              </Form>
            )}
          </EnrolmentPlanNotice>
        </div>
      )}
      <Card title={t("enrol.title")} id="enrol">
        <p className="mb-4 text-sm text-ink-soft">{t("enrol.lead")}</p>
        <FormFailureProvider failure={failure}>
          <div className="grid gap-6 lg:grid-cols-2">
            <Form method="post" className="grid content-start gap-4">
              <input type="hidden" name="by" value="team" />
              <Select label={t("enrol.team")} hint={t("enrol.teamHint")} name="team" required options={teams} />
              <div>
                <SubmitButton variant="secondary" name="intent" value="plan">
                  {t("enrol.showTeam")}
                </SubmitButton>
              </div>
            </Form>
            <Form method="post" encType="multipart/form-data" className="grid content-start gap-4">
              <input type="hidden" name="by" value="email" />
              <TextArea label={t("enrol.emails")} hint={t("enrol.emailsHint")} name="emails" rows={3} />
              <FileField label={t("enrol.file")} hint={t("enrol.fileHint")} name="file" accept=".csv,.txt,text/csv,text/plain" maxMegabytes={1} />
              <div>
                <SubmitButton variant="secondary" name="intent" value="plan">
                  {t("enrol.showEmails")}
                </SubmitButton>
              </div>
            </Form>
          </div>
        </FormFailureProvider>
      </Card>
    </>
  );
}
