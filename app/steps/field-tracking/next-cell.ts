/** The next best thing to fill in a tool sheet, from what its evaluation found. Pure. */
import type { Bilingual } from "~/i18n/locale";
import type { CellAddress, CellDefinition, Evaluation, Finding, Missing, SheetContent, SheetDefinition } from "~/sheets";

/** One thing to do in a sheet. `at` is a cell, a row (`people/<row>`) or null for the sheet. */
export interface NextCell {
  kind: "method" | "cell" | "rows" | "rule" | "advice";
  at: CellAddress | null;
  /** The cell's name, the table's title, what the check says. */
  label: Bilingual;
  /** Whose row it is ("潘玉清"), where there is one. */
  row: string | null;
  /** Why it matters, from the method. */
  why: Bilingual | null;
}

/** How soon each kind comes: method problems first (what is there misleads), then what is missing, then advice. */
const ORDER = { method: 0, cell: 1, rows: 2, rule: 3, advice: 4 } as const satisfies Record<NextCell["kind"], number>;

/**
 * Everything left to do in a sheet, the most useful first: failed method checks that are problems, empty required cells in
 * rows that were begun (the emptier the row, the later; then the sheet's own order), missing rows, rules of completeness,
 * method warnings. The same sheet always gives the same order.
 */
export function nextCells(definition: SheetDefinition, content: SheetContent, evaluation: Pick<Evaluation, "completeness" | "findings">): NextCell[] {
  const found = evaluation.findings.map((finding) => ofFinding(definition, content, finding));
  const missing = evaluation.completeness.missing.map((one) => ofMissing(definition, content, one));
  const gaps = new Map<string, number>();
  for (const { at } of missing) if (at !== null) gaps.set(rowOf(at), (gaps.get(rowOf(at)) ?? 0) + 1);
  const pointed = new Set(found.filter(({ kind }) => kind === "method").map(({ at }) => at));
  return [...found, ...missing.filter(({ at }) => at === null || !pointed.has(at))]
    .map((entry, position) => ({ entry, position, gap: entry.kind === "cell" && entry.at !== null ? (gaps.get(rowOf(entry.at)) ?? 0) : 0 }))
    .sort((a, b) => ORDER[a.entry.kind] - ORDER[b.entry.kind] || a.gap - b.gap || a.position - b.position)
    .map(({ entry }) => entry);
}

/** `people/<row>` of a cell in a table; the field itself otherwise. */
function rowOf(at: CellAddress): string {
  return at.split("/").slice(0, 2).join("/");
}

function ofFinding(definition: SheetDefinition, content: SheetContent, { severity, at, message, reason }: Finding): NextCell {
  return { kind: severity === "problem" ? "method" : "advice", at, label: message, row: at === null ? null : rowTitle(definition, content, at), why: reason };
}

function ofMissing(definition: SheetDefinition, content: SheetContent, missing: Missing): NextCell {
  switch (missing.kind) {
    case "cell": {
      const cell = cellAt(definition, missing.at);
      return { kind: "cell", at: missing.at, label: cell?.label ?? definition.title, row: rowTitle(definition, content, missing.at), why: cell?.hint ?? null };
    }
    case "rows": {
      const table = definition.tables.find(({ id }) => id === missing.table);
      return { kind: "rows", at: null, label: table?.title ?? definition.title, row: null, why: table?.hint ?? null };
    }
    case "rule":
      return { kind: "rule", at: null, label: missing.text, row: null, why: null };
  }
}

/** The cell's definition by its address. */
export function cellAt(definition: SheetDefinition, at: CellAddress): CellDefinition | undefined {
  const [first, , column] = at.split("/");
  if (column === undefined) return definition.fields.find(({ id }) => id === first);
  return definition.tables.find(({ id }) => id === first)?.columns.find(({ id }) => id === column);
}

/** What a row is called: its title cell, a fixed row's label is left to the screen. Null without a row or a name. */
export function rowTitle(definition: SheetDefinition, content: SheetContent, at: CellAddress): string | null {
  const [tableId = "", rowId] = at.split("/");
  if (rowId === undefined) return null;
  const table = definition.tables.find(({ id }) => id === tableId);
  const value = content.tables[tableId]?.find(({ id }) => id === rowId)?.cells[table?.rowTitle ?? ""];
  return typeof value === "string" && value.trim() !== "" ? value.trim() : null;
}
