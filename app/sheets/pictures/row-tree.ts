/** Rows of a tree in the order in which they are drawn: each below its parent, with how deep it lies. */
import type { SheetRow } from "../content";

export interface TreeLine {
  row: SheetRow;
  depth: number;
  /** Place of the parent's line; null at the top. */
  parent: number | null;
}

/** Lines from top to bottom. A row whose parent is missing, or that lies below itself, stands at the top: nothing is lost. */
export function treeLines(rows: readonly SheetRow[]): TreeLine[] {
  const known = new Set(rows.map((row) => row.id));
  const lines: TreeLine[] = [];
  const drawn = new Set<string>();
  const draw = (row: SheetRow, depth: number, parent: number | null): void => {
    if (drawn.has(row.id)) return;
    drawn.add(row.id);
    const at = lines.push({ row, depth, parent }) - 1;
    for (const child of rows) if (child.parent === row.id) draw(child, depth + 1, at);
  };
  for (const row of rows) if (row.parent === undefined || !known.has(row.parent)) draw(row, 0, null);
  for (const row of rows) draw(row, 0, null);
  return lines;
}
