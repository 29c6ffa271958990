import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath, SessionLead, SessionTime } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { lecturesPath, Roll, SessionActions, SessionBadge, useLive, useQuietRevalidation } from "~/steps/lecture";
import { loadSnapshot, sessionPage } from "~/steps/lecture/index.server";
import { Flash, PageHeader } from "~/ui";
import { TEACH, VIEW } from "./access";
import { actOnSession } from "./act-on-session.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ session: { title: string } }> = { i18n: ["ui", "lecture"], title: (_t, page) => page.session.title };

export const loader = guardedLoader(VIEW, async ({ db, params, context, actor, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), sessionId: uuidParam(params, "session") };
  const [page, snapshot] = await Promise.all([sessionPage(db, key, now), loadSnapshot(db, key.sessionId)]);
  if (!page || !snapshot) throw notFound();
  const mayTeach = holds(actor, "cohort:teach", { kind: "cohort", cohortId: key.cohortId, teamId: null });
  return { ...page, snapshot, mayTeach, locale: context.locale, readerZone: actor.timeZone };
});

export const action = guardedAction(TEACH, async (args) => {
  const problem = await actOnSession(args);
  return data({ problem }, { status: problem === null ? 200 : 409 });
});

export default function Lecture() {
  const page = useLoaderData<typeof loader>();
  const { cohort, session, chapters, locale } = page;
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("lecture");
  useLive(session.id, page.snapshot, { onRoom: useQuietRevalidation() });
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={session.title}
        badge={<SessionBadge state={session.state} />}
        lead={<SessionLead session={session} chapters={chapters.map(({ number, title }) => t("chapter", { number, title: pick(title, locale) }))} locale={locale} readerZone={page.readerZone} />}
        crumbs={[
          { to: cohortPath(cohort.id), label: cohort.name },
          { to: lecturesPath(cohort.id), label: t("list.title") },
        ]}
      />
      <Flash messages={answer?.problem ? [{ id: answer.problem, tone: "danger", text: answer.problem }] : []} />
      {page.mayTeach && <SessionActions session={session} counts={page.counts} learners={cohort.learners} mayEnd={page.mayEnd} early={page.early && <>{t("act.earlyText")} <SessionTime session={session} locale={locale} readerZone={page.readerZone} /></>} />}
      <Roll {...page} />
    </div>
  );
}
