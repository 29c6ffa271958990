import { useState } from "react";
import type { GridState } from "./grid-keys";
import type { GridSize, Place } from "./grid-range";

/** A place by ids: rows may come, go and move while somebody is in them. `column` null is the row's handle. */
interface Spot {
  row: string;
  column: string | null;
}

interface Kept {
  at: Spot | null;
  anchor: Spot | null;
  editing: boolean;
  leaving: boolean;
  /** Where the row was, for when it is gone. */
  line: number;
}

export interface Grid {
  state: GridState;
  set: (state: GridState) => void;
  /** Goes to a row by its id, also one that is only about to be there. */
  jump: (row: string, column: string | null) => void;
}

/** The state of a grid, kept by ids and told by numbers. */
export function useGrid(rows: readonly string[], columns: readonly string[], size: GridSize): Grid {
  const [kept, setKept] = useState<Kept>({ at: null, anchor: null, editing: false, leaving: false, line: 0 });
  const placeOf = (spot: Spot | null): Place | null => {
    const row = spot ? rows.indexOf(spot.row) : -1;
    if (!spot || row < 0) return null;
    return { row, column: spot.column === null ? 0 : Math.max(columns.indexOf(spot.column) + 1, 1) };
  };
  const spotOf = ({ row, column }: Place): Spot | null => (rows[row] === undefined ? null : { row: rows[row], column: column === 0 ? null : (columns[column - 1] ?? null) });
  const at = placeOf(kept.at);
  const fallback: Place = { row: Math.min(kept.line, Math.max(size.rows - 1, 0)), column: Math.min(kept.at ? (kept.at.column === null ? 0 : columns.indexOf(kept.at.column) + 1) : 1, size.columns - 1) };
  return {
    state: { at: at ?? fallback, anchor: placeOf(kept.anchor), editing: kept.editing && at !== null, leaving: kept.leaving },
    set: (state) => setKept({ at: spotOf(state.at), anchor: state.anchor && spotOf(state.anchor), editing: state.editing, leaving: state.leaving, line: state.at.row }),
    jump: (row, column) => setKept((before) => ({ at: { row, column }, anchor: null, editing: false, leaving: false, line: before.line })),
  };
}
