/** Cells of a grid and where one goes from them. Pure. */

export interface Place {
  row: number;
  column: number;
}

export interface GridSize {
  rows: number;
  /** With the handle. */
  columns: number;
  /** Rows that PageUp and PageDown go. */
  page: number;
}

export interface Range {
  top: number;
  bottom: number;
  left: number;
  right: number;
}

/** The selected cells, without handles; a handle that is selected stands for its row. */
export function rangeOf({ at, anchor }: { at: Place; anchor: Place | null }, size: Pick<GridSize, "columns">): Range {
  const other = anchor ?? at;
  const whole = at.column === 0 || other.column === 0;
  return {
    top: Math.min(at.row, other.row),
    bottom: Math.max(at.row, other.row),
    left: whole ? 1 : Math.min(at.column, other.column),
    right: whole ? size.columns - 1 : Math.max(at.column, other.column),
  };
}

export function inRange({ top, bottom, left, right }: Range, { row, column }: Place): boolean {
  return row >= top && row <= bottom && column >= left && column <= right;
}

const clamp = (value: number, most: number): number => Math.min(Math.max(value, 0), Math.max(most, 0));

export function step({ row, column }: Place, by: Place, size: GridSize): Place {
  return { row: clamp(row + by.row, size.rows - 1), column: clamp(column + by.column, size.columns - 1) };
}

/** Where a key that travels leads to. */
export function target(at: Place, key: string, size: GridSize): Place {
  switch (key) {
    case "ArrowUp":
      return step(at, { row: -1, column: 0 }, size);
    case "ArrowDown":
      return step(at, { row: 1, column: 0 }, size);
    case "ArrowLeft":
      return step(at, { row: 0, column: -1 }, size);
    case "ArrowRight":
      return step(at, { row: 0, column: 1 }, size);
    case "Home":
      return { ...at, column: Math.min(1, size.columns - 1) };
    case "End":
      return { ...at, column: size.columns - 1 };
    case "PageUp":
      return step(at, { row: -size.page, column: 0 }, size);
    default:
      return step(at, { row: size.page, column: 0 }, size);
  }
}

/** The next cell in reading order, without the handles; null past either end. */
export function along({ row, column }: Place, by: 1 | -1, size: GridSize): Place | null {
  const cells = size.columns - 1;
  const next = row * cells + Math.max(column - 1, by === 1 && column === 0 ? -1 : 0) + by;
  return next < 0 || next >= size.rows * cells ? null : { row: Math.floor(next / cells), column: (next % cells) + 1 };
}
