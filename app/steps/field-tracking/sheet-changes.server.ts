import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { CellAddress, SheetContent } from "~/sheets";
import { formatCell, readSheet } from "~/sheets/index.server";
import { cellAt, rowTitle } from "./next-cell";

/** A cell before and after, as text in the sheet's language. */
export interface CellChange {
  at: CellAddress;
  label: Bilingual;
  row: string | null;
  before: string;
  after: string;
}

/** What changed in a sheet from one version (0: from nothing) to a later one, in the sheet's order; cells that say the same are left out. */
export async function sheetChanges(db: Kysely<DB>, sheetId: string, { before, after }: { before: number; after: number }): Promise<CellChange[]> {
  const [now, then] = await Promise.all([readSheet(db, sheetId, { version: after }), before === 0 ? undefined : readSheet(db, sheetId, { version: before })]);
  if (!now) return [];
  const { definition, sheet, content } = now;
  const earlier = cellsOf(then?.content ?? null);
  const later = cellsOf(content);
  return [...new Set([...later.keys(), ...earlier.keys()])].flatMap((at): CellChange[] => {
    const cell = cellAt(definition, at);
    if (!cell || cell.formula !== undefined) return [];
    const text = (cells: typeof later): string => formatCell(cell, cells.get(at), sheet.locale, sheet.currency);
    const [from, to] = [text(earlier), text(later)];
    const label = cell.label;
    return from === to ? [] : [{ at, label: { zh: pick(label, "zh"), en: pick(label, "en") }, row: rowTitle(definition, content, at), before: from, after: to }];
  });
}

function cellsOf(content: SheetContent | null): Map<CellAddress, SheetContent["fields"][string]> {
  if (!content) return new Map();
  const cells = Object.entries(content.tables).flatMap(([table, rows]) => rows.flatMap((row) => Object.entries(row.cells).map(([column, value]) => [`${table}/${row.id}/${column}`, value] as const)));
  return new Map([...Object.entries(content.fields), ...cells]);
}
