import clsx from "clsx";
import type { ReactNode } from "react";

export interface Column<Row> {
  key: string;
  header: ReactNode;
  cell: (row: Row) => ReactNode;
  /** `end` for numbers: right-aligned tabular figures. */
  align?: "start" | "end" | "center";
  /** The column that names the row (first by default). */
  rowHeader?: boolean;
  /** Left out on phones, for what can be spared. */
  wideOnly?: boolean;
  className?: string;
}

export interface TableProps<Row> {
  /** What the table shows; read out, and visible with `showCaption`. */
  caption: string;
  showCaption?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** Below 640 px each row becomes a card with its headers as labels; otherwise the table scrolls in its own box. */
  cards?: boolean;
  /** Keeps the header in sight inside a box of this height, for long tables. */
  scroll?: boolean;
  footer?: ReactNode;
  /** In place of the rows when there are none. */
  empty?: ReactNode;
}

const ALIGN = { start: "text-start", end: "text-end tabular", center: "text-center" } as const;

/** A dense table: sticky header, row header, numbers that line up. */
export function Table<Row>({ caption, showCaption = false, columns, rows, rowKey, cards = false, scroll = false, footer, empty }: TableProps<Row>) {
  if (rows.length === 0 && empty) return <>{empty}</>;
  const named = columns.find((column) => column.rowHeader)?.key ?? columns[0]?.key;
  return (
    <div
      // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- a scrolling region must be reachable by keyboard
      tabIndex={0}
      role="region"
      aria-label={caption}
      className={clsx("relative min-w-0 overflow-x-auto", scroll && "max-h-[75vh] overflow-y-auto", cards && "max-sm:overflow-visible")}
    >
      <table role="table" className={clsx("w-full border-collapse text-sm", cards && "max-sm:block")}>
        <caption className={showCaption ? "pb-2 text-start text-sm text-ink-soft" : "sr-only"}>{caption}</caption>
        {/* As cards the table's display changes, and with it what some browsers tell a screen reader: the roles are therefore explicit. */}
        <thead role="rowgroup" className={clsx(cards && "max-sm:sr-only")}>
          <tr role="row">
            {columns.map((column) => (
              <th
                key={column.key}
                role="columnheader"
                scope="col"
                className={clsx(
                  "sticky top-0 z-10 border-b border-line-strong bg-surface px-3 py-2 align-bottom text-xs whitespace-nowrap text-ink-soft first:ps-4 last:pe-4",
                  ALIGN[column.align ?? "start"],
                  column.wideOnly && "max-sm:hidden",
                )}
              >
                {column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" className={clsx(cards && "max-sm:grid max-sm:gap-3 max-sm:p-3")}>
          {rows.map((row) => (
            <tr key={rowKey(row)} role="row" className={clsx("border-b border-line last:border-b-0 hover:bg-paper", cards && "max-sm:grid max-sm:rounded-md max-sm:border max-sm:last:border-b max-sm:py-2")}>
              {columns.map((column) => {
                const isHeader = column.key === named;
                const Cell = isHeader ? "th" : "td";
                return (
                  <Cell
                    key={column.key}
                    role={isHeader ? "rowheader" : "cell"}
                    {...(isHeader ? { scope: "row" } : {})}
                    className={clsx(
                      "px-3 py-2 align-top first:ps-4 last:pe-4",
                      ALIGN[column.align ?? "start"],
                      isHeader && "text-start font-semibold",
                      cards && "max-sm:flex max-sm:justify-between max-sm:gap-4 max-sm:px-4 max-sm:py-1 max-sm:text-end",
                      cards && isHeader && "max-sm:text-base max-sm:text-start",
                      column.wideOnly && "max-sm:hidden",
                      column.className,
                    )}
                  >
                    {cards && !isHeader && <span aria-hidden className="shrink-0 text-ink-soft sm:hidden">{column.header}</span>}
                    {cards ? <span className="min-w-0">{column.cell(row)}</span> : column.cell(row)}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {footer && <div className="border-t border-line px-4 py-3 text-sm text-ink-soft">{footer}</div>}
    </div>
  );
}
