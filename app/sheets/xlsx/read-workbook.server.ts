import readXlsx from "read-excel-file/node";
import { checkWorkbook, type ZipProblem } from "./check-zip.server";
import type { RawCell } from "./cell-in";
import { ID_COLUMN, MARK, MARK_SHEET } from "./layout";

/** An exported sheet as it came back. */
export interface ReadWorkbook {
  sheetId: string;
  version: number;
  definitionHash: string;
  currency: string;
  /** By table; "" holds the fields. Rows by the ids of their columns. */
  tables: Map<string, Map<string, RawCell>[]>;
}

/** `not-an-export`: a workbook, but none of ours (any more). */
export type ReadProblem = ZipProblem | "not-an-export";

/** More than a sheet has, with everything a person may add. */
const MOST_ROWS = 2_000;

/** Reads an exported workbook, whatever else was put into it. */
export async function readWorkbook(bytes: Uint8Array): Promise<ReadWorkbook | ReadProblem> {
  const problem = await checkWorkbook(bytes);
  if (problem) return problem;
  const sheets = await readXlsx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { trim: false, parseNumber: (number) => ({ number }) }).catch(() => null);
  if (!sheets) return "not-a-workbook";
  const data = new Map(sheets.map((sheet) => [sheet.sheet, sheet.data as unknown as RawCell[][]]));
  const marks = (data.get(MARK_SHEET) ?? []).map((row) => row.map((cell) => (typeof cell === "string" ? cell : cell !== null && typeof cell === "object" && "number" in cell ? cell.number : "")));
  if (marks[0]?.[0] !== MARK) return "not-an-export";
  const mark = (name: string): string => marks.find(([key]) => key === name)?.[1] ?? "";
  const worksheets = marks.filter(([key]) => key === "worksheet").map(([, table = "", name = ""]) => ({ table, name }));
  // A worksheet that was renamed or deleted: what is in it cannot be told from what was taken out of it.
  if (worksheets.some(({ name }) => !isTable(data.get(name)))) return "not-an-export";
  const version = Number(mark("version"));
  if (!Number.isSafeInteger(version)) return "not-an-export";
  return { sheetId: mark("sheet"), version, definitionHash: mark("definition"), currency: mark("currency"), tables: new Map(worksheets.map(({ table, name }) => [table, rowsOf(data.get(name) ?? [])])) };
}

function isTable(rows: RawCell[][] | undefined): boolean {
  return rows?.[0]?.[0] === ID_COLUMN;
}

/** Rows below the heading by column id; columns without one were added by somebody and mean nothing here. */
function rowsOf([ids = [], , ...rows]: RawCell[][]): Map<string, RawCell>[] {
  return rows.slice(0, MOST_ROWS).map((row) => new Map(ids.flatMap((id, at) => (typeof id === "string" && id !== "" ? [[id, row[at] ?? null]] : []))));
}
