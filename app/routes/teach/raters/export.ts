import { guardedLoader } from "~/auth/guard.server";
import { download, fileAsked } from "~/dashboards/index.server";
import { formatDate } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { readSeasonFilter } from "~/steps/defense";
import { seasonPage, seasonTables } from "~/steps/defense/index.server";

/** The season that the page shows, as a file: all its candidates, not only one page of them. */
export const loader = guardedLoader({ permission: "raters:view", scope: "any" }, async ({ db, actor, url, params, now, context: { locale } }) => {
  const asked = fileAsked(params.file);
  if (asked?.page !== "season") throw notFound();
  const filter = readSeasonFilter(url.searchParams, now, actor.timeZone);
  const page = await seasonPage(db, actor, { ...filter, page: 1 }, { pageSize: Infinity });
  const t = textsOf(locale, "raters");
  const chapter = page.chapters.find(({ slug }) => slug === filter.chapterSlug);
  const facts = [
    [t("season.filter.from"), filter.from],
    [t("season.filter.to"), filter.to],
    [t("season.filter.cohort"), filter.cohortId === null ? t("season.filter.anyCohort") : (page.cohorts.find(({ id }) => id === filter.cohortId)?.name ?? "–")],
    [t("season.filter.chapter"), filter.chapterSlug === null ? t("season.filter.anyChapter") : chapter ? pick(chapter.title, locale) : "–"],
    [t("export.at"), formatDate(now, { locale, timeZone: actor.timeZone })],
  ] as const;
  return download({ name: `roadbook-season-${filter.from}-${filter.to}`, format: asked.format, tables: seasonTables(page, { t, locale, timeZone: actor.timeZone }), facts, about: t("export.at") });
});
