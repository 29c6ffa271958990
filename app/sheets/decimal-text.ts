/** Decimal notation as text: "1250.50", "-3". Exact, and without the weight of a library for arithmetic. */

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?$/;

/** The shortest notation of a decimal: no plus, no needless zeros; null where the text is none. */
export function canonicalDecimal(text: string): string | null {
  const [, sign = "", whole = "", fraction = ""] = DECIMAL.exec(text) ?? [];
  if (whole + fraction === "") return null;
  const digits = whole.replace(/^0+(?=\d)/, "") || "0";
  const places = fraction.replace(/0+$/, "");
  const value = places === "" ? digits : `${digits}.${places}`;
  return sign === "-" && /[1-9]/.test(value) ? `-${value}` : value;
}

/** The decimal times ten to the power of `places`; `digits` must be a decimal. */
export function shiftPoint(digits: string, places: number): string {
  const [, sign = "", whole = "", fraction = ""] = DECIMAL.exec(digits) ?? [];
  const point = whole.length + places;
  const all = "0".repeat(Math.max(0, 1 - point)) + whole + fraction + "0".repeat(Math.max(0, places - fraction.length));
  const at = Math.max(1, point);
  return canonicalDecimal(`${sign}${all.slice(0, at)}.${all.slice(at)}`) ?? digits;
}
