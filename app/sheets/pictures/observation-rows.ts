/** Observations of a joint visit by skill: what to keep to the right, what to change to the left. */
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import type { Evaluation } from "../evaluation";
import { foundAt } from "./found";
import { rowsOf, textOf } from "./reading";

export interface Observed {
  id: string;
  behaviour: string;
  reaction: string;
  kind: "keep" | "change";
  /** With the customer's reaction, and a behaviour rather than a verdict. */
  solid: boolean;
}

export interface SkillRow {
  skill: string;
  keep: Observed[];
  change: Observed[];
}

/** The skills of the definition's list, in its order, with what was observed of each. */
export function skillRows(definition: SheetDefinition, content: SheetContent, evaluation: Evaluation): SkillRow[] {
  const options = definition.tables.find((table) => table.id === "observations")?.columns.find((column) => column.id === "skill")?.options ?? [];
  const rows = rowsOf(content, "observations").filter((row) => textOf(row.cells.behaviour) !== "");
  const observed = (skill: string, kind: Observed["kind"]): Observed[] =>
    rows
      .filter((row) => textOf(row.cells.skill) === skill && textOf(row.cells.kind) === kind)
      .map((row) => ({ id: row.id, behaviour: textOf(row.cells.behaviour), reaction: textOf(row.cells.reaction), kind, solid: textOf(row.cells.reaction) !== "" && !foundAt(evaluation, "observations", row.id, "verdict-not-behaviour") }));
  return options.map(({ id }) => ({ skill: id, keep: observed(id, "keep"), change: observed(id, "change") }));
}
