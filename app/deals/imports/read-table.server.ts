import { parse } from "csv-parse/sync";
import readXlsx from "read-excel-file/node";
import { fail, ok, type Result } from "~/platform/result";
import { checkWorkbook } from "~/sheets/index.server";

export interface TextTable {
  header: string[];
  /** Each as long as the header; lines that are empty throughout are left out, their numbers stay. */
  lines: { number: number; cells: string[] }[];
  encoding: "utf-8" | "gbk" | "utf-16le" | "xlsx";
}

/** `not-a-table`: neither a spreadsheet nor separated text · `too-many`: more than 5,000 lines or 60 columns. */
export type ReadTableError = { code: "not-a-table" } | { code: "too-large" } | { code: "too-many" } | { code: "empty" };

const MOST_LINES = 5_000;
const MOST_COLUMNS = 60;
const MOST_CELL = 500;

/** Reads a CSV (UTF-8, GBK, UTF-16; comma, semicolon or tab) or the first worksheet of an XLSX as text. */
export async function readTable(bytes: Uint8Array): Promise<Result<TextTable, ReadTableError>> {
  const workbook = bytes[0] === 0x50 && bytes[1] === 0x4b;
  const read = workbook ? await readWorkbookRows(bytes) : readSeparated(bytes);
  if (!read.ok) return read;
  const { rows, encoding } = read.value;
  const at = rows.findIndex((row) => row.some((cell) => cell !== ""));
  const header = (rows[at] ?? []).map((cell) => cell.slice(0, 80));
  if (header.filter((cell) => cell !== "").length < 2) return fail({ code: "empty" });
  const lines = rows.slice(at + 1).map((row, index) => ({ number: at + index + 2, cells: header.map((_, column) => (row[column] ?? "").slice(0, MOST_CELL)) })).filter(({ cells }) => cells.some((cell) => cell !== ""));
  if (lines.length === 0) return fail({ code: "empty" });
  if (lines.length > MOST_LINES || header.length > MOST_COLUMNS) return fail({ code: "too-many" });
  return ok({ header, lines, encoding });
}

type Rows = Result<{ rows: string[][]; encoding: TextTable["encoding"] }, ReadTableError>;

function readSeparated(bytes: Uint8Array): Rows {
  const decoded = decode(bytes);
  if (decoded === null) return fail({ code: "not-a-table" });
  const first = decoded.text.split(/\r?\n/, 1)[0] ?? "";
  const delimiter = [",", "\t", ";", "，"].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ",";
  try {
    const rows = parse(decoded.text, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, trim: true }) as string[][];
    return ok({ rows, encoding: decoded.encoding });
  } catch {
    return fail({ code: "not-a-table" });
  }
}

/** Text of a file: by its mark, else UTF-8 where every byte fits, else GBK, which Excel writes in China. Null where it is no text. */
function decode(bytes: Uint8Array): { text: string; encoding: "utf-8" | "gbk" | "utf-16le" } | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "utf-16le" };
  if (bytes.includes(0)) return null;
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "utf-8" };
  } catch {
    try {
      return { text: new TextDecoder("gb18030", { fatal: true }).decode(bytes), encoding: "gbk" };
    } catch {
      return null;
    }
  }
}

async function readWorkbookRows(bytes: Uint8Array): Promise<Rows> {
  const problem = await checkWorkbook(bytes);
  if (problem) return fail({ code: problem === "too-large" ? "too-large" : "not-a-table" });
  const sheets = await readXlsx(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { trim: true, parseNumber: (number) => ({ number }) }).catch(() => null);
  const [sheet] = sheets ?? [];
  if (!sheet) return fail({ code: "not-a-table" });
  return ok({ rows: (sheet.data as unknown as Cell[][]).slice(0, MOST_LINES + 200).map((row) => row.map(cellText)), encoding: "xlsx" });
}

type Cell = string | boolean | Date | { number: string } | null | undefined;

function cellText(cell: Cell): string {
  if (cell === null || cell === undefined) return "";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  return typeof cell === "object" ? cell.number : String(cell);
}
