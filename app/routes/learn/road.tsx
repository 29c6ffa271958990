import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { RoadHistory, RoadView } from "~/cohorts";
import { ownEnrolment, roadPage } from "~/cohorts/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { ToldNotice } from "~/steps/field-tracking";
import { toldAbout } from "~/steps/field-tracking/index.server";
import { Card, PageHeader } from "~/ui";

export const handle: RouteHandle<{ definition: { title: { zh: string; en: string } } }> = { i18n: ["ui", "road", "field"], title: (_t, data, locale) => data.definition.title[locale] };

export const loader = guardedLoader({ permission: "learn", scope: "any" }, async ({ db, actor, now, context, params }) => {
  const enrolment = await ownEnrolment(db, actor.id, uuidParam(params, "enrolment"), params.chapter ?? "");
  const [page, told] = enrolment ? await Promise.all([roadPage(db, enrolment, now), toldAbout(db, enrolment)]) : [];
  if (!enrolment || !page || !told) throw notFound();
  return { ...page, told, enrolment, locale: context.locale, now };
});

export default function RoadPage() {
  const { enrolment, definition, situation, history, told, locale, now } = useLoaderData<typeof loader>();
  const { t } = useTranslation("road");
  const title = pick(definition.title, locale);
  return (
    <>
      <PageHeader title={title} lead={pick(definition.summary, locale)} crumbs={[{ to: "/learn", label: t("home.title") }]} />
      <RoadView road={{ enrolmentId: enrolment.enrolmentId, chapterSlug: enrolment.chapterSlug, title, situation }} locale={locale} timeZone={enrolment.timeZone} now={now} />
      <ToldNotice told={told} locale={locale} timeZone={enrolment.timeZone} />
      <div className="mt-6 grid gap-6 lg:grid-cols-2">
        <Card title={t("page.goals")}>
          <ul className="list-disc ps-5 leading-7">
            {definition.goals.map((goal) => (
              <li key={goal.en}>{pick(goal, locale)}</li>
            ))}
          </ul>
        </Card>
        <Card title={t("page.history")}>
          <p className="mb-2 text-sm text-ink-soft">{t("page.historyHint")}</p>
          <RoadHistory entries={history} locale={locale} timeZone={enrolment.timeZone} />
        </Card>
      </div>
    </>
  );
}
