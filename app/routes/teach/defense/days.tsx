import { Link, useLoaderData } from "@remix-run/react";
import Plus from "lucide-react/icons/plus";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { COHORTS_PATH, CohortTabs, SessionTime } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { DayBadge, defenseDayPath, defenseDaysPath } from "~/steps/defense";
import { dayList } from "~/steps/defense/index.server";
import { ButtonLink, Card, EmptyState, PageHeader } from "~/ui";
import { VIEW } from "./access";

export const handle: RouteHandle<{ cohort: { name: string } }> = { i18n: ["ui", "defense-days", "cohorts"], title: (t, page) => `${t("defense-days:list.title")} · ${page.cohort.name}` };

export const loader = guardedLoader(VIEW, async ({ db, params, context, actor, now }) => {
  const cohortId = uuidParam(params, "cohort");
  const list = await dayList(db, cohortId, now);
  if (!list) throw notFound();
  const mayTeach = holds(actor, "cohort:teach", { kind: "cohort", cohortId, teamId: null });
  return { ...list, mayTeach, locale: context.locale, timeZone: actor.timeZone };
});

export default function DefenseDays() {
  const { cohort, days, waiting, mayTeach, locale, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation(["defense-days", "cohorts"]);
  const plan = mayTeach && (
    <ButtonLink to={`${defenseDaysPath(cohort.id)}/new`} variant="primary" icon={<Plus aria-hidden className="size-4.5" />}>
      {t("list.plan")}
    </ButtonLink>
  );
  return (
    <>
      <PageHeader title={cohort.name} lead={t("list.lead")} crumbs={[{ to: COHORTS_PATH, label: t("cohorts:list.title") }]} />
      <CohortTabs cohortId={cohort.id} />
      {waiting.ready > 0 && <p className="mb-4 tabular">{t("list.ready", waiting)}</p>}
      {days.length === 0 ? (
        <EmptyState title={t("list.empty")} action={plan}>
          {t("list.emptyText")}
        </EmptyState>
      ) : (
        <div className="grid max-w-4xl gap-4">
          <div>{plan}</div>
          <Card look="flush">
            <ul>
              {days.map((day) => (
                <li key={day.id} className="relative grid gap-x-6 gap-y-1 border-b border-line px-4 py-4 last:border-b-0 hover:bg-paper sm:grid-cols-[1fr_auto] sm:px-5">
                  <div className="min-w-0">
                    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
                      <h2 className="text-lg">
                        <Link to={defenseDayPath(cohort.id, day.id)} className="underline-offset-4 after:absolute after:inset-0 hover:text-pine hover:underline">
                          {day.title}
                        </Link>
                      </h2>
                      <DayBadge state={day.state} />
                    </div>
                    <p className="text-ink-soft">
                      <SessionTime session={day} locale={locale} readerZone={timeZone} />
                    </p>
                    <p className="text-sm text-ink-soft">{day.chapters.map(({ number, title }) => t("chapter", { number, title: pick(title, locale) })).join(" · ")}</p>
                  </div>
                  <p className="self-center text-sm text-ink-soft tabular sm:text-end">{day.held > 0 ? t("list.held", { held: day.held, slots: day.slots }) : t("list.slots", { slots: day.slots, candidates: day.candidates, examiners: day.examiners })}</p>
                </li>
              ))}
            </ul>
          </Card>
        </div>
      )}
    </>
  );
}
