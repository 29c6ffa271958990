/** A line of a table; numbers are right-aligned. */
export type TableRow = Record<string, string | number>;

/** A plain table for a terminal, columns in the order of the first row's keys. */
export function table(rows: readonly TableRow[]): string {
  const names = Object.keys(rows[0] ?? {});
  const cells = rows.map((row) => names.map((name) => String(row[name] ?? "")));
  const widths = names.map((name, at) => Math.max(name.length, ...cells.map((row) => row[at]?.length ?? 0)));
  const isNumber = names.map((name) => rows.every((row) => typeof row[name] === "number" || row[name] === "" || /^[\d.,]+( ?%)?$/.test(String(row[name]))));
  const line = (row: readonly string[]) => row.map((text, at) => (isNumber[at] ? text.padStart(widths[at] ?? 0) : text.padEnd(widths[at] ?? 0))).join("  ").trimEnd();
  return [line(names), line(widths.map((width) => "─".repeat(width))), ...cells.map(line)].join("\n");
}

/** The middle one of some numbers. */
export function median(numbers: readonly number[]): number {
  return quantile(numbers, 0.5);
}

/** The value below which a share of the numbers lies (nearest rank); 0 without numbers. */
export function quantile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
