import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { PlannedList } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { lecturesPath, SessionCard } from "~/steps/lecture";
import { sessionList } from "~/steps/lecture/index.server";
import { VIEW } from "./access";

export const handle: RouteHandle<{ cohort: { name: string } }> = { i18n: ["ui", "lecture", "cohorts"], title: (t, page) => `${t("lecture:list.title")} · ${page.cohort.name}` };

export const loader = guardedLoader(VIEW, async ({ db, params, context, actor }) => {
  const cohortId = uuidParam(params, "cohort");
  const list = await sessionList(db, cohortId);
  if (!list) throw notFound();
  const mayTeach = holds(actor, "cohort:teach", { kind: "cohort", cohortId, teamId: null });
  return { ...list, mayTeach, locale: context.locale, readerZone: actor.timeZone };
});

export default function Lectures() {
  const { cohort, sessions, mayTeach, locale, readerZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("lecture");
  return (
    <PlannedList cohort={cohort} lead={t("list.lead", { count: cohort.learners })} plan={mayTeach ? { to: `${lecturesPath(cohort.id)}/new`, label: t("list.plan") } : null} empty={{ title: t("list.empty"), text: t("list.emptyText") }}>
      {sessions.map((session) => (
        <SessionCard key={session.id} session={session} locale={locale} readerZone={readerZone} />
      ))}
    </PlannedList>
  );
}
