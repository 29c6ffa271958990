import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath } from "~/cohorts";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { rolePlaySessionPath, rolePlaysPath, sessionAdmits, SessionForm } from "~/steps/role-play";
import { changeSession, inviteLearners, sessionList } from "~/steps/role-play/index.server";
import { Card, PageHeader } from "~/ui";
import { refusedPlan } from "../session-form.server";
import { TEACH } from "./access";
import { parsePlanForm } from "./plan-form.server";
import { writeInvitation } from "./write-invitation.server";

export const handle: RouteHandle = { i18n: ["ui", "role-play"], title: (t) => t("role-play:form.changeTitle") };

export const loader = guardedLoader(TEACH, async ({ db, params, context }) => {
  const cohortId = uuidParam(params, "cohort");
  const sessionId = uuidParam(params, "session");
  const list = await sessionList(db, cohortId);
  const session = list?.sessions.find((candidate) => candidate.id === sessionId);
  if (!list || !session) throw notFound();
  if (!sessionAdmits(session.state, "change")) throw redirect(rolePlaySessionPath(cohortId, sessionId));
  return { cohort: list.cohort, chapters: list.chapters, session, locale: context.locale };
});

export const action = guardedAction(TEACH, async ({ request, db, params, context }) => {
  const key = { cohortId: uuidParam(params, "cohort"), sessionId: uuidParam(params, "session") };
  const list = await sessionList(db, key.cohortId);
  if (!list?.sessions.some((candidate) => candidate.id === key.sessionId)) throw notFound();
  const form = await request.formData();
  const parsed = parsePlanForm(form, list.cohort.timeZone);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  const changed = await inTransaction(db, "change role-play", async (trx) => {
    const result = await changeSession(trx, { ...key, ...parsed.value });
    if (result.ok && result.value.tell) await inviteLearners(trx, key, writeInvitation("changed", context.origin), context.log);
    return result;
  });
  if (!changed.ok) return data(refusedPlan(form, changed.error, context.locale, "role-play"), { status: 400 });
  throw redirect(rolePlaySessionPath(key.cohortId, key.sessionId), 303);
});

export default function ChangeRolePlay() {
  const { cohort, chapters, session, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("role-play");
  const crumbs = [
    { to: cohortPath(cohort.id), label: cohort.name },
    { to: rolePlaysPath(cohort.id), label: t("list.title") },
    { to: rolePlaySessionPath(cohort.id, session.id), label: session.title },
  ];
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("form.changeTitle")} crumbs={crumbs} />
      <Card>
        <SessionForm cohort={cohort} chapters={chapters} session={{ ...session, chapterSlugs: session.chapters.map((chapter) => chapter.slug) }} failure={useActionData<typeof action>()} learners={cohort.learners} locale={locale} />
      </Card>
    </div>
  );
}
