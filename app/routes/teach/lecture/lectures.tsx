import { useLoaderData } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { COHORTS_PATH, CohortTabs } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { lecturesPath, SessionCard } from "~/steps/lecture";
import { sessionList } from "~/steps/lecture/index.server";
import { ButtonLink, Card, EmptyState, PageHeader } from "~/ui";
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
  const { t } = useTranslation(["lecture", "cohorts"]);
  const plan = mayTeach && (
    <ButtonLink to={`${lecturesPath(cohort.id)}/new`} variant="primary" icon={<Plus aria-hidden className="size-4.5" />}>
      {t("list.plan")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={cohort.name} lead={t("list.lead", { count: cohort.learners })} crumbs={[{ to: COHORTS_PATH, label: t("cohorts:list.title") }]} />
      <CohortTabs cohortId={cohort.id} />
      {sessions.length === 0 ? (
        <EmptyState title={t("list.empty")} action={plan}>
          {t("list.emptyText")}
        </EmptyState>
      ) : (
        <div className="grid max-w-4xl gap-4">
          <div>{plan}</div>
          <Card look="flush">
            <ul>
              {sessions.map((session) => (
                <SessionCard key={session.id} session={session} locale={locale} readerZone={readerZone} />
              ))}
            </ul>
          </Card>
        </div>
      )}
    </>
  );
}
