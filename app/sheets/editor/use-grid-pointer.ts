import { type MouseEvent, type PointerEvent as ReactPointerEvent, type RefObject, useRef } from "react";
import type { CellManners } from "./grid-keys";
import type { Place } from "./grid-range";
import type { GridInputHandle } from "./GridInput";
import type { Grid } from "./use-grid";

interface PointerInput {
  ids: readonly string[];
  grid: Grid;
  input: RefObject<GridInputHandle | null>;
  /** Of a column, counted from 0. */
  manners: (column: number) => CellManners;
}

/** A press chooses a cell, a drag or a press with Shift a range; a double press, or a second tap, begins to type. */
export function useGridPointer({ ids, grid, input, manners }: PointerInput) {
  const dragging = useRef(false);
  const touch = useRef(false);
  const { state } = grid;

  const placeOf = (target: EventTarget | null): Place | null => {
    const cell = target instanceof Element ? target.closest<HTMLElement>("[data-column]") : null;
    const row = ids.indexOf(cell?.closest("tr")?.dataset.row ?? "");
    return cell && row >= 0 ? { row, column: Number(cell.dataset.column) } : null;
  };
  const same = (place: Place): boolean => place.row === state.at.row && place.column === state.at.column;
  const edit = (place: Place): void => {
    const { fixed, control } = manners(place.column - 1);
    if (place.column === 0 || fixed || control === "check") return;
    input.current?.edit();
    grid.set({ at: place, anchor: null, editing: true, leaving: false });
  };

  return {
    onPointerDown: (event: ReactPointerEvent): void => {
      touch.current = event.pointerType === "touch";
    },
    onMouseDown: (event: MouseEvent): void => {
      const place = placeOf(event.target);
      if (!place || event.button !== 0 || place.column === 0) return;
      if (state.editing && same(place)) return;
      if ((event.target as Element).closest("button")) return;
      event.preventDefault();
      if (state.editing) input.current?.commit();
      if (touch.current && same(place) && (event.currentTarget as Element).contains(document.activeElement)) return edit(place);
      dragging.current = !touch.current;
      grid.set({ at: place, anchor: event.shiftKey ? (state.anchor ?? state.at) : null, editing: false, leaving: false });
      if (same(place)) input.current?.focus();
      addEventListener("mouseup", () => (dragging.current = false), { once: true });
    },
    onMouseOver: (event: MouseEvent): void => {
      const place = dragging.current ? placeOf(event.target) : null;
      if (place && place.column > 0 && !same(place)) grid.set({ at: place, anchor: state.anchor ?? state.at, editing: false, leaving: false });
    },
    onDoubleClick: (event: MouseEvent): void => {
      const place = placeOf(event.target);
      if (place && !state.editing) edit(place);
    },
  };
}
