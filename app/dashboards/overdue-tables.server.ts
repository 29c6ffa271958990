import { personName } from "~/cohorts";
import { daysBetween, isoDay } from "~/i18n/dates";
import { pick } from "~/i18n/pick";
import type { FigureTable } from "./figure-table";
import type { OverdueUse } from "./OverdueScreen";
import type { OverdueStep } from "./overdue.view.server";
import type { TableTexts } from "./tables-of.server";

/** What is overdue as plain tables, for files; days are business days in `timeZone`. */
export function overdueTables({ steps, uses }: { steps: readonly OverdueStep[]; uses: readonly Omit<OverdueUse, "answer">[] }, { t, road, locale }: TableTexts, { now, timeZone }: { now: Date; timeZone: string }): FigureTable[] {
  const head = [t("overdue.waitsFor"), t("overdue.who"), t("team"), t("overdue.what")];
  const tail = [t("overdue.since"), t("overdue.daysOver"), t("overdue.next")];
  const names = (people: readonly { name: string; nameLatin: string | null }[], party: string): string => (people.length > 0 ? people.map((person) => personName(person, locale)).join(t("comma")) : t(`waits.${party}`));
  const when = (dueAt: Date) => [isoDay(dueAt, timeZone), daysBetween(dueAt, now, timeZone)];
  const day = (at: Date | null): string | null => at && isoDay(at, timeZone);
  return [
    {
      key: "uses",
      title: t("overdue.uses"),
      columns: [...head, ...tail, t("overdue.remindedOn"), t("overdue.escalatedOn")],
      rows: uses.map((use) => [names(use.managers, "manager"), personName(use.learner, locale), pick(use.team, locale), t("overdue.use", { tool: pick(use.tool, locale), deal: use.dealTitle }), ...when(use.dueAt), t(use.managers.length === 0 ? "overdue.nextOf.nobody" : "overdue.nextOf.use"), day(use.remindedAt), day(use.escalatedAt)]),
    },
    {
      key: "steps",
      title: t("overdue.steps"),
      columns: [...head, ...tail],
      rows: steps.map((row) => [names(row.people, row.party), personName(row.learner, locale), pick(row.team, locale), t("overdue.step", { step: road(`step.${row.step}`), chapter: pick(row.chapter, locale), cohort: row.cohortName }), ...when(row.dueAt), t(`overdue.nextOf.${row.party}`)]),
    },
  ];
}
