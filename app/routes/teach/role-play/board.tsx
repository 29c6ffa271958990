import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath, SessionLead } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { useNews } from "~/platform/use-news";
import { useQuietRevalidation } from "~/platform/use-quiet-revalidation";
import { Board, rolePlayEventsPath, rolePlaysPath, SessionBadge } from "~/steps/role-play";
import { board } from "~/steps/role-play/index.server";
import { Flash, PageHeader } from "~/ui";
import { TEACH, VIEW } from "./access";
import { actOnBoard } from "./act-on-board.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ session: { title: string } }> = { i18n: ["ui", "role-play"], title: (_t, page) => page.session.title };

export const loader = guardedLoader(VIEW, async ({ db, params, context, actor, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), sessionId: uuidParam(params, "session") };
  const page = await board(db, key, now);
  if (!page) throw notFound();
  const mayTeach = holds(actor, "cohort:teach", { kind: "cohort", cohortId: key.cohortId, teamId: null });
  return { ...page, mayTeach, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(TEACH, async (args) => {
  const problem = await actOnBoard(args);
  return data({ problem }, { status: problem === null ? 200 : 409 });
});

export default function RolePlayBoard() {
  const page = useLoaderData<typeof loader>();
  const { cohort, session, chapters, locale } = page;
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("role-play");
  useNews(rolePlayEventsPath(session.id), useQuietRevalidation());
  return (
    <>
      <PageHeader
        title={session.title}
        badge={<SessionBadge state={session.state} />}
        lead={<SessionLead session={session} chapters={chapters.map(({ number, title }) => t("chapter", { number, title: pick(title, locale) }))} locale={locale} readerZone={page.timeZone} />}
        crumbs={[
          { to: cohortPath(cohort.id), label: cohort.name },
          { to: rolePlaysPath(cohort.id), label: t("list.title") },
        ]}
      />
      <Flash messages={answer?.problem ? [{ id: answer.problem, tone: "danger", text: answer.problem }] : []} />
      <Board {...page} />
    </>
  );
}
