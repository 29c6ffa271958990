/** Rows in the order in which they are shown: as they are, or below one another in a tree; and where a row goes when it is moved. */
import type { SheetRow } from "../content";

export interface PlacedRow {
  row: SheetRow;
  /** 0 for rows at the top. */
  depth: number;
  /** The number of the row among all that are shown, from 1. */
  number: number;
}

/** Where `SheetStore.moveRow` puts a row. */
export interface RowPlace {
  after: string | null;
  parent?: string;
}

/** Rows as shown; a row whose parent is gone, or that would be its own ancestor, stands at the top. */
export function placeRows(rows: readonly SheetRow[], tree: boolean): PlacedRow[] {
  if (!tree) return rows.map((row, index) => ({ row, depth: 0, number: index + 1 }));
  const placed: PlacedRow[] = [];
  const below = childrenOf(rows);
  const walk = (parent: string | undefined, depth: number): void => {
    for (const row of below.get(parent) ?? []) {
      placed.push({ row, depth, number: placed.length + 1 });
      walk(row.id, depth + 1);
    }
  };
  walk(undefined, 0);
  return placed;
}

function childrenOf(rows: readonly SheetRow[]): Map<string | undefined, SheetRow[]> {
  const byId = new Map(rows.map((row) => [row.id, row]));
  const children = new Map<string | undefined, SheetRow[]>();
  for (const row of rows) {
    const parent = rooted(row, byId) ? row.parent : undefined;
    children.set(parent, [...(children.get(parent) ?? []), row]);
  }
  return children;
}

/** Whether the way up from a row ends at the top. */
function rooted(row: SheetRow, byId: ReadonlyMap<string, SheetRow>): boolean {
  const seen = new Set<string>();
  for (let at: SheetRow | undefined = row; at; at = at.parent === undefined ? undefined : byId.get(at.parent)) {
    if (seen.has(at.id)) return false;
    seen.add(at.id);
    if (at.parent !== undefined && !byId.has(at.parent)) return at !== row;
  }
  return true;
}

export type RowMove = "up" | "down" | "in" | "out";

/** Where a row goes; null when it cannot go there. `in` puts it below the row above, `out` beside its parent. */
export function moveOf(rows: readonly SheetRow[], rowId: string, move: RowMove, tree: boolean): RowPlace | null {
  const below = tree ? childrenOf(rows) : new Map([[undefined, [...rows]]]);
  const [parent, siblings] = [...below].find(([, list]) => list.some(({ id }) => id === rowId)) ?? [undefined, []];
  const at = siblings.findIndex(({ id }) => id === rowId);
  if (at < 0) return null;
  const inParent = parent === undefined ? {} : { parent };
  switch (move) {
    case "up":
      return at === 0 ? null : { after: siblings[at - 2]?.id ?? null, ...inParent };
    case "down":
      return at === siblings.length - 1 ? null : { after: siblings[at + 1]!.id, ...inParent };
    case "in": {
      const above = siblings[at - 1];
      if (!tree || !above) return null;
      return { after: below.get(above.id)?.at(-1)?.id ?? null, parent: above.id };
    }
    case "out": {
      if (!tree || parent === undefined) return null;
      const grandparent = [...below].find(([, list]) => list.some(({ id }) => id === parent))?.[0];
      return { after: parent, ...(grandparent === undefined ? {} : { parent: grandparent }) };
    }
  }
}

/** How many rows lie below a row, at any depth. */
export function countBelow(rows: readonly SheetRow[], rowId: string): number {
  const below = childrenOf(rows);
  const count = (id: string): number => (below.get(id) ?? []).reduce((sum, child) => sum + 1 + count(child.id), 0);
  return count(rowId);
}
