import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { Card, ConfirmButton } from "~/ui";
import { dayAdmits } from "./day";
import type { DayPage } from "./day-page.view.server";
import { slotPagePath } from "./paths";

const LINK = "inline-flex items-center font-semibold underline underline-offset-4 hover:text-pine coarse:min-h-11";

/** Who found no slot, each with the reason; and, once their time has come, who may have stayed away. */
export function Unplaced({ page, mayTeach, locale, now }: { page: DayPage; mayTeach: boolean; locale: Locale; now: Date }) {
  const { t } = useTranslation("defense-days");
  const { day, candidates, slots } = page;
  const left = candidates.filter(({ enrolmentId, droppedAt, unplaced }) => unplaced !== null && droppedAt === null && !slots.some((slot) => slot.enrolmentId === enrolmentId));
  const overdue = mayTeach && dayAdmits(day.state, "hold") ? slots.filter(({ state, startsAt }) => state === "planned" && startsAt <= now) : [];
  const names = new Map(candidates.map((candidate) => [candidate.enrolmentId, personName(candidate, locale)]));
  return (
    <>
      {left.length > 0 && (
        <Card title={t("day.unplaced")}>
          <ul className="grid gap-1">
            {left.map(({ enrolmentId, unplaced }) => (
              <li key={enrolmentId} className="flex flex-wrap items-baseline gap-x-3">
                {mayTeach ? (
                  <Link to={slotPagePath(day.cohortId, day.id, enrolmentId)} className={LINK}>
                    {names.get(enrolmentId)}
                  </Link>
                ) : (
                  <span className="font-semibold">{names.get(enrolmentId)}</span>
                )}
                <span className="text-ink-soft">{unplaced && t(`reason.${unplaced}`)}</span>
              </li>
            ))}
          </ul>
        </Card>
      )}
      {overdue.length > 0 && (
        <Card title={t("day.noShow")}>
          <ul className="grid gap-2">
            {overdue.map(({ id, enrolmentId }) => (
              <li key={id} className="flex flex-wrap items-center justify-between gap-3">
                <span className="font-semibold">{names.get(enrolmentId)}</span>
                <Form method="post">
                  <input type="hidden" name="slot" value={id} />
                  <ConfirmButton name="intent" value="no-show" variant="quiet" title={t("day.noShowTitle", { name: names.get(enrolmentId) })} consequence={t("day.noShowText")} confirmLabel={t("day.noShowAct")}>
                    {t("day.noShow")}
                  </ConfirmButton>
                </Form>
              </li>
            ))}
          </ul>
        </Card>
      )}
    </>
  );
}
