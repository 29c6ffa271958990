/** What the one-page card takes out of a deal's tool sheets. Pure. */
import type { CellDefinition, SheetContent, SheetDefinition } from "~/sheets";

/** A row of a sheet as the card shows it: what it is called, and a few of its cells. */
export interface CardRow {
  rowId: string;
  title: string;
  /** Column ids with their raw values, in the card's order; empty ones are left out. */
  cells: { column: CellDefinition; value: SheetContent["fields"][string] }[];
}

interface Part {
  table: string;
  columns: readonly string[];
  /** Rows that are settled and no longer belong before a meeting. */
  settled?: { column: string; options: readonly string[] };
  /** Rows with the highest sum of these come first. */
  weight?: readonly string[];
}

/** By tool: which rows matter before a meeting, and what of them. Worries that were relieved or written down are settled. */
export const CARD_PARTS = {
  "relationship-development": { table: "people", columns: ["attitude", "stage", "interests", "action", "due"] },
  "pain-analysis": { table: "pains", columns: ["owner", "trigger", "loss", "importance", "urgency"], weight: ["importance", "urgency"] },
  "risk-relief": { table: "worries", columns: ["holder", "state", "prevention", "due"], settled: { column: "state", options: ["relieved", "written"] } },
} as const satisfies Record<string, Part>;
export type CardTool = keyof typeof CARD_PARTS;

/** Whether the card has a place for this tool. */
export function isCardTool(key: string): key is CardTool {
  return key in CARD_PARTS;
}

/** The rows of a sheet that belong on the card, the weightiest first, at most `most`. */
export function cardRows(key: CardTool, definition: SheetDefinition, content: SheetContent, most: number): CardRow[] {
  const part: Part = CARD_PARTS[key];
  const table = definition.tables.find(({ id }) => id === part.table);
  if (!table) return [];
  const settled = part.settled;
  const rows = (content.tables[part.table] ?? []).filter(({ cells }) => !(settled && settled.options.includes(String(cells[settled.column] ?? ""))));
  const weigh = (cells: Record<string, unknown>): number => (part.weight ?? []).reduce((sum, column) => sum + (typeof cells[column] === "number" ? cells[column] : 0), 0);
  return rows
    .map((row, at) => ({ row, at, weight: weigh(row.cells) }))
    .sort((a, b) => b.weight - a.weight || a.at - b.at)
    .flatMap(({ row }): CardRow[] => {
      const title = row.cells[table.rowTitle];
      if (typeof title !== "string" || title.trim() === "") return [];
      const cells = part.columns.flatMap((id) => {
        const column = table.columns.find((one) => one.id === id);
        const value = row.cells[id];
        return column && value !== undefined && value !== "" ? [{ column, value }] : [];
      });
      return [{ rowId: row.id, title: title.trim(), cells }];
    })
    .slice(0, most);
}
