/** Units of quantities: products and quotients of a few base units. What they have to do with one another: `units.ts`. */

/** In the order in which they are written. */
export const BASE_UNITS = ["CNY", "kWh", "MWh", "t", "m2", "piece", "person", "h", "day", "month", "year"] as const;

/** A unit; the same unit is the same object. `key` reads like `CNY/kWh`; "" is a plain number. */
export interface Unit {
  readonly key: string;
  readonly powers: ReadonlyMap<string, number>;
}

const known = new Map<string, Unit>();
/** No unit. */
export const PLAIN = unitOf(new Map());

/** The unit written as `text`: names with `*` and `/` between them, `1/year`; null when it is none. */
export function parseUnit(text: string): Unit | null {
  const parts = text.split(/([*/])/).map((part) => part.trim());
  const powers = new Map<string, number>();
  for (let at = 0; at < parts.length; at += 2) {
    const name = parts[at] ?? "";
    const sign = at > 0 && parts[at - 1] === "/" ? -1 : 1;
    if (at === 0 && name === "1" && parts.length > 1) continue;
    if (!BASE_UNITS.includes(name as (typeof BASE_UNITS)[number])) return null;
    powers.set(name, (powers.get(name) ?? 0) + sign);
  }
  return unitOf(powers);
}

/** The unit with these powers. */
export function unitOf(powers: ReadonlyMap<string, number>): Unit {
  const used = BASE_UNITS.filter((name) => (powers.get(name) ?? 0) !== 0);
  const list = (sign: 1 | -1): string[] => used.flatMap((name) => Array<string>(Math.max(0, sign * (powers.get(name) ?? 0))).fill(name));
  const [above, below] = [list(1), list(-1)];
  const key = below.length === 0 ? above.join("*") : `${above.join("*") || "1"}/${below.join("/")}`;
  const unit = known.get(key) ?? { key, powers: new Map(used.map((name) => [name, powers.get(name) ?? 0])) };
  known.set(key, unit);
  return unit;
}
