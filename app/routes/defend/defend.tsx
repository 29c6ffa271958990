import { useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { CALIBRATION_PATH, ExaminerDayCard, OpenConditions } from "~/steps/defense";
import { examinerDays, openConditions } from "~/steps/defense/index.server";
import { ButtonLink, EmptyState, PageHeader } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "defense-days", "defense"], title: (t) => t("defense-days:defend.title") };

export const loader = guardedLoader({ permission: "defense:sit", scope: "any" }, async ({ db, actor, context, now }) => ({
  ...(await examinerDays(db, actor.id, now)),
  conditions: await openConditions(db, actor, context.locale),
  locale: context.locale,
  timeZone: actor.timeZone,
}));

export default function Defend() {
  const { coming, past, conditions, locale, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("defense-days");
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("defend.title")} lead={t("defend.lead")} actions={<ButtonLink to={CALIBRATION_PATH}>{t("defend.calibration")}</ButtonLink>} />
      <div className="grid gap-6">
        <OpenConditions conditions={conditions} locale={locale} />
        {coming.length === 0 && <EmptyState title={t("defend.none")}>{t("defend.noneText")}</EmptyState>}
        {coming.length > 0 && <h2 className="text-xl">{t("defend.coming")}</h2>}
        {coming.map((line) => (
          <ExaminerDayCard key={line.day.id} line={line} readerZone={timeZone} locale={locale} />
        ))}
        {past.length > 0 && <h2 className="mt-4 text-xl">{t("defend.past")}</h2>}
        {past.map((line) => (
          <ExaminerDayCard key={line.day.id} line={line} readerZone={timeZone} locale={locale} past />
        ))}
      </div>
    </div>
  );
}
