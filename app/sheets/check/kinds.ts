/** Kinds of values, for checking expressions before anybody evaluates them: units that don't cancel are found while a definition is written. */
import type { CellDefinition } from "../definition";
import { ExpressionError } from "../engine/tree";
import { conversion, parseUnit, PLAIN, type Unit } from "../engine/units";

export type Kind =
  /** `unit` null: cells whose units measure different things. `bare`: written in the expression; `zero` fits beside any unit. */
  | { is: "number"; unit: Unit | null; bare?: boolean; zero?: boolean }
  /** `among`: the only values there can be. */
  | { is: "text"; among: readonly string[] | null }
  | { is: "date" }
  | { is: "flag" }
  | { is: "nothing" }
  | { is: "list"; of: Kind };

export const FLAG: Kind = { is: "flag" };
export const DATE: Kind = { is: "date" };
export const COUNT: Kind = { is: "number", unit: PLAIN };
export const ANY_TEXT: Kind = { is: "text", among: null };

const MONEY = parseUnit("CNY") ?? PLAIN;

/** What a cell's value is. */
export function kindOfCell(cell: CellDefinition): Kind {
  switch (cell.type) {
    case "number": {
      const units = [cell.unit ?? []].flat().map((unit) => parseUnit(unit) ?? PLAIN);
      const [first = PLAIN] = units;
      return { is: "number", unit: units.every((unit) => conversion(unit, first) !== null) ? first : null };
    }
    case "money":
      return { is: "number", unit: MONEY };
    case "percent":
    case "rating":
      return COUNT;
    case "date":
      return DATE;
    case "check":
      return FLAG;
    case "choice":
      return { is: "text", among: cell.options?.map((option) => option.id) ?? [] };
    case "choices":
      return { is: "list", of: { is: "text", among: cell.options?.map((option) => option.id) ?? [] } };
    case "text":
    case "long-text":
    case "person":
    case "member":
    case "reference":
      return ANY_TEXT;
  }
}

/** In words. */
export function kindText(kind: Kind): string {
  switch (kind.is) {
    case "number":
      return kind.unit === null ? "a number in one of several units" : kind.unit === PLAIN ? "a plain number" : `a number in ${kind.unit.key}`;
    case "text":
      return kind.among === null ? "a text" : `one of ${kind.among.join(", ")}`;
    case "date":
      return "a date";
    case "flag":
      return "true or false";
    case "nothing":
      return "null";
    case "list":
      return `a list (${kindText(kind.of)})`;
  }
}

type NumberKind = Extract<Kind, { is: "number" }>;

/**
 * The common unit of two numbers beside each other. `anyBare`: where a number that is written in the expression takes the other's unit
 * whatever it is; else only 0 does. Throws an ExpressionError with `doing` where they don't fit.
 */
export function together(a: NumberKind, b: NumberKind, anyBare: boolean, doing: string): NumberKind {
  const free = (kind: NumberKind): boolean => kind.zero === true || (anyBare && kind.bare === true);
  if (a.unit === null || b.unit === null) return { is: "number", unit: null };
  if (conversion(a.unit, b.unit) !== null) return { is: "number", unit: a.unit, bare: a.bare === true && b.bare === true, zero: a.zero === true && b.zero === true };
  if (free(a)) return b;
  if (free(b)) return a;
  const hint = a.bare === true || b.bare === true ? " — give the number its unit, such as 5 h" : " — units don't cancel";
  throw new ExpressionError(`${doing} ${kindText(a)} and ${kindText(b)}${hint}`);
}

/** What can come of either of two values. */
export function either(a: Kind, b: Kind): Kind {
  if (a.is === "nothing") return b;
  if (b.is === "nothing") return a;
  if (a.is === "number" && b.is === "number") return together(a, b, true, "chooses between");
  if (a.is === "text" && b.is === "text") return { is: "text", among: a.among === null || b.among === null ? null : [...new Set([...a.among, ...b.among])] };
  if (a.is === b.is) return a;
  if (isDate(a) && isDate(b)) return DATE;
  throw new ExpressionError(`chooses between ${kindText(a)} and ${kindText(b)} — both must be of one kind`);
}

/** A date, or a text that is written like one. */
export function isDate(kind: Kind): boolean {
  return kind.is === "date" || (kind.is === "text" && kind.among !== null && kind.among.length > 0 && kind.among.every((text) => /^\d{4}-\d{2}-\d{2}$/.test(text)));
}

/** Whether two values may be asked to be equal; a choice only to what it can be. */
export function checkEqual(a: Kind, b: Kind): void {
  if (a.is === "nothing" || b.is === "nothing") return;
  if (a.is === "number" && b.is === "number") return void together(a, b, true, "compares");
  if (isDate(a) && isDate(b)) return;
  if (a.is === "text" && b.is === "text") {
    if (a.among === null || b.among === null || a.among.some((value) => b.among?.includes(value))) return;
    throw new ExpressionError(`compares ${kindText(a)} with ${kindText(b)}, which can never be equal — correct the option's id`);
  }
  if (a.is === "flag" && b.is === "flag") return;
  const hint = a.is === "list" || b.is === "list" ? " — use has() or oneOf()" : "";
  throw new ExpressionError(`compares ${kindText(a)} with ${kindText(b)}${hint}`);
}

/** What must be in a list of choices. */
export function checkMember(list: Kind, value: Kind): void {
  const of = list.is === "list" ? list.of : list;
  if (of.is !== "text" || value.is !== "text") return checkEqual(of, value);
  for (const id of value.among ?? []) {
    if (of.among !== null && !of.among.includes(id)) throw new ExpressionError(`asks for "${id}" — there ${of.among.length === 1 ? "is" : "are"} ${of.among.join(", ")}`);
  }
}
