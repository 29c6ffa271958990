/** How figures are written. Pure. */

/** Two decimals, with a real minus. */
export function decimal(value: number): string {
  return Math.abs(value) < 0.005 ? "0.00" : value.toFixed(2).replace("-", "−");
}

/** The same with its sign always; nothing before zero. */
export function signed(value: number): string {
  return value >= 0.005 ? `+${decimal(value)}` : decimal(value);
}

/** A share as whole per cent. */
export function percent(share: number): string {
  return `${Math.round(share * 100)}%`;
}

/** What an interval says of severity: it names a direction only when it leaves 0 out. */
export function direction({ low, high }: { low: number; high: number }): "severe" | "lenient" | "cannotTell" {
  if (low > 0) return "severe";
  return high < 0 ? "lenient" : "cannotTell";
}
