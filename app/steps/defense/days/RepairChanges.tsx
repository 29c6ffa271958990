import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, type Column, Table, type Tone } from "~/ui";
import type { Names } from "./names-of";
import type { ChangeView, SpotView } from "./repair-page.view.server";

const TONES = { "placed": "pine", "taken-away": "danger", "moved": "mist", "panel": "neutral" } as const satisfies Record<ChangeView["kind"], Tone>;

/** What a repair changes, slot by slot: before and after side by side. */
export function RepairChanges({ changes, names, timeZone, locale }: { changes: readonly ChangeView[]; names: Names; timeZone: string; locale: Locale }) {
  const { t } = useTranslation("defense-days");
  const spot = (view: SpotView | null) => (view ? t("day.slotAt", { when: formatDate(view.startsAt, { locale, timeZone, style: "time" }), place: view.place }) : "–");
  const people = (ids: readonly string[]): string => ids.map(names.examiner).join(t("and"));
  const columns: Column<ChangeView>[] = [
    { key: "who", header: t("repair.who"), cell: ({ enrolmentId }) => names.candidate(enrolmentId) },
    { key: "kind", header: t("repair.change"), cell: ({ kind }) => <Badge tone={TONES[kind]}>{t(`repair.${kind}`)}</Badge> },
    { key: "before", header: t("repair.before"), className: "tabular", cell: ({ before }) => spot(before) },
    { key: "after", header: t("repair.after"), className: "tabular", cell: ({ after }) => spot(after) },
    {
      key: "panel",
      header: t("repair.panel"),
      cell: ({ joined, left, chair }) => (
        <span className="grid gap-0.5">
          {left.length > 0 && <span className="text-ink-soft">{t("repair.leaves", { names: people(left) })}</span>}
          {joined.length > 0 && <span>{t("repair.joins", { names: people(joined) })}</span>}
          {chair && <span>{t("repair.chairBecomes", { name: names.examiner(chair) })}</span>}
        </span>
      ),
    },
  ];
  return <Table caption={t("repair.changes", { count: changes.length })} columns={columns} rows={changes} rowKey={({ enrolmentId }) => enrolmentId} cards />;
}
