import { Link, useLoaderData } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { COHORTS_PATH, CohortTabs, SessionTime } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { rolePlaySessionPath, rolePlaysPath, SessionBadge } from "~/steps/role-play";
import { sessionList } from "~/steps/role-play/index.server";
import { ButtonLink, Card, EmptyState, PageHeader } from "~/ui";
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
  const { t } = useTranslation(["role-play", "cohorts"]);
  const plan = mayTeach && chapters.length > 0 && (
    <ButtonLink to={`${rolePlaysPath(cohort.id)}/new`} variant="primary" icon={<Plus aria-hidden className="size-4.5" />}>
      {t("list.plan")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={cohort.name} lead={t("list.lead", { count: cohort.learners })} crumbs={[{ to: COHORTS_PATH, label: t("cohorts:list.title") }]} />
      <CohortTabs cohortId={cohort.id} />
      {sessions.length === 0 ? (
        <EmptyState title={t("list.empty")} action={plan}>
          {t(chapters.length > 0 ? "list.emptyText" : "list.nothingToPlay")}
        </EmptyState>
      ) : (
        <div className="grid max-w-4xl gap-4">
          <div>{plan}</div>
          <Card look="flush">
            <ul>
              {sessions.map((session) => (
                <li key={session.id} className="relative grid gap-x-6 gap-y-1 border-b border-line px-4 py-4 last:border-b-0 hover:bg-paper sm:grid-cols-[1fr_auto] sm:px-5">
                  <div className="min-w-0">
                    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                      <h2 className="text-lg">
                        <Link to={rolePlaySessionPath(cohort.id, session.id)} className="underline-offset-4 after:absolute after:inset-0 hover:text-pine hover:underline">
                          {session.title}
                        </Link>
                      </h2>
                      <SessionBadge state={session.state} />
                    </div>
                    <p className="text-ink-soft">
                      <SessionTime session={session} locale={locale} readerZone={timeZone} />
                    </p>
                    <p className="text-sm text-ink-soft">{session.chapters.map(({ number, title }) => t("chapter", { number, title: pick(title, locale) })).join(" · ")}</p>
                    <p className="truncate text-sm text-ink-soft">{session.place ?? session.link}</p>
                  </div>
                  {session.groups > 0 && <p className="self-center text-sm text-ink-soft tabular sm:text-end">{t("list.progress", { groups: session.groups, held: session.rounds.held, all: session.rounds.all })}</p>}
                </li>
              ))}
            </ul>
          </Card>
        </div>
      )}
    </>
  );
}
