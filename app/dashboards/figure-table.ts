/** What a picture or a page shows, as plain rows: the table behind it, and what an export holds. */
export interface FigureTable {
  key: string;
  title: string;
  columns: string[];
  /** Text as it is shown; numbers as numbers, shares in per cent; null: there is none. */
  rows: (string | number | null)[][];
}

/** A share in per cent with one decimal. */
export function percent(k: number, n: number): number | null {
  return n === 0 ? null : Math.round((k / n) * 1000) / 10;
}

export function oneDecimal(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}
