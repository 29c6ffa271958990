import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath } from "~/cohorts";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { rolePlaySessionPath, rolePlaysPath, SessionForm } from "~/steps/role-play";
import { inviteLearners, planSession, sessionList } from "~/steps/role-play/index.server";
import { Card, PageHeader } from "~/ui";
import { refusedPlan } from "../session-form.server";
import { TEACH } from "./access";
import { parsePlanForm } from "./plan-form.server";
import { writeInvitation } from "./write-invitation.server";

export const handle: RouteHandle = { i18n: ["ui", "role-play"], title: (t) => t("role-play:form.planTitle") };

export const loader = guardedLoader(TEACH, async ({ db, params, context }) => {
  const list = await sessionList(db, uuidParam(params, "cohort"));
  if (!list) throw notFound();
  return { cohort: list.cohort, chapters: list.chapters, locale: context.locale };
});

export const action = guardedAction(TEACH, async ({ request, db, params, context, actor, now }) => {
  const cohortId = uuidParam(params, "cohort");
  const list = await sessionList(db, cohortId);
  if (!list) throw notFound();
  const form = await request.formData();
  const parsed = parsePlanForm(form, list.cohort.timeZone);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  const planned = await inTransaction(db, "plan role-play", async (trx) => {
    const result = await planSession(trx, actor, { ...parsed.value, cohortId, now });
    if (result.ok) await inviteLearners(trx, { cohortId, sessionId: result.value.sessionId }, writeInvitation("planned", context.origin), context.log);
    return result;
  });
  if (!planned.ok) return data(refusedPlan(form, planned.error, context.locale, "role-play"), { status: 400 });
  throw redirect(rolePlaySessionPath(cohortId, planned.value.sessionId), 303);
});

export default function PlanRolePlay() {
  const { cohort, chapters, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("role-play");
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("form.planTitle")} crumbs={[{ to: cohortPath(cohort.id), label: cohort.name }, { to: rolePlaysPath(cohort.id), label: t("list.title") }]} />
      <Card>
        <SessionForm cohort={cohort} chapters={chapters} failure={useActionData<typeof action>()} learners={cohort.learners} locale={locale} />
      </Card>
    </div>
  );
}
