import { useLoaderData } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { lecturesPath, SessionCard } from "~/steps/lecture";
import { sessionList } from "~/steps/lecture/index.server";
import { ButtonLink, Card, EmptyState, PageHeader } from "~/ui";
import { VIEW } from "./access";

export const handle: RouteHandle = { i18n: ["ui", "lecture"], title: (t) => t("lecture:list.title") };

export const loader = guardedLoader(VIEW, async ({ db, params, context, actor }) => {
  const cohortId = uuidParam(params, "cohort");
  const list = await sessionList(db, cohortId);
  if (!list) throw notFound();
  const mayTeach = holds(actor, "cohort:teach", { kind: "cohort", cohortId, teamId: null });
  return { ...list, mayTeach, locale: context.locale };
});

export default function Lectures() {
  const { cohort, sessions, mayTeach, locale } = useLoaderData<typeof loader>();
  const { t } = useTranslation("lecture");
  const plan = mayTeach && (
    <ButtonLink to={`${lecturesPath(cohort.id)}/new`} variant="primary" icon={<Plus aria-hidden className="size-4.5" />}>
      {t("list.plan")}
    </ButtonLink>
  );
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("list.title")} lead={t("list.lead", { count: cohort.learners })} crumbs={[{ to: cohortPath(cohort.id), label: cohort.name }]} actions={sessions.length > 0 && plan} />
      {sessions.length === 0 ? (
        <EmptyState title={t("list.empty")} action={plan}>
          {t("list.emptyText")}
        </EmptyState>
      ) : (
        <Card look="flush">
          <ul>
            {sessions.map((session) => (
              <SessionCard key={session.id} session={session} locale={locale} />
            ))}
          </ul>
        </Card>
      )}
    </div>
  );
}
