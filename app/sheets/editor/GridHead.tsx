import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import type { SheetDefinition, TableDefinition } from "../definition";
import { unitText } from "../engine/unit-text";
import type { CellIo } from "./cell-io";
import { columnPixels, HANDLE_PIXELS, headerGroups, isNumeric } from "./looks";

const WIDE_HANDLE_PIXELS = 160;

/** The columns' names, with their groups above them, and how wide they are. */
export function GridHead({ table, groups = [], io, plain = false }: { table: TableDefinition; groups?: SheetDefinition["groups"]; io: CellIo; /** Of a table that is only read. */ plain?: boolean }) {
  const { t } = useTranslation("sheets");
  const { columns } = table;
  const upper = headerGroups(columns);
  const pinned = (at: number): string | false => at === 0 && columns[0]?.id === table.rowTitle && !table.fixed && "sheet-pinned sheet-name";
  return (
    <>
      <colgroup>
        <col width={table.fixed ? WIDE_HANDLE_PIXELS : HANDLE_PIXELS} />
        {columns.map((column) => (
          <col key={column.id} width={columnPixels(column)} />
        ))}
      </colgroup>
      <thead>
        {upper && (
          <tr role={plain ? undefined : "row"}>
            <td role={plain ? undefined : "gridcell"} className="sheet-pinned sheet-handle" />
            {upper.map(({ group, span }, at) => {
              const title = groups.find(({ id }) => id === group)?.title;
              return (
                <th key={at} role={plain ? undefined : "columnheader"} scope="colgroup" colSpan={span} aria-colspan={plain ? undefined : span} className={clsx("sheet-group", pinned(at))}>
                  {title && pick(title, io.locale)}
                </th>
              );
            })}
          </tr>
        )}
        <tr role={plain ? undefined : "row"}>
          <th role={plain ? undefined : "columnheader"} scope="col" aria-colindex={plain ? undefined : 1} className="sheet-pinned sheet-handle">
            {table.fixed ? pick(table.rowName, io.locale) : <span className="sr-only">{t("grid.number")}</span>}
          </th>
          {columns.map((column, at) => (
            <th key={column.id} role={plain ? undefined : "columnheader"} scope="col" aria-colindex={plain ? undefined : at + 2} className={clsx(isNumeric(column) && "sheet-end", pinned(at))}>
              <span className="text-ink">{pick(column.label, io.locale)}</span>
              {typeof column.unit === "string" && <span className="ms-1 font-normal text-ink-soft">{unitText(column.unit, io.locale, io.currency)}</span>}
            </th>
          ))}
        </tr>
      </thead>
    </>
  );
}
