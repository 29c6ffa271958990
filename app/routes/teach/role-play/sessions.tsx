import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { PlannedItem, PlannedList } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { rolePlaySessionPath, rolePlaysPath, SessionBadge } from "~/steps/role-play";
import { sessionList } from "~/steps/role-play/index.server";
import { VIEW } from "./access";

export const handle: RouteHandle<{ cohort: { name: string } }> = { i18n: ["ui", "role-play", "cohorts"], title: (t, page) => `${t("role-play:list.title")} · ${page.cohort.name}` };

export const loader = guardedLoader(VIEW, async ({ db, params, context, actor }) => {
  const cohortId = uuidParam(params, "cohort");
  const list = await sessionList(db, cohortId);
  if (!list) throw notFound();
  const mayTeach = holds(actor, "cohort:teach", { kind: "cohort", cohortId, teamId: null });
  return { ...list, mayTeach, locale: context.locale, timeZone: actor.timeZone };
});

export default function RolePlaySessions() {
  const { cohort, sessions, chapters, mayTeach, locale, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("role-play");
  return (
    <PlannedList
      cohort={cohort}
      lead={t("list.lead", { count: cohort.learners })}
      plan={mayTeach && chapters.length > 0 ? { to: `${rolePlaysPath(cohort.id)}/new`, label: t("list.plan") } : null}
      empty={{ title: t("list.empty"), text: t(chapters.length > 0 ? "list.emptyText" : "list.nothingToPlay") }}
    >
      {sessions.map((session) => (
        <PlannedItem
          key={session.id}
          to={rolePlaySessionPath(cohort.id, session.id)}
          session={session}
          badge={<SessionBadge state={session.state} />}
          progress={session.groups > 0 && t("list.progress", { groups: session.groups, held: session.rounds.held, all: session.rounds.all })}
          lines={[session.chapters.map(({ number, title }) => t("chapter", { number, title: pick(title, locale) })).join(" · "), session.place ?? session.link]}
          locale={locale}
          readerZone={timeZone}
        />
      ))}
    </PlannedList>
  );
}
