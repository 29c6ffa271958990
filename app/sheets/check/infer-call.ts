/** Which kind of value each function answers. */
import type { FunctionName } from "../engine/signatures";
import { ExpressionError } from "../engine/tree";
import { combineUnits, conversion, parseUnit, PLAIN, type Unit } from "../engine/units";
import { type Arguments, condition, numeric } from "./infer";
import { checkEqual, checkMember, COUNT, DATE, FLAG, isDate, type Kind, kindText, together } from "./kinds";

const DAY = parseUnit("day") ?? PLAIN;
const YEAR = parseUnit("year") ?? PLAIN;

export function inferCall(fn: FunctionName, args: Arguments): Kind {
  switch (fn) {
    case "sum":
    case "mean":
      return allNumbers(args.kinds(), false, fn);
    case "min":
    case "max":
      return allNumbers(args.kinds(), true, fn);
    case "round":
      plain(args.kind(1), "round() takes the number of places second");
      return numeric(args.kind(0), fn);
    case "floor":
    case "ceil":
    case "abs":
      return numeric(args.kind(0), fn);
    case "rank":
      together(numeric(args.kind(0), fn), numeric(elements(args.kind(1)), fn), true, "ranks");
      return COUNT;
    case "blank":
    case "filled":
      args.kind(0);
      return FLAG;
    case "has":
      checkMember(args.kind(0), args.kind(1));
      return FLAG;
    case "oneOf": {
      const [value = COUNT, ...others] = args.kinds();
      for (const other of others) {
        if (value.is === "text" && elements(other).is === "text") checkMember(value, elements(other));
        else checkEqual(value, elements(other));
      }
      return FLAG;
    }
    case "contains":
    case "hasNumber":
    case "same":
      args.kinds().forEach((kind) => text(kind, fn));
      return FLAG;
    case "chars":
    case "similar":
      args.kinds().forEach((kind) => text(kind, fn));
      return COUNT;
    case "distinct":
      if (args.kind(0).is !== "list") throw new ExpressionError("distinct() takes a list, such as people.department");
      return COUNT;
    case "count":
      return COUNT;
    case "countWhere":
      condition(args.inner(1));
      return COUNT;
    case "anyWhere":
    case "everyWhere":
      condition(args.inner(1));
      return FLAG;
    case "sumWhere":
      condition(args.inner(2));
      return numeric(args.inner(1), fn);
    case "firstWhere":
      condition(args.inner(2));
      return args.inner(1);
    case "valueAt":
      return args.column(2, false);
    case "previous":
    case "parentOf":
      return args.column(0, true);
    case "childSum":
      return numeric(args.column(0, true), fn);
    case "rowId":
      return { is: "text", among: args.own?.table.fixed?.map((row) => row.id) ?? null };
    case "rowNumber":
    case "childCount":
    case "depth":
      return COUNT;
    case "days":
      for (const kind of args.kinds()) {
        if (!isDate(kind) && kind.is !== "nothing") throw new ExpressionError(`days() takes dates, not ${kindText(kind)}`);
      }
      return { is: "number", unit: DAY };
    case "today":
      return DATE;
    case "annuity":
      plain(args.kind(0), "annuity() takes the rate first");
      years(args.kind(1), fn);
      return COUNT;
    case "npv":
      plain(args.kind(0), "npv() takes the rate first");
      years(args.kind(3), fn);
      return { is: "number", unit: amounts(args.kind(1), args.kind(2), fn) };
    case "irr":
      years(args.kind(2), fn);
      amounts(args.kind(0), args.kind(1), fn);
      return COUNT;
    case "payback":
      amounts(args.kind(0), args.kind(1), fn);
      return { is: "number", unit: YEAR };
  }
}

/** What is in a list; a single value is itself. */
function elements(kind: Kind): Kind {
  return kind.is === "list" ? elements(kind.of) : kind;
}

function allNumbers(kinds: readonly Kind[], anyBare: boolean, fn: string): Kind {
  return kinds.map((kind) => numeric(elements(kind), `${fn}()`)).reduce((a, b) => together(a, b, anyBare, `${fn}() takes`));
}

function plain(kind: Kind, what: string): void {
  const { unit } = numeric(kind, what);
  if (unit !== null && unit !== PLAIN) throw new ExpressionError(`${what} as a plain number, not ${kindText(kind)}`);
}

function years(kind: Kind, fn: string): void {
  const { unit } = numeric(kind, `${fn}()`);
  if (unit !== null && unit !== PLAIN && conversion(unit, YEAR) === null) throw new ExpressionError(`${fn}() takes years last, not ${kindText(kind)}`);
}

/** The unit of what goes out at first; what comes every year must be in it, or in it by the year. */
function amounts(first: Kind, yearly: Kind, fn: string): Unit | null {
  const [once, everyYear] = [numeric(first, `${fn}()`), numeric(yearly, `${fn}()`)];
  if (once.unit === null || everyYear.unit === null) return null;
  const fits = [once.unit, combineUnits(once.unit, YEAR, -1)?.unit].some((unit) => unit !== undefined && everyYear.unit !== null && conversion(everyYear.unit, unit) !== null);
  if (fits || everyYear.bare === true || once.zero === true) return once.zero === true && !fits ? everyYear.unit : once.unit;
  throw new ExpressionError(`${fn}() takes ${kindText(first)} at first and ${kindText(yearly)} every year — the second must be in the same unit, or in it by the year`);
}

function text(kind: Kind, fn: string): void {
  const of = elements(kind);
  if (of.is !== "text" && of.is !== "nothing") throw new ExpressionError(`${fn}() takes texts, not ${kindText(of)}`);
}
