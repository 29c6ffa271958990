/** What a sheet still lacks and what its checks found, in words: the list before handing in. */
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { parseAddress, type SheetContent, type SheetRow } from "~/sheets/content";
import type { SheetDefinition, TableDefinition } from "~/sheets/definition";
import type { Finding, Missing } from "~/sheets/evaluation";

/** A thing to do, with the cell or row where it is done. */
export interface MissingLine {
  /** The row it is in; null for the sheet's own fields and for rules. */
  place: string | null;
  /** What is missing there: labels of cells, or a rule in words. */
  what: string;
  kind: Missing["kind"];
  /** Rows: how many there are and must be. */
  has?: number;
  needs?: number;
}

/** What is missing, cells of one row together, in the order of the sheet. */
export function missingLines(definition: SheetDefinition, content: SheetContent, missing: readonly Missing[], locale: Locale): MissingLine[] {
  const lines: MissingLine[] = [];
  const join = locale === "zh" ? "、" : ", ";
  for (const one of missing) {
    if (one.kind === "rule") {
      lines.push({ kind: "rule", place: null, what: pick(one.text, locale) });
      continue;
    }
    if (one.kind === "rows") {
      const table = definition.tables.find((candidate) => candidate.id === one.table);
      if (table) lines.push({ kind: "rows", place: null, what: pick(table.rowName, locale), has: one.has, needs: one.needs });
      continue;
    }
    const cell = cellName(definition, content, one.at, locale);
    if (!cell) continue;
    const last = lines.at(-1);
    if (last?.kind === "cell" && last.place === cell.place) last.what += join + cell.label;
    else lines.push({ kind: "cell", place: cell.place, what: cell.label });
  }
  return lines;
}

/** A finding in the reader's language. */
export interface FindingLine {
  id: string;
  severity: Finding["severity"];
  message: string;
  reason: string;
  at: string | null;
}

/** What the checks found, problems before warnings. */
export function findingLines(findings: readonly Finding[], locale: Locale): FindingLine[] {
  const say = (text: Bilingual): string => pick(text, locale);
  return [...findings]
    .sort((one, other) => (one.severity === other.severity ? 0 : one.severity === "problem" ? -1 : 1))
    .map(({ checkId, severity, message, reason, at }) => ({ id: `${checkId}@${at ?? ""}`, severity, message: say(message), reason: say(reason), at }));
}

function cellName(definition: SheetDefinition, content: SheetContent, address: string, locale: Locale): { place: string | null; label: string } | null {
  const parts = parseAddress(address);
  if (!parts) return null;
  if ("field" in parts) {
    const field = definition.fields.find((candidate) => candidate.id === parts.field);
    return field ? { place: null, label: pick(field.label, locale) } : null;
  }
  const table = definition.tables.find((candidate) => candidate.id === parts.table);
  const column = table?.columns.find((candidate) => candidate.id === parts.column);
  if (!table || !column) return null;
  const rows = content.tables[table.id] ?? [];
  const at = rows.findIndex((row) => row.id === parts.row);
  return { place: rowName(table, rows[at], at, locale), label: pick(column.label, locale) };
}

/** "骆启明", or "人物 2" of a row without a name. */
function rowName(table: TableDefinition, row: SheetRow | undefined, at: number, locale: Locale): string {
  const fixed = table.fixed?.find((candidate) => candidate.id === row?.id);
  if (fixed) return pick(fixed.label, locale);
  const title = row?.cells[table.rowTitle];
  return typeof title === "string" && title.trim() !== "" ? title : `${pick(table.rowName, locale)} ${at + 1}`;
}
