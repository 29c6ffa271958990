import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Disclosure, Table } from "~/ui";
import type { CalibrationPage } from "./calibration-page.view.server";
import { useShift } from "./ShiftText";
import { spread, TimeDots } from "./TimeDots";

/** Scored anchors in time, up is more severe than agreed, as on the season page; the table behind it. */
export function DriftOfAnchors({ drift, caption, locale, timeZone }: { drift: CalibrationPage["chapters"][number]["drift"]; caption: string; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("raters");
  const shift = useShift();
  const at = spread(drift.map(({ ratedAt }) => ratedAt.getTime()));
  const day = (date: Date): string => formatDate(date, { locale, timeZone, style: "date" });
  const [first, last] = [drift[0], drift.at(-1)];
  return (
    <>
      <TimeDots dots={drift.map((one, index) => ({ at: at[index]!, mean: -one.shift }))} joined />
      {first !== undefined && last !== undefined && (
        <p aria-hidden className="flex justify-between text-xs text-ink-soft tabular">
          <span>{day(first.ratedAt)}</span>
          {last !== first && <span>{day(last.ratedAt)}</span>}
        </p>
      )}
      <Disclosure summary={t("asTable")} name={`${t("asTable")} · ${caption}`}>
        <Table
          caption={caption}
          rows={drift}
          rowKey={({ anchorKey, ratedAt }) => `${anchorKey} ${ratedAt.toISOString()}`}
          columns={[
            { key: "anchor", header: t("calibration.anchor"), cell: (row) => pick(row.title, locale) },
            { key: "on", header: t("calibration.on"), cell: (row) => day(row.ratedAt) },
            { key: "shift", header: t("calibration.shift"), align: "end", cell: (row) => shift(row.shift) },
            { key: "judgements", header: t("calibration.judgements"), align: "end", cell: (row) => row.judgements },
          ]}
        />
      </Disclosure>
    </>
  );
}
