/** A content with some cells written over, as it will be once they are stored. Pure. */
import { parseAddress, type CellAddress, type CellValue, type SheetContent } from "../content";

function put(cells: Record<string, CellValue>, id: string, value: CellValue | null): Record<string, CellValue> {
  const { [id]: _, ...others } = cells;
  return value === null ? others : { ...others, [id]: value };
}

/** Cells of rows that are not there are left out. */
export function withCells(content: SheetContent, entries: ReadonlyMap<CellAddress, CellValue | null>): SheetContent {
  let { fields, tables } = content;
  for (const [address, value] of entries) {
    const parts = parseAddress(address);
    if (!parts) continue;
    if ("field" in parts) fields = put(fields, parts.field, value);
    else tables = { ...tables, [parts.table]: (tables[parts.table] ?? []).map((row) => (row.id === parts.row ? { ...row, cells: put(row.cells, parts.column, value) } : row)) };
  }
  return { fields, tables };
}
