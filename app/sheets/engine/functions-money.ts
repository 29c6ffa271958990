/** The calculators as functions of expressions: they see to units, empty cells and horizons. */
import { annuity as annuityOf, irr as irrOf, isHorizon, npv as npvOf, payback as paybackOf, YEARS } from "./finance";
import { ONE, type Decimal } from "./math";
import { combineUnits, conversion, parseUnit, PLAIN, scaled, type Unit } from "./units";
import { Blank, Fault, misfit, number, Quantity, type Value } from "./value";

const YEAR = parseUnit("year") ?? PLAIN;

/** All of them quantities, or the first thing that stands in the way. */
function quantities(values: readonly Value[]): Quantity[] | Fault | Blank {
  const fault = values.find((value) => value instanceof Fault);
  if (fault instanceof Fault) return fault;
  const blank = values.find((value) => value instanceof Blank);
  if (blank instanceof Blank) return blank;
  const list = values.filter((value) => value instanceof Quantity);
  return list.length === values.length ? list : misfit();
}

function inUnit(quantity: Quantity, ...units: Unit[]): Decimal | Fault {
  for (const unit of units) {
    const factor = conversion(quantity.unit, unit);
    if (factor !== null) return scaled(quantity.value, factor);
  }
  if (quantity.bare || quantity.value.isZero()) return quantity.value;
  return new Fault("unit-mismatch", [quantity.unit.key || "1", units.at(-1)?.key ?? ""].join(" + "));
}

/** Years: a plain number, or in years or months. */
function horizon(years: Quantity): Decimal | Fault {
  const count = inUnit(years, PLAIN, YEAR);
  if (count instanceof Fault) return count;
  return isHorizon(count) ? count : new Fault("out-of-range", `${YEARS.min}–${YEARS.max}`);
}

function interest(rate: Quantity): Decimal | Fault {
  const value = inUnit(rate, PLAIN);
  return value instanceof Fault || value.greaterThan(ONE.negated()) ? value : new Fault("out-of-range", "> -100 %");
}

/** What comes every year, in the unit of what goes out at first: money, or money a year. */
function yearlyIn(unit: Unit, yearly: Quantity): Decimal | Fault {
  const aYear = combineUnits(unit, YEAR, -1)?.unit ?? unit;
  return inUnit(yearly, aYear, unit);
}

/** The unit of both amounts: what is written in the expression takes the other's. */
function moneyUnit(first: Quantity, yearly: Quantity): Unit {
  if (!first.value.isZero() || first.unit !== PLAIN) return first.unit;
  const once = combineUnits(yearly.unit, YEAR, 1)?.unit ?? yearly.unit;
  return once.powers.has("year") ? yearly.unit : once;
}

export function annuity(...given: Value[]): Value {
  const list = quantities(given);
  if (!Array.isArray(list)) return list;
  const [rate, years] = [interest(list[0]!), horizon(list[1]!)];
  if (rate instanceof Fault) return rate;
  return years instanceof Fault ? years : number(annuityOf(rate, years));
}

export function npv(...given: Value[]): Value {
  const list = quantities(given);
  if (!Array.isArray(list)) return list;
  const [rate, first, years] = [interest(list[0]!), list[1]!, horizon(list[3]!)];
  const unit = moneyUnit(first, list[2]!);
  const yearly = yearlyIn(unit, list[2]!);
  for (const part of [rate, years, yearly]) if (part instanceof Fault) return part;
  return number(npvOf(rate as Decimal, first.value, yearly as Decimal, years as Decimal), unit);
}

export function irr(...given: Value[]): Value {
  const list = quantities(given);
  if (!Array.isArray(list)) return list;
  const [first, years] = [list[0]!, horizon(list[2]!)];
  const yearly = yearlyIn(moneyUnit(first, list[1]!), list[1]!);
  for (const part of [years, yearly]) if (part instanceof Fault) return part;
  const rate = irrOf(first.value, yearly as Decimal, years as Decimal);
  return rate === null ? misfit() : number(rate);
}

/** In years. */
export function payback(...given: Value[]): Value {
  const list = quantities(given);
  if (!Array.isArray(list)) return list;
  const [first, yearly] = [list[0]!, yearlyIn(moneyUnit(list[0]!, list[1]!), list[1]!)];
  if (yearly instanceof Fault) return yearly;
  const years = paybackOf(first.value, yearly);
  return years === null ? misfit() : number(years, YEAR);
}
