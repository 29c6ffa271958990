import { Link } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { HeatMap, HeatRow } from "./heat-map.view.server";
import { heatOf, type HeatTone } from "./heat";
import { dashboardPath, type Filter, peoplePath } from "./paths";
import { type Counts, unknownOf } from "./ready";

/** Colour and pattern of a cell; the number says the same. */
const LOOKS: Record<HeatTone, string> = {
  unknown: "bg-paper-deep text-ink pattern-hatch",
  some: "bg-pine-soft text-pine-deep pattern-hatch",
  low: "bg-danger-soft text-danger pattern-cross",
  middle: "bg-mist-soft text-mist pattern-dots",
  good: "bg-pine-soft text-pine-deep",
  high: "bg-pine text-on-pine",
};

const ROW_HEADER = { role: "rowheader", scope: "row" } as const;
const CELL = { role: "cell" } as const;

export interface HeatGridProps {
  map: HeatMap;
  filter: Filter;
  top: { id: string; name: Bilingual } | null;
  locale: Locale;
  /** Of now: cells lead to people. */
  live: boolean;
}

/** The heat map: a table whose cells are links; on phones each team is a block of its own. */
export function HeatGrid({ map, filter, top, locale, live }: HeatGridProps) {
  const { t } = useTranslation("dashboards");
  const rows = [...map.rows, ...(map.rows.length > 1 ? [{ ...map.whole, team: null, opens: false }] : [])];
  return (
    <>
      <ul className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
        {(Object.keys(LOOKS) as HeatTone[]).map((tone) => (
          <li key={tone} className="flex items-center gap-1.5">
            <span aria-hidden className={clsx("inline-block size-4 rounded-xs border border-line", LOOKS[tone])} />
            {t(`heat.tone.${tone}`)}
          </li>
        ))}
      </ul>
      <div role="region" aria-label={t("heat.title")} className="max-sm:contents sm:relative sm:max-w-full sm:overflow-x-auto">
        {/* As blocks the display changes, and with it what some browsers tell a screen reader: the roles are therefore explicit. */}
        <table role="table" className="w-full border-separate border-spacing-1 text-sm max-sm:block">
          <caption className="sr-only">{t("heat.caption")}</caption>
          {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
          <thead role="rowgroup" className="max-sm:sr-only">
            <tr role="row">
              <th role="columnheader" scope="col" className="sticky start-0 w-48 z-10 bg-surface px-2 py-1 text-start text-xs text-ink-soft">
                {t("team")}
              </th>
              {map.competencies.map((competency) => (
                <th key={competency} role="columnheader" scope="col" className="px-1 py-1 align-bottom text-xs text-ink-soft">
                  {t(`competencies.${competency}`)}
                </th>
              ))}
            </tr>
          </thead>
          {/* eslint-disable-next-line jsx-a11y/no-redundant-roles */}
          <tbody role="rowgroup" className="max-sm:grid max-sm:gap-5">
            {rows.map((row) => (
              <tr key={row.team?.id ?? "whole"} role="row" className="max-sm:grid max-sm:grid-cols-3 max-sm:gap-1.5">
                <th {...ROW_HEADER} className="sticky start-0 z-10 bg-surface px-2 text-start font-semibold whitespace-nowrap max-sm:col-span-3 max-sm:px-0">
                  <RowName row={row} filter={filter} top={top} locale={locale} />
                  <span className="ms-2 text-xs font-normal text-ink-soft tabular">{t("heat.n", { count: row.people })}</span>
                </th>
                {row.cells.map(({ competency, counts }) => (
                  <td key={competency} {...CELL} className="p-0 max-sm:block">
                    <Cell counts={counts} name={t(`competencies.${competency}`)} team={row.team ? pick(row.team.name, locale) : t("heat.whole")} to={live ? peoplePath(competency, { team: row.team?.id ?? top?.id ?? null }) : null} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

function RowName({ row, filter, top, locale }: { row: Omit<HeatRow, "team"> & { team: HeatRow["team"] | null }; filter: Filter; top: HeatGridProps["top"]; locale: Locale }) {
  const { t } = useTranslation("dashboards");
  if (!row.team) return <>{top ? pick(top.name, locale) : t("heat.whole")}</>;
  if (!row.opens) return <>{pick(row.team.name, locale)}</>;
  return (
    <Link to={dashboardPath("heat", { ...filter, team: row.team.id })} className="inline-flex min-h-11 items-center text-pine underline-offset-4 hover:underline" aria-label={t("heat.below", { team: pick(row.team.name, locale) })}>
      {pick(row.team.name, locale)}
    </Link>
  );
}

function Cell({ counts, name, team, to }: { counts: Counts; name: string; team: string; to: string | null }) {
  const { t } = useTranslation("dashboards");
  const { tone, share } = heatOf(counts);
  const label = t("heat.cell", { team, competency: name, ready: counts.ready, unknown: unknownOf(counts), notReady: counts.notReady, people: counts.people });
  const inside = (
    <>
      <span aria-hidden className="block truncate text-xs sm:hidden">{name}</span>
      <span aria-hidden className="block text-base leading-tight font-semibold">{share === null ? "–" : `${Math.round(share * 100)}%`}</span>
      <span aria-hidden className="block text-xs leading-tight">{t("heat.of", { ready: counts.ready, people: counts.people })}</span>
    </>
  );
  const look = clsx("grid min-h-13 min-w-16 place-content-center rounded-sm px-1 py-1 text-center tabular max-sm:min-w-0", LOOKS[tone]);
  return to === null ? (
    <span role="img" aria-label={label} title={label} className={look}>
      {inside}
    </span>
  ) : (
    <Link to={to} aria-label={label} title={label} className={clsx(look, "hover:outline-2 hover:outline-pine")}>
      {inside}
    </Link>
  );
}
