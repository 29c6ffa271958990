/** Functions over numbers and lists of numbers. Empty cells in lists are passed over; a fault in a list is the result. */
import type { Decimal } from "./math";
import { decimal } from "./math";
import { add, compare, divide } from "./operators";
import { PLAIN } from "./units";
import { Blank, Fault, flat, misfit, NO_AMOUNT, NOTHING, number, Quantity, type Value } from "./value";

/** decimal.js: half away from zero, as in commerce. */
const HALF_UP = 4;

/** The numbers in the arguments, or what stands in their way. */
function numbers(values: readonly Value[]): Quantity[] | Fault {
  const list: Quantity[] = [];
  for (const value of flat(values)) {
    if (value instanceof Fault) return value;
    if (value instanceof Blank) continue;
    if (!(value instanceof Quantity)) return misfit();
    list.push(value);
  }
  return list;
}

/** 0 where there is nothing to add. */
export function sum(...values: Value[]): Value {
  const list = numbers(values);
  return list instanceof Fault ? list : list.reduce<Value>(add, NO_AMOUNT);
}

/** Empty where there is nothing. */
export function mean(...values: Value[]): Value {
  const list = numbers(values);
  if (list instanceof Fault) return list;
  return list.length === 0 ? NOTHING : divide(list.reduce<Value>(add, NO_AMOUNT), number(list.length));
}

/** The first by an order; a bare number takes the unit of the others. */
function extreme(values: readonly Value[], wanted: 1 | -1): Value {
  const list = numbers(values);
  if (list instanceof Fault) return list;
  const [first, ...others] = list;
  if (first === undefined) return NOTHING;
  let best = first;
  for (const next of others) {
    const order = compare(next, best);
    if (order instanceof Fault) return order;
    const [winner, loser] = order * wanted > 0 ? [next, best] : [best, next];
    best = winner.bare && !loser.bare ? number(winner.value, loser.unit) : winner;
  }
  return best;
}

export function min(...values: Value[]): Value {
  return extreme(values, -1);
}

export function max(...values: Value[]): Value {
  return extreme(values, 1);
}

function each(value: Value, change: (digits: Decimal) => Decimal): Value {
  if (value instanceof Fault || value instanceof Blank) return value;
  return value instanceof Quantity ? new Quantity(change(value.value), value.unit, value.bare) : misfit();
}

/** Half away from zero; up to 20 places. */
export function round(value: Value, places: Value): Value {
  if (places instanceof Fault || places instanceof Blank) return places;
  if (!(places instanceof Quantity) || places.unit !== PLAIN || !places.value.isInteger() || places.value.isNegative() || places.value.greaterThan(20)) return misfit();
  return each(value, (digits) => digits.toDecimalPlaces(places.value.toNumber(), HALF_UP) as Decimal);
}

export function floor(value: Value): Value {
  return each(value, (digits) => digits.floor() as Decimal);
}

export function ceil(value: Value): Value {
  return each(value, (digits) => digits.ceil() as Decimal);
}

export function abs(value: Value): Value {
  return each(value, (digits) => digits.abs() as Decimal);
}

/** 1 for the largest; equal values share a rank. */
export function rank(value: Value, list: Value): Value {
  if (value instanceof Fault || value instanceof Blank) return value;
  const others = numbers([list]);
  if (others instanceof Fault) return others;
  if (!(value instanceof Quantity)) return misfit();
  let larger = 0;
  for (const other of others) {
    const order = compare(other, value);
    if (order instanceof Fault) return order;
    if (order > 0) larger += 1;
  }
  return number(decimal(larger + 1));
}
