import { Link } from "@remix-run/react";
import clsx from "clsx";
import { type KeyboardEvent, type ReactNode, useRef } from "react";
import { useTranslation } from "react-i18next";
import { RoadGridCell, RoadGridSprite } from "./RoadGridCell";
import { STEP_STATES, type StepState } from "./step-state";

export interface RoadGridProps {
  caption: string;
  /** The chapters, each with its steps; one column a step. */
  groups: readonly { key: string; title: ReactNode; steps: readonly { key: string; title: string; short: string }[] }[];
  /** The learners, each with one cell for every column in the same order; `null` where the chapter leaves the step out. */
  rows: readonly { key: string; name: string; href?: string; cells: readonly (GridCell | null)[] }[];
}

export interface GridCell {
  state: StepState;
  /** Words for this cell, without learner and step: "待批阅，已等 3 天". */
  text: string;
  href?: string;
  late?: boolean;
  figure?: string;
}

/** The instructor's grid: learners × steps. Arrow keys go from cell to cell; names and headings stay in sight. */
export function RoadGrid({ caption, groups, rows }: RoadGridProps) {
  const { t } = useTranslation("ui");
  const table = useRef<HTMLTableElement>(null);
  const steps = groups.flatMap((group) => group.steps.map((step, index) => ({ ...step, first: index === 0, id: `${group.key} ${step.key}` })));
  return (
    <div>
      <RoadGridSprite />
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard */}
      <div role="region" aria-label={caption} tabIndex={0} className="relative max-h-[80vh] overflow-auto">
        <table ref={table} onKeyDown={(event) => moveFocus(event, table.current)} className="border-separate border-spacing-0 text-sm">
          <caption className="sr-only">{caption}</caption>
          <thead className="sticky top-0 z-20 bg-surface">
            <tr>
              <th rowSpan={2} scope="col" className="sticky start-0 z-10 min-w-28 border-b border-line-strong bg-surface px-4 pb-1.5 text-start align-bottom text-xs text-ink-soft">
                {t("road.learner")}
              </th>
              {groups.map((group) => (
                <th key={group.key} colSpan={group.steps.length} scope="colgroup" className="border-s border-line px-2 pt-2 text-start text-xs whitespace-nowrap">
                  {group.title}
                </th>
              ))}
            </tr>
            <tr>
              {steps.map((step) => (
                <th key={step.id} scope="col" className={clsx("border-b border-line-strong px-0.5 pb-1.5 text-center text-xs font-normal text-ink-soft", step.first && "border-s border-s-line")}>
                  <abbr title={step.title} className="no-underline">
                    {step.short}
                  </abbr>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.key} className="group">
                <th scope="row" className="sticky start-0 z-10 border-b border-line bg-surface px-4 py-1 text-start font-semibold whitespace-nowrap group-hover:bg-paper">
                  {row.href ? (
                    <Link to={row.href} className="inline-flex min-h-8 items-center underline-offset-4 hover:text-pine hover:underline coarse:min-h-11">
                      {row.name}
                    </Link>
                  ) : (
                    row.name
                  )}
                </th>
                {steps.map((step, index) => {
                  const cell = row.cells[index];
                  return (
                    <td key={step.id} className={clsx("border-b border-line px-0.5 py-1 group-hover:bg-paper", step.first && "border-s")}>
                      {cell && <RoadGridCell {...cell} label={`${row.name} · ${step.title} · ${cell.text}`} />}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <ul className="flex flex-wrap gap-x-4 gap-y-1 border-t border-line px-4 py-2.5 text-xs text-ink-soft">
        {STEP_STATES.map((state) => (
          <li key={state} className="flex items-center gap-1.5">
            <span aria-hidden className="[&>span]:h-5 [&>span]:min-w-5 [&_svg]:size-3.5">
              <RoadGridCell state={state} label="" />
            </span>
            {t(`state.${state}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}

const MOVES: Record<string, [number, number]> = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };

/** Moves the focus from a cell to the next one with a link in the direction of the key. */
function moveFocus(event: KeyboardEvent, table: HTMLTableElement | null): void {
  const move = MOVES[event.key];
  const from = event.target instanceof HTMLElement ? event.target.closest<HTMLTableCellElement>("tbody td, tbody th") : null;
  if (!move || !from || !table) return;
  let row = (from.parentElement as HTMLTableRowElement).rowIndex + move[0];
  let column = from.cellIndex + move[1];
  for (let cell = table.rows[row]?.cells[column]; cell; cell = table.rows[(row += move[0])]?.cells[(column += move[1])]) {
    const target = cell.closest("tbody") ? cell.querySelector<HTMLElement>("a") : null;
    if (!target) continue;
    event.preventDefault();
    target.focus();
    return;
  }
}
