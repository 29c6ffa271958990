import { Link } from "@remix-run/react";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Competency } from "~/capability";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import "./heat.css";
import { countsAt, HEAT_TONES, heatOf, type HeatTone, type PackedCounts } from "./heat";
import { dashboardPath, type Filter, peoplePath } from "./paths";
import { type Counts, unknownOf } from "./ready";
import { useRoutedCells } from "./use-routed-cells";

/** Colour and pattern of a cell; the number says the same. */
const LOOKS: Record<HeatTone, string> = {
  unknown: "heat-unknown pattern-hatch",
  some: "heat-some pattern-hatch",
  low: "heat-low pattern-cross",
  middle: "heat-middle pattern-dots",
  good: "heat-good",
  high: "heat-high",
};

const CELL = { role: "cell" } as const;

interface HeatTeam {
  id: string;
  name: Bilingual;
  people: number;
  /** Whether it has teams below to go down to. */
  opens: boolean;
  cells: PackedCounts;
}

export interface HeatGridProps {
  competencies: readonly Competency[];
  teams: readonly HeatTeam[];
  whole: { people: number; cells: PackedCounts };
  filter: Filter;
  top: { id: string; name: Bilingual } | null;
  locale: Locale;
  /** Of now: cells lead to people. */
  live: boolean;
}

/** The heat map: a table whose cells are links; on phones each team is a block of its own. */
export function HeatGrid({ competencies, teams, whole, filter, top, locale, live }: HeatGridProps) {
  const { t } = useTranslation("dashboards");
  const body = useRef<HTMLTableSectionElement>(null);
  useRoutedCells(body, "heat-cell");
  const columns = competencies.map((competency) => ({ competency, name: t(`competencies.${competency}`) }));
  const cell = useCell();
  const cellsOf = (team: string, id: string | null, row: { people: number; cells: PackedCounts }) =>
    columns.map(({ competency, name }, at) => (
      <td key={competency} {...CELL}>
        {cell(countsAt(row.cells, at, row.people), { team, competency: name }, live ? peoplePath(competency, { team: id }) : null)}
      </td>
    ));
  return (
    <>
      <ul className="mb-4 flex flex-wrap gap-x-4 gap-y-1 text-sm text-ink-soft">
        {HEAT_TONES.map((tone) => (
          <li key={tone} className="flex items-center gap-1.5">
            <span aria-hidden className={`inline-block size-4 rounded-xs border border-line ${LOOKS[tone]}`} />
            {t(`heat.tone.${tone}`)}
          </li>
        ))}
      </ul>
      <div role="region" aria-label={t("heat.title")} className="max-sm:contents sm:relative sm:max-w-full sm:overflow-x-auto">
        {/* As blocks the display changes, and with it what some browsers tell a screen reader: the roles are therefore explicit. */}
        <table role="table" className="heat w-full border-separate border-spacing-1 text-sm max-sm:block">
          <caption className="sr-only">{t("heat.caption")}</caption>
          <thead role="rowgroup" className="max-sm:sr-only">
            <tr role="row">
              <th role="columnheader" scope="col" className="sticky start-0 w-48 z-10 bg-surface px-2 py-1 text-start text-xs text-ink-soft">
                {t("team")}
              </th>
              {columns.map(({ competency, name }) => (
                <th key={competency} role="columnheader" scope="col" className="px-1 py-1 align-bottom text-xs text-ink-soft">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody ref={body} role="rowgroup">
            {teams.map((team) => (
              <tr key={team.id} role="row">
                <th role="rowheader" scope="row">
                  <TeamName team={team} filter={filter} locale={locale} />
                  <small>{t("heat.n", { count: team.people })}</small>
                </th>
                {cellsOf(pick(team.name, locale), team.id, team)}
              </tr>
            ))}
            {teams.length > 1 && (
              <tr role="row">
                <th role="rowheader" scope="row">
                  {top ? pick(top.name, locale) : t("heat.whole")}
                  <small>{t("heat.n", { count: whole.people })}</small>
                </th>
                {cellsOf(t("heat.whole"), top?.id ?? null, whole)}
              </tr>
            )}
          </tbody>
        </table>
      </div>
    </>
  );
}

function TeamName({ team, filter, locale }: { team: HeatTeam; filter: Filter; locale: Locale }) {
  const { t } = useTranslation("dashboards");
  const name = pick(team.name, locale);
  if (!team.opens) return <>{name}</>;
  return (
    <Link to={dashboardPath("heat", { ...filter, team: team.id })} className="inline-flex min-h-11 items-center text-pine underline-offset-4 hover:underline" aria-label={t("heat.below", { team: name })}>
      {name}
    </Link>
  );
}

/**
 * Draws cells. What a cell says in words is its title, and, its figures being hidden from screen readers, its name. The two sentences
 * are looked up once and filled in here: thousands of times that is most of the page's work.
 */
function useCell(): (counts: Counts, of: { team: string; competency: string }, to: string | null) => JSX.Element {
  const { t } = useTranslation("dashboards");
  const says = filler(t("heat.cell", { team: "{team}", competency: "{competency}", people: "{people}", ready: "{ready}", unknown: "{unknown}", notReady: "{notReady}" }));
  const fraction = filler(t("heat.of", { ready: "{ready}", people: "{people}" }));
  return (counts, of, to) => {
    const { tone, share } = heatOf(counts);
    const title = says({ ...of, ...counts, unknown: unknownOf(counts) });
    const className = `heat-cell ${LOOKS[tone]}`;
    const inside = (
      <span aria-hidden data-of={of.competency}>
        <b>{share === null ? "–" : `${Math.round(share * 100)}%`}</b>
        {fraction({ ...counts })}
      </span>
    );
    return to === null ? (
      <span role="img" title={title} className={className}>
        {inside}
      </span>
    ) : (
      <a href={to} title={title} className={className}>
        {inside}
      </a>
    );
  };
}

/** Fills the `{names}` of a text. */
function filler(text: string): (values: Record<string, string | number>) => string {
  const parts = text.split(/\{(\w+)\}/);
  return (values) => parts.map((part, at) => (at % 2 === 0 ? part : String(values[part] ?? ""))).join("");
}
