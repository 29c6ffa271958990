import { Link } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, type Column, Table } from "~/ui";
import { recordPath } from "../paths";
import { SlotBadge } from "./DayBadge";
import type { Period, Place, Slot } from "./day";
import type { Names } from "./names-of";
import { slotPagePath } from "./paths";

export interface ScheduleTableProps {
  cohortId: string;
  dayId: string;
  timeZone: string;
  times: readonly Period[];
  places: readonly Place[];
  slots: readonly Slot[];
  /** Whose slots break a rule. */
  broken: ReadonlySet<string>;
  names: Names;
  /** Slots whose record can be read. */
  signed: readonly string[];
  /** Slots lead to where they are changed. */
  editable: boolean;
  locale: Locale;
}

/** Who is examined when and where, by whom: a row per time and a column per place, on a phone a list by time. */
export function ScheduleTable({ cohortId, dayId, timeZone, times, places, slots, broken, names, signed, editable, locale }: ScheduleTableProps) {
  const { t } = useTranslation("defense-days");
  const clock = (instant: Date): string => formatDate(instant, { locale, timeZone, style: "time" });
  const cell = (slot: Slot) => <SlotCell slot={slot} broken={broken.has(slot.enrolmentId)} names={names} to={editable && slot.state === "planned" ? slotPagePath(cohortId, dayId, slot.enrolmentId) : null} record={signed.includes(slot.id)} />;
  const columns: Column<Period>[] = [
    { key: "time", header: t("day.time"), className: "whitespace-nowrap tabular", cell: ({ startsAt, endsAt }) => <time dateTime={startsAt.toISOString()}>{`${clock(startsAt)}–${clock(endsAt)}`}</time> },
    ...places.map((place) => ({
      key: place.id,
      header: place.name,
      className: "min-w-40",
      cell: ({ startsAt }: Period) => {
        const slot = slots.find((one) => one.placeId === place.id && one.startsAt.getTime() === startsAt.getTime());
        return slot ? cell(slot) : <span className="text-ink-faint">{t("day.free")}</span>;
      },
    })),
  ];
  const rows = rowsOf(slots);
  const open = times.filter(({ startsAt }) => !rows.some((row) => row.startsAt.getTime() === startsAt.getTime())).length;
  const footer = editable && open > 0 ? t("day.openTimes", { count: open }) : undefined;
  return (
    <>
      <div className="max-sm:hidden">
        <Table caption={t("day.scheduleCaption")} columns={columns} rows={rows} rowKey={({ startsAt }) => startsAt.toISOString()} footer={footer} />
      </div>
      <ol aria-label={t("day.scheduleCaption")} className="sm:hidden">
        {slots.map((slot) => (
          <li key={slot.id} className="grid grid-cols-[auto_1fr] gap-x-4 border-t border-line px-4 py-3">
            <time dateTime={slot.startsAt.toISOString()} className="font-semibold tabular coarse:leading-11">
              {clock(slot.startsAt)}
            </time>
            <div className="min-w-0 text-sm">
              {cell(slot)}
              <span className="text-ink-faint">{places.find(({ id }) => id === slot.placeId)?.name}</span>
            </div>
          </li>
        ))}
        {footer && <li className="border-t border-line px-4 py-3 text-sm text-ink-soft">{footer}</li>}
      </ol>
    </>
  );
}

function SlotCell({ slot, broken, names, to, record }: { slot: Slot; broken: boolean; names: Names; to: string | null; record: boolean }) {
  const { t } = useTranslation("defense-days");
  const name = names.candidate(slot.enrolmentId);
  return (
    <span className={clsx("grid gap-0.5", broken && "border-s-3 border-danger ps-2")}>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
        {to ? (
          <Link to={to} aria-label={t("day.edit", { name })} className="inline-flex items-center font-semibold underline underline-offset-4 hover:text-pine coarse:min-h-11">
            {name}
          </Link>
        ) : (
          <span className="font-semibold">{name}</span>
        )}
        {slot.state !== "planned" && <SlotBadge state={slot.state} />}
        {broken && <Badge tone="danger">{t("day.conflict")}</Badge>}
        {slot.pinned && <Badge>{t("day.pinned")}</Badge>}
        {slot.panel.some(({ ownManager }) => ownManager) && <Badge tone="mist">{t("day.ownManager")}</Badge>}
      </span>
      <span className="text-ink-soft">{slot.panel.map(({ personId, chair }) => (chair ? t("chairMark", { name: names.examiner(personId) }) : names.examiner(personId))).join(t("and"))}</span>
      {record && (
        <Link to={recordPath(slot.id)} aria-label={t("day.recordOf", { name })} className="inline-flex items-center text-pine underline underline-offset-4 coarse:min-h-11">
          {t("day.record")}
        </Link>
      )}
    </span>
  );
}

/** The times at which somebody is examined. */
function rowsOf(slots: readonly Slot[]): Period[] {
  const rows = new Map<number, Period>(slots.map(({ startsAt, endsAt }) => [startsAt.getTime(), { startsAt, endsAt }]));
  return [...rows.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
