/**
 * Units of quantities: products and quotients of a few base units. A year is 12 months and a MWh 1,000 kWh; nothing else turns into
 * anything else. In particular an hour is no part of a day: a day of work is not 24 hours.
 */
import { type Decimal, decimal, ONE } from "./math";
import { PLAIN, type Unit, unitOf } from "./unit";

export * from "./unit";

/** Units that are a multiple of another. */
const SCALED: Readonly<Record<string, { base: string; times: number }>> = { year: { base: "month", times: 12 }, MWh: { base: "kWh", times: 1000 } };
const MOST_POWER = 4;

/** What a value must be multiplied with and divided by: 1/12 is no decimal number, ÷ 12 is exact. */
export interface Factor {
  times: Decimal;
  over: Decimal;
}
const NO_FACTOR: Factor = { times: ONE, over: ONE };

export function scaled(value: Decimal, { times, over }: Factor): Decimal {
  const product = times === ONE ? value : (value.times(times) as Decimal);
  return over === ONE ? product : (product.dividedBy(over) as Decimal);
}

const combined = new Map<string, { unit: Unit; factor: Factor } | null>();

/**
 * The unit of a product (`power` 1) or quotient (`power` -1), and the factor that comes from members of one family meeting (a year
 * divided by a month is 12); null where powers grow out of all reason.
 */
export function combineUnits(a: Unit, b: Unit, power: 1 | -1): { unit: Unit; factor: Factor } | null {
  if (b === PLAIN) return { unit: a, factor: NO_FACTOR };
  const key = `${a.key}|${power}|${b.key}`;
  let result = combined.get(key);
  if (result === undefined) {
    result = combine(a, b, power);
    combined.set(key, result);
  }
  return result;
}

function combine(a: Unit, b: Unit, power: 1 | -1): { unit: Unit; factor: Factor } | null {
  const powers = new Map(a.powers);
  for (const [name, own] of b.powers) powers.set(name, (powers.get(name) ?? 0) + power * own);
  if ([...powers.values()].some((value) => Math.abs(value) > MOST_POWER)) return null;
  let factor = NO_FACTOR;
  for (const [name, { base, times }] of Object.entries(SCALED)) {
    const [own, other] = [powers.get(name) ?? 0, powers.get(base) ?? 0];
    if (own === 0 || other === 0) continue;
    powers.set(name, 0).set(base, own + other);
    factor = product(factor, times, own);
  }
  return { unit: unitOf(powers), factor };
}

function product({ times, over }: Factor, scale: number, power: number): Factor {
  const value = decimal(scale ** Math.abs(power));
  return power > 0 ? { times: times.times(value) as Decimal, over } : { times, over: over.times(value) as Decimal };
}

const conversions = new Map<string, Factor | null>();

/** What turns a value in `from` into one in `to`; null where they measure different things. */
export function conversion(from: Unit, to: Unit): Factor | null {
  if (from === to) return NO_FACTOR;
  const key = `${from.key}|${to.key}`;
  let factor = conversions.get(key);
  if (factor === undefined) {
    const [source, target] = [inBase(from), inBase(to)];
    factor = source.unit !== target.unit ? null : { times: source.factor.times.times(target.factor.over) as Decimal, over: source.factor.over.times(target.factor.times) as Decimal };
    conversions.set(key, factor);
  }
  return factor;
}

function inBase(unit: Unit): { unit: Unit; factor: Factor } {
  const powers = new Map(unit.powers);
  let factor = NO_FACTOR;
  for (const [name, { base, times }] of Object.entries(SCALED)) {
    const own = powers.get(name) ?? 0;
    if (own === 0) continue;
    powers.set(name, 0).set(base, (powers.get(base) ?? 0) + own);
    factor = product(factor, times, own);
  }
  return { unit: unitOf(powers), factor };
}
