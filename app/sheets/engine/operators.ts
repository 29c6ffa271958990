/**
 * Arithmetic, comparison and logic over quantities. Nothing (`Blank`) and faults are values that pass through: `null` in arithmetic
 * gives nothing, `<` and the like over nothing are neither true nor false, and only `and`, `or` and `?:` can do without an operand.
 */
import type { Decimal } from "./math";
import { combineUnits, conversion, PLAIN, scaled } from "./units";
import { Blank, Fault, misfit, Quantity, type Value } from "./value";

const ISO_DATE = /^\d{4}-\d{2}-\d{2}$/;
const MOST_EXPONENT = 1000;

/** Numbers beyond this are no business of a sheet; infinity and NaN come here too. */
const LARGEST = 60;

function checked(value: Decimal, unit = PLAIN, bare = false): Quantity | Fault {
  if (!value.isFinite() || (!value.isZero() && value.e > LARGEST)) return misfit();
  return new Quantity(value, unit, bare);
}

/** What stands in the way of computing with two values: a fault before an empty cell. */
function obstacle(a: Value, b: Value): Fault | Blank | null {
  if (a instanceof Fault) return a;
  if (b instanceof Fault) return b;
  if (a instanceof Blank) return a;
  if (b instanceof Blank) return b;
  return null;
}

function mismatch(a: Quantity, b: Quantity): Fault {
  return new Fault("unit-mismatch", [a, b].map(({ unit }) => unit.key || "1").join(" + "));
}

/** Two quantities in one unit. Zero fits anywhere; with `anyBare` so does every number that stands in the expression itself. */
function aligned(a: Quantity, b: Quantity, anyBare: boolean): { a: Decimal; b: Decimal; unit: Quantity["unit"]; bare: boolean } | Fault {
  if (a.unit === b.unit) return { a: a.value, b: b.value, unit: a.unit, bare: a.bare && b.bare };
  if (a.value.isZero() || (anyBare && a.bare)) return { a: a.value, b: b.value, unit: b.unit, bare: false };
  if (b.value.isZero() || (anyBare && b.bare)) return { a: a.value, b: b.value, unit: a.unit, bare: false };
  const factor = conversion(b.unit, a.unit);
  return factor === null ? mismatch(a, b) : { a: a.value, b: scaled(b.value, factor), unit: a.unit, bare: false };
}

function sum(a: Value, b: Value, sign: 1 | -1): Value {
  const stop = obstacle(a, b);
  if (stop !== null) return stop;
  if (!(a instanceof Quantity && b instanceof Quantity)) return misfit();
  const pair = aligned(a, b, false);
  if (pair instanceof Fault) return pair;
  return checked((sign === 1 ? pair.a.plus(pair.b) : pair.a.minus(pair.b)) as Decimal, pair.unit, pair.bare);
}

export function add(a: Value, b: Value): Value {
  return sum(a, b, 1);
}

export function subtract(a: Value, b: Value): Value {
  return sum(a, b, -1);
}

export function multiply(a: Value, b: Value): Value {
  const stop = obstacle(a, b);
  if (stop !== null) return stop;
  if (!(a instanceof Quantity && b instanceof Quantity)) return misfit();
  const unit = combineUnits(a.unit, b.unit, 1);
  if (unit === null) return mismatch(a, b);
  return checked(scaled(a.value.times(b.value) as Decimal, unit.factor), unit.unit, a.bare && b.bare);
}

export function divide(a: Value, b: Value): Value {
  const stop = obstacle(a, b);
  if (stop !== null) return stop;
  if (!(a instanceof Quantity && b instanceof Quantity)) return misfit();
  if (b.value.isZero()) return new Fault("division-by-zero");
  const unit = combineUnits(a.unit, b.unit, -1);
  if (unit === null) return mismatch(a, b);
  return checked(scaled(a.value.dividedBy(b.value) as Decimal, unit.factor), unit.unit, a.bare && b.bare);
}

/** The exponent is a plain number; a quantity with a unit takes none but 1. */
export function pow(a: Value, b: Value): Value {
  const stop = obstacle(a, b);
  if (stop !== null) return stop;
  if (!(a instanceof Quantity && b instanceof Quantity)) return misfit();
  if (b.unit !== PLAIN || (a.unit !== PLAIN && !b.value.equals(1))) return mismatch(a, b);
  if (b.value.abs().greaterThan(MOST_EXPONENT)) return misfit();
  if (a.value.isZero() && b.value.isNegative()) return new Fault("division-by-zero");
  return checked(a.value.pow(b.value) as Decimal, a.unit, a.bare && b.bare);
}

export function unaryMinus(a: Value): Value {
  if (a instanceof Fault || a instanceof Blank) return a;
  return a instanceof Quantity ? new Quantity(a.value.negated() as Decimal, a.unit, a.bare) : misfit();
}

export function unaryPlus(a: Value): Value {
  return a instanceof Fault || a instanceof Blank || a instanceof Quantity ? a : misfit();
}

/** -1, 0, 1; numbers of one kind, or dates. */
export function compare(a: Quantity | string, b: Quantity | string): number | Fault {
  if (a instanceof Quantity && b instanceof Quantity) {
    const pair = aligned(a, b, true);
    return pair instanceof Fault ? pair : pair.a.comparedTo(pair.b);
  }
  if (typeof a === "string" && typeof b === "string" && ISO_DATE.test(a) && ISO_DATE.test(b)) return a < b ? -1 : a > b ? 1 : 0;
  return misfit();
}

function comparison(holds: (order: number) => boolean): (a: Value, b: Value) => Value {
  return (a, b) => {
    const stop = obstacle(a, b);
    if (stop !== null) return stop;
    if (!(a instanceof Quantity || typeof a === "string") || !(b instanceof Quantity || typeof b === "string")) return misfit();
    const order = compare(a, b);
    return order instanceof Fault ? order : holds(order);
  };
}

export const smaller = comparison((order) => order < 0);
export const smallerEq = comparison((order) => order <= 0);
export const larger = comparison((order) => order > 0);
export const largerEq = comparison((order) => order >= 0);

/** An empty cell equals nothing but `null` and other empty cells. */
export function equal(a: Value, b: Value): Value {
  if (a instanceof Fault) return a;
  if (b instanceof Fault) return b;
  if (a instanceof Blank || b instanceof Blank) return a instanceof Blank && b instanceof Blank;
  if (a instanceof Quantity && b instanceof Quantity) {
    const order = compare(a, b);
    return order instanceof Fault ? order : order === 0;
  }
  if ((typeof a === "string" && typeof b === "string") || (typeof a === "boolean" && typeof b === "boolean")) return a === b;
  return misfit();
}

export function unequal(a: Value, b: Value): Value {
  return not(equal(a, b));
}

export function not(a: Value): Value {
  if (a instanceof Fault || a instanceof Blank) return a;
  return typeof a === "boolean" ? !a : misfit();
}

/** A part of an expression that is evaluated only when it is needed. */
export interface Later {
  evaluate(scope: object): unknown;
}

/** `and` and `or` are settled by one operand, whatever the other one is; else a fault comes before nothing. */
function settled(a: Value, later: () => Value, by: boolean): Value {
  if (a === by) return by;
  const b = later();
  if (b === by) return by;
  const stop = obstacle(a, b);
  if (stop !== null) return stop;
  return typeof a === "boolean" && typeof b === "boolean" ? !by : misfit();
}

export function and(scope: object, a: Value, b: Later): Value {
  return settled(a, () => b.evaluate(scope) as Value, false);
}

export function or(scope: object, a: Value, b: Later): Value {
  return settled(a, () => b.evaluate(scope) as Value, true);
}

/** `a ? b : c`: the branch that is not taken is not looked at, so a formula may stop at a row where it would go in circles. */
export function choose(scope: object, condition: Value, then: Later, otherwise: Later): Value {
  if (condition instanceof Fault || condition instanceof Blank) return condition;
  if (typeof condition !== "boolean") return misfit();
  return (condition ? then : otherwise).evaluate(scope) as Value;
}
