import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader, uuidParam } from "~/auth/index.server";
import { PlannedItem, PlannedList } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { DayBadge, defenseDayPath, defenseDaysPath } from "~/steps/defense";
import { dayList } from "~/steps/defense/index.server";
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
  const { t } = useTranslation("defense-days");
  return (
    <PlannedList
      cohort={cohort}
      lead={t("list.lead")}
      plan={mayTeach ? { to: `${defenseDaysPath(cohort.id)}/new`, label: t("list.plan") } : null}
      empty={{ title: t("list.empty"), text: t("list.emptyText") }}
      note={waiting.ready > 0 && <p className="mb-4 tabular">{t("list.ready", waiting)}</p>}
    >
      {days.map((day) => (
        <PlannedItem
          key={day.id}
          to={defenseDayPath(cohort.id, day.id)}
          session={day}
          badge={<DayBadge state={day.state} />}
          progress={day.held > 0 ? t("list.held", { held: day.held, slots: day.slots }) : t("list.slots", { slots: day.slots, candidates: day.candidates, examiners: day.examiners })}
          lines={[day.chapters.map(({ number, title }) => t("chapter", { number, title: pick(title, locale) })).join(" · ")]}
          locale={locale}
          readerZone={timeZone}
        />
      ))}
    </PlannedList>
  );
}
