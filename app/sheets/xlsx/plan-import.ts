/** What a filled workbook changes in a sheet: shown to the person first, taken over afterwards. */
import { type CellAddress, type CellValue, columnAddress, fieldAddress, type SheetContent, type SheetRow } from "../content";
import type { CellDefinition, SheetDefinition, TableDefinition } from "../definition";
import type { Locale } from "~/i18n/locale";
import type { SheetEdit } from "../live/document";
import type { OfferedRow } from "../reference-named";
import { MOST_ROWS } from "../live/state";
import { cellIn, plain, type RawCell, type RefusalReason, sameMeaning } from "./cell-in";
import { cellOut, unitOut } from "./cell-out";
import { hasUnitColumn, ID_COLUMN, UNIT_SUFFIX, VALUE_COLUMN } from "./layout";

export interface ImportChange {
  kind: "cell" | "row-added" | "row-removed";
  address: CellAddress;
  before: CellValue | null;
  after: CellValue | null;
  /** Somebody changed it in the sheet after the workbook was made. */
  changedSince: boolean;
}

/** What cannot be taken over, and stays as it is. */
export interface ImportRefusal {
  address: CellAddress;
  /** As it stands in the workbook. */
  text: string;
  reason: RefusalReason;
}

export interface ImportChanges {
  changes: ImportChange[];
  refused: ImportRefusal[];
  /** The same as acts, to be handed to `takeImport` when they were seen. */
  edits: SheetEdit[];
}

export interface ImportInput {
  definition: SheetDefinition;
  /** What the sheet said when the workbook was made. */
  base: SheetContent;
  /** What it says now. */
  now: SheetContent;
  tables: ReadonlyMap<string, readonly ReadonlyMap<string, RawCell>[]>;
  locale: Locale;
  currency: string;
  /** What references may point at, by their `of`. */
  references: Readonly<Record<string, readonly OfferedRow[]>>;
  newRowId: () => string;
}

/** Compares a workbook with what it was made of; what was not touched in it changes nothing, whatever the sheet says by now. */
export function planChanges(input: ImportInput): ImportChanges {
  const plan = new Plan(input);
  plan.fields();
  for (const table of input.definition.tables) plan.table(table);
  return { changes: plan.changes, refused: plan.refused, edits: plan.edits };
}

class Plan {
  readonly changes: ImportChange[] = [];
  readonly refused: ImportRefusal[] = [];
  readonly edits: SheetEdit[] = [];

  constructor(private readonly input: ImportInput) {}

  fields(): void {
    const rows = new Map((this.input.tables.get("") ?? []).map((row) => [text(row.get(ID_COLUMN)), row]));
    for (const field of this.input.definition.fields) {
      const row = rows.get(field.id);
      if (!row) continue;
      this.cell(field, fieldAddress(field.id), { raw: row.get(VALUE_COLUMN) ?? null, unit: row.get(`${VALUE_COLUMN}${UNIT_SUFFIX}`) ?? null }, this.input.base.fields[field.id], this.input.now.fields[field.id]);
    }
  }

  table(table: TableDefinition): void {
    const rows = this.input.tables.get(table.id);
    if (!rows) return;
    const [base, now] = [this.input.base, this.input.now].map((content) => new Map((content.tables[table.id] ?? []).map((row) => [row.id, row]))) as [Map<string, SheetRow>, Map<string, SheetRow>];
    const seen = new Set<string>();
    let after: string | null = null;
    let count = now.size;
    for (const row of rows) {
      const id = text(row.get(ID_COLUMN));
      const known = base.get(id);
      if (known && !seen.has(id)) {
        seen.add(id);
        if (now.has(id)) after = id;
        for (const column of table.columns) this.cell(column, columnAddress(table.id, id, column.id), cellsOf(row, column), known.cells[column.id], now.get(id)?.cells[column.id]);
      } else if (!table.fixed && table.columns.some((column) => column.formula === undefined && plain(cellsOf(row, column).raw).trim() !== "")) {
        // Without an id, with a copied one, or of another file: a row that somebody added.
        if (count >= Math.min(table.maxRows ?? MOST_ROWS, MOST_ROWS)) this.refused.push({ address: table.id, text: plain(cellsOf(row, titleOf(table)).raw), reason: "too-many-rows" });
        else {
          after = this.added(table, row, after);
          count += 1;
        }
      }
    }
    if (!table.fixed) for (const [id, row] of base) if (!seen.has(id) && now.has(id)) this.removed(table, row, now.get(id)!);
  }

  private added(table: TableDefinition, row: ReadonlyMap<string, RawCell>, after: string | null): string {
    const id = this.input.newRowId();
    this.edits.push({ do: "add-row", table: table.id, row: id, after });
    this.changes.push({ kind: "row-added", address: `${table.id}/${id}`, before: null, after: plain(cellsOf(row, titleOf(table)).raw) || null, changedSince: false });
    for (const column of table.columns) this.cell(column, columnAddress(table.id, id, column.id), cellsOf(row, column), undefined, undefined);
    return id;
  }

  private removed(table: TableDefinition, base: SheetRow, now: SheetRow): void {
    const changedSince = table.columns.some((column) => !sameMeaning(column, base.cells[column.id] ?? null, now.cells[column.id] ?? null));
    this.edits.push({ do: "remove-row", table: table.id, row: base.id });
    this.changes.push({ kind: "row-removed", address: `${table.id}/${base.id}`, before: now.cells[table.rowTitle] ?? null, after: null, changedSince });
  }

  private cell(cell: CellDefinition, address: CellAddress, { raw, unit }: { raw: RawCell; unit: RawCell }, base: CellValue | undefined, now: CellValue | undefined): void {
    if (cell.formula !== undefined || this.untouched(cell, raw, unit, base)) return;
    const read = cellIn(cell, raw, hasUnitColumn(cell) ? unit : null, this.input.currency, this.input.references[cell.of ?? ""]);
    if (!read.ok) {
      this.refused.push({ address, text: plain(raw), reason: read.reason });
      return;
    }
    if (sameMeaning(cell, read.value, base ?? null) || sameMeaning(cell, read.value, now ?? null)) return;
    this.edits.push({ do: "set", address, value: read.value });
    this.changes.push({ kind: "cell", address, before: now ?? null, after: read.value, changedSince: !sameMeaning(cell, base ?? null, now ?? null) });
  }

  /** It stands in the workbook as it was put there, also where nothing could be read back from it. */
  private untouched(cell: CellDefinition, raw: RawCell, unit: RawCell, base: CellValue | undefined): boolean {
    const { locale, currency } = this.input;
    const out = cellOut(cell, base, locale)?.value ?? "";
    const own = out instanceof Date ? out.toISOString().slice(0, 10) : String(out);
    return plain(raw) === own && (!hasUnitColumn(cell) || plain(unit) === (unitOut(cell, base, locale, currency) ?? ""));
  }
}

const text = (raw: RawCell | undefined): string => (typeof raw === "string" ? raw : "");

function cellsOf(row: ReadonlyMap<string, RawCell>, column: CellDefinition): { raw: RawCell; unit: RawCell } {
  return { raw: row.get(column.id) ?? null, unit: row.get(`${column.id}${UNIT_SUFFIX}`) ?? null };
}

function titleOf(table: TableDefinition): CellDefinition {
  return table.columns.find(({ id }) => id === table.rowTitle) ?? table.columns[0]!;
}
