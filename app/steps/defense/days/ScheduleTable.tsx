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

interface Row {
  startsAt: Date;
  endsAt: Date;
}

/** Who is examined when and where, by whom: a row per time and a column per place, on a phone a card per time. */
export function ScheduleTable({ cohortId, dayId, timeZone, times, places, slots, broken, names, signed, editable, locale }: ScheduleTableProps) {
  const { t } = useTranslation("defense-days");
  const clock = (instant: Date): string => formatDate(instant, { locale, timeZone, style: "time" });
  const columns: Column<Row>[] = [
    { key: "time", header: t("day.time"), className: "whitespace-nowrap tabular", cell: ({ startsAt, endsAt }) => <time dateTime={startsAt.toISOString()}>{`${clock(startsAt)}–${clock(endsAt)}`}</time> },
    ...places.map((place) => ({
      key: place.id,
      header: place.name,
      className: "min-w-40",
      cell: ({ startsAt }: Row) => {
        const slot = slots.find((one) => one.placeId === place.id && one.startsAt.getTime() === startsAt.getTime());
        return slot ? <SlotCell slot={slot} broken={broken.has(slot.enrolmentId)} names={names} to={editable && slot.state === "planned" ? slotPagePath(cohortId, dayId, slot.enrolmentId) : null} record={signed.includes(slot.id)} /> : <span className="text-ink-faint">{t("day.free")}</span>;
      },
    })),
  ];
  return <Table caption={t("day.scheduleCaption")} columns={columns} rows={rowsOf(times, slots)} rowKey={({ startsAt }) => startsAt.toISOString()} cards />;
}

function SlotCell({ slot, broken, names, to, record }: { slot: Slot; broken: boolean; names: Names; to: string | null; record: boolean }) {
  const { t } = useTranslation("defense-days");
  const name = names.candidate(slot.enrolmentId);
  return (
    <span className={clsx("grid gap-0.5", broken && "border-s-3 border-danger ps-2")}>
      <span className="flex flex-wrap items-center gap-x-2 gap-y-1 max-sm:justify-end">
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
        <Link to={recordPath(slot.id)} aria-label={t("day.recordOf", { name })} className="inline-flex items-center text-pine underline underline-offset-4 max-sm:justify-end coarse:min-h-11">
          {t("day.record")}
        </Link>
      )}
    </span>
  );
}

/** The times of the day, and those of slots that lie outside them. */
function rowsOf(times: readonly Period[], slots: readonly Slot[]): Row[] {
  const rows = new Map<number, Row>([...times, ...slots].map(({ startsAt, endsAt }) => [startsAt.getTime(), { startsAt, endsAt }]));
  return [...rows.values()].sort((a, b) => a.startsAt.getTime() - b.startsAt.getTime());
}
