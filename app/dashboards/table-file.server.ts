import writeXlsx, { type Row } from "write-excel-file/node";
import type { FigureTable } from "./figure-table";

/** Programs take a text that begins so for a formula; an apostrophe keeps it a text. */
const FORMULA = /^[=+\-@\t\r]/;

/** What was asked for and when: the first lines of an export. */
export type Facts = readonly (readonly [term: string, value: string])[];

/** Tables one below the other, separated by an empty line, UTF-8 with a byte order mark so that Excel reads Chinese. */
export function csvOf(tables: readonly FigureTable[], facts: Facts): string {
  const line = (cells: readonly (string | number | null)[]) => cells.map(csvCell).join(",");
  const parts = [facts.map(line).join("\r\n"), ...tables.map(({ title, columns, rows }) => [line([title]), line(columns), ...rows.map(line)].join("\r\n"))];
  return `\uFEFF${parts.join("\r\n\r\n")}\r\n`;
}

function csvCell(value: string | number | null): string {
  if (value === null) return "";
  if (typeof value === "number") return String(value);
  const text = FORMULA.test(value) ? `'${value}` : value;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** A worksheet per table, and one that says what was asked for. */
export async function xlsxOf(tables: readonly FigureTable[], facts: Facts, factsName: string): Promise<Buffer> {
  const head = { fontWeight: "bold", wrap: true, alignVertical: "top" } as const;
  const names = new Set<string>();
  const sheets = tables.map(({ title, columns, rows }) => ({
    data: [columns.map((value) => ({ value, ...head })), ...rows.map((row): Row => [...row])] as Row[],
    sheet: sheetName(title, names),
    stickyRowsCount: 1,
    columns: columns.map((column, at) => ({ width: Math.min(48, Math.max(10, widthOf(column), ...rows.map((row) => widthOf(String(row[at] ?? ""))))) })),
  }));
  const about = { data: facts.map(([term, value]): Row => [{ value: term, fontWeight: "bold" }, value]), sheet: sheetName(factsName, names), columns: [{ width: 20 }, { width: 60 }] };
  return writeXlsx([...sheets, about]).toBuffer();
}

/** Chinese characters take two columns. */
function widthOf(text: string): number {
  return [...text].reduce((width, character) => width + (character.charCodeAt(0) > 0xff ? 2 : 1), 2);
}

/** Excel takes 31 characters, none of \ / ? * [ ] :, and no name twice. */
function sheetName(title: string, taken: Set<string>): string {
  const base = title.replace(/[\\/?*[\]:]/g, " ").trim().slice(0, 27) || "Sheet";
  let name = base;
  for (let count = 2; taken.has(name); count++) name = `${base} ${count}`;
  taken.add(name);
  return name;
}
