import { Form, Link, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import { roadPath, RoadView } from "~/cohorts";
import { learnerHome } from "~/cohorts/index.server";
import { formatDate } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { MentionList } from "~/sheets";
import { waitingMentions } from "~/sheets/index.server";
import { Badge, Button, EmptyState, PageHeader, TextField } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "road"], title: (t) => t("road:home.title") };

export const loader = guardedLoader({ permission: "learn", scope: "any" }, async ({ db, actor, now, context }) => {
  const [cohorts, mentions] = await Promise.all([context.timing.measure("home", () => learnerHome(db, actor.id, now)), waitingMentions(db, actor.id, 5)]);
  return { cohorts, mentions, locale: context.locale, timeZone: actor.timeZone, now };
});

export default function LearnHome() {
  const { cohorts, mentions, locale, timeZone, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("road");
  const day = (iso: string) => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "date" });
  return (
    <>
      <PageHeader title={t("home.title")} lead={t("home.lead")} />
      <MentionList mentions={mentions} locale={locale} timeZone={timeZone} />
      {cohorts.length === 0 && <EmptyState title={t("home.empty")}>{t("home.emptyText")}</EmptyState>}
      <div className="grid gap-10">
        {cohorts.map((cohort) => (
          <section key={cohort.enrolmentId} aria-labelledby={cohort.enrolmentId}>
            <div className="mb-3 flex flex-wrap items-baseline gap-x-3">
              <h2 id={cohort.enrolmentId} className="text-lg">
                {cohort.name}
              </h2>
              <p className="text-sm text-ink-soft tabular">{t("home.dates", { from: day(cohort.startsOn), to: day(cohort.endsOn) })}</p>
              {cohort.closed && <Badge>{t("home.closed")}</Badge>}
            </div>
            <ul className="grid gap-8">
              {cohort.roads.map((road) => (
                <li key={road.chapterSlug}>
                  <div className="mb-2 flex flex-wrap items-baseline justify-between gap-x-4">
                    <h3 className="text-base">
                      <span className="me-2 font-normal text-ink-soft">{t("home.chapter", { number: road.number })}</span>
                      {pick(road.title, locale)}
                    </h3>
                    <Link to={roadPath(cohort.enrolmentId, road.chapterSlug)} className="inline-flex min-h-11 items-center text-sm text-pine underline underline-offset-4">
                      {t("home.open")}
                    </Link>
                  </div>
                  <RoadView road={{ ...road, enrolmentId: cohort.enrolmentId, title: pick(road.title, locale) }} locale={locale} timeZone={cohort.timeZone} now={now} />
                </li>
              ))}
            </ul>
          </section>
        ))}
      </div>
      {cohorts.length > 0 && (
        <Form action="/learn/search" role="search" className="mt-10 flex max-w-md items-end gap-3">
          <TextField label={t("home.search")} name="q" type="search" required className="min-w-0 flex-1" />
          <Button type="submit" variant="secondary">
            {t("home.searchSubmit")}
          </Button>
        </Form>
      )}
    </>
  );
}
