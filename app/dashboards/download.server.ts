import type { FigureTable } from "./figure-table";
import { csvOf, type Facts, xlsxOf } from "./table-file.server";

export const FILE_FORMATS = ["csv", "xlsx"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const TYPES: Record<FileFormat, string> = { csv: "text/csv; charset=utf-8", xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" };

/** The parts of a file's name in an address, `season.csv`; null when it is none that can be had. */
export function fileAsked(name: string | undefined): { page: string; format: FileFormat } | null {
  const [, page, format] = /^([a-z]+)\.([a-z]+)$/.exec(name ?? "") ?? [];
  const known = FILE_FORMATS.find((one) => one === format);
  return page !== undefined && known ? { page, format: known } : null;
}

/** Tables as a file to keep, private and never cached. `about` names the worksheet of the facts. */
export async function download({ name, format, tables, facts, about }: { name: string; format: FileFormat; tables: readonly FigureTable[]; facts: Facts; about: string }): Promise<Response> {
  const file = format === "csv" ? csvOf(tables, facts) : new Uint8Array(await xlsxOf(tables, facts, about));
  return new Response(file, { headers: { "Content-Type": TYPES[format], "Content-Disposition": `attachment; filename="${name}.${format}"`, "Cache-Control": "private, no-store", "X-Content-Type-Options": "nosniff" } });
}
