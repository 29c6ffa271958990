import type { ReactElement, ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Table } from "~/ui";

export interface PictureTable {
  head: readonly string[];
  rows: readonly (readonly string[])[];
  /** Columns (counted from 0) with numbers, which line up at the right. */
  numbers?: readonly number[];
}

export interface PictureFrameProps {
  /** What the picture shows, in one sentence: its accessible name, and the caption of the table. */
  title: string;
  width?: number;
  height: number;
  children: ReactNode;
  /** What follows from the picture, one sentence each. */
  notes?: readonly string[];
  table: PictureTable;
}

/** A derived picture with what follows from it, and behind it the same facts as a table. */
export function PictureFrame({ title, width = 360, height, children, notes = [], table }: PictureFrameProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  return (
    <figure className="grid min-w-0 gap-2">
      <svg viewBox={`0 0 ${width} ${height}`} role="img" fontSize="13" className="h-auto w-full max-w-lg">
        <title>{title}</title>
        {children}
      </svg>
      {notes.length > 0 && (
        <figcaption className="grid gap-1 text-sm text-ink-soft">
          {notes.map((note) => (
            <p key={note}>{note}</p>
          ))}
        </figcaption>
      )}
      <details className="min-w-0 text-sm">
        <summary className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">{t("frame.table")}</summary>
        {table.rows.length > 0 ? (
          <Table
            caption={title}
            columns={table.head.map((header, at) => ({ key: String(at), header, cell: (row: Row) => row.cells[at] ?? "", align: table.numbers?.includes(at) ? ("end" as const) : ("start" as const) }))}
            rows={table.rows.map((cells, at) => ({ key: String(at), cells }))}
            rowKey={(row) => row.key}
          />
        ) : (
          <p className="text-ink-soft">{t("frame.nothing")}</p>
        )}
      </details>
    </figure>
  );
}

interface Row {
  key: string;
  cells: readonly string[];
}
