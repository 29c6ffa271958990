/** The keyboard of a grid, as in every spreadsheet and in the ARIA grid pattern. Pure: a key on a state answers the next state and what is to be done. */
import { along, type GridSize, type Place, step, target } from "./grid-range";

export interface GridState {
  /** The one cell that the Tab key comes to; column 0 is the row's own handle. */
  at: Place;
  /** The other corner of the selected range; null when one cell is selected. */
  anchor: Place | null;
  /** A cell is being typed into. */
  editing: boolean;
  /** Escape was pressed on a cell: the next Tab leaves the grid. */
  leaving: boolean;
}

export interface Key {
  key: string;
  shift: boolean;
  /** Ctrl, or ⌘. */
  command: boolean;
  alt: boolean;
}

/** What the cell at hand does with keys. */
export interface CellManners {
  /** It cannot be typed into: computed, or the sheet is read only. */
  fixed: boolean;
  /** In it Enter is a line end while Shift or Alt is held, and the arrows belong to its own control. */
  control: "text" | "long-text" | "check" | "rating";
}

export type GridAct =
  | { do: "edit" }
  | { do: "commit" }
  | { do: "cancel" }
  | { do: "empty" }
  | { do: "toggle" }
  | { do: "rate"; value: number }
  | { do: "undo" }
  | { do: "redo" }
  | { do: "select-all" }
  | { do: "add-row" }
  | { do: "remove-row" }
  | { do: "move-row"; move: "up" | "down" | "in" | "out" }
  | { do: "menu" };

export interface Answer {
  state: GridState;
  act?: GridAct;
  /** The key is the grid's: the browser does nothing with it. */
  taken: boolean;
}

/** The state after a key, what the editor does, and whether the key was the grid's. */
export function pressKey(state: GridState, key: Key, size: GridSize, manners: CellManners): Answer {
  return state.editing ? whileEditing(state, key, size, manners) : onCell(state, key, size, manners);
}

const stay = (state: GridState): Answer => ({ state, taken: false });
const act = (state: GridState, what: GridAct): Answer => ({ state, act: what, taken: true });

function whileEditing(state: GridState, key: Key, size: GridSize, manners: CellManners): Answer {
  const done = { ...state, editing: false, anchor: null };
  switch (key.key) {
    case "Escape":
      return act(done, { do: "cancel" });
    case "Enter":
      if (manners.control === "long-text" && (key.shift || key.alt)) return stay(state);
      return act({ ...done, at: step(state.at, { row: key.shift ? -1 : 1, column: 0 }, size) }, { do: "commit" });
    case "Tab": {
      const next = along(state.at, key.shift ? -1 : 1, size);
      // At the end of the grid Tab goes on to what comes after it.
      return next ? act({ ...done, at: next }, { do: "commit" }) : { state: done, act: { do: "commit" }, taken: false };
    }
    default:
      return stay(state);
  }
}

function onCell(state: GridState, key: Key, size: GridSize, manners: CellManners): Answer {
  if (key.command) return withCommand(state, key, size);
  if (key.alt) return withAlt(state, key);
  switch (key.key) {
    case "ArrowUp":
    case "ArrowDown":
    case "ArrowLeft":
    case "ArrowRight":
    case "Home":
    case "End":
    case "PageUp":
    case "PageDown":
      return travel(state, target(state.at, key.key, size), key.shift);
    case "Tab": {
      const next = state.leaving ? null : along(state.at, key.shift ? -1 : 1, size);
      return next ? travel(state, next, false) : stay({ ...state, leaving: false });
    }
    case "Escape":
      return { state: { ...state, anchor: null, leaving: true }, taken: true };
    case "Enter":
    case "F2":
      if (state.at.column === 0) return act(state, { do: "menu" });
      return manners.fixed ? { state, taken: true } : enter(state, manners);
    case "Delete":
    case "Backspace":
      return act(state, { do: "empty" });
    case "ContextMenu":
      return act(state, { do: "menu" });
    default:
      return typed(state, key, manners);
  }
}

function enter(state: GridState, manners: CellManners): Answer {
  return manners.control === "check" ? act(state, { do: "toggle" }) : act({ ...state, editing: true, anchor: null }, { do: "edit" });
}

/**
 * A digit rates, a space ticks. Letters are nobody's here: the cell's input has the focus already, takes them itself (with the
 * input method that Chinese needs from the first letter on), and says so.
 */
function typed(state: GridState, { key }: Key, manners: CellManners): Answer {
  if (manners.fixed || state.at.column === 0) return stay(state);
  if (manners.control === "check" && key === " ") return act(state, { do: "toggle" });
  return manners.control === "rating" && /^[0-9]$/.test(key) ? act(state, { do: "rate", value: Number(key) }) : stay(state);
}

function withCommand(state: GridState, key: Key, size: GridSize): Answer {
  switch (key.key.toLowerCase()) {
    case "z":
      return act(state, { do: key.shift ? "redo" : "undo" });
    case "y":
      return act(state, { do: "redo" });
    case "a":
      return act({ ...state, at: { row: size.rows - 1, column: size.columns - 1 }, anchor: { row: 0, column: 1 } }, { do: "select-all" });
    case "enter":
      return act(state, { do: "add-row" });
    case "delete":
    case "backspace":
      return act(state, { do: "remove-row" });
    case "home":
      return travel(state, { row: 0, column: Math.min(1, size.columns - 1) }, key.shift);
    case "end":
      return travel(state, { row: size.rows - 1, column: size.columns - 1 }, key.shift);
    case "arrowup":
      return travel(state, { ...state.at, row: 0 }, key.shift);
    case "arrowdown":
      return travel(state, { ...state.at, row: size.rows - 1 }, key.shift);
    case "arrowleft":
      return travel(state, { ...state.at, column: Math.min(1, size.columns - 1) }, key.shift);
    case "arrowright":
      return travel(state, { ...state.at, column: size.columns - 1 }, key.shift);
    default:
      return stay(state);
  }
}

const ROW_MOVES = { ArrowUp: "up", ArrowDown: "down", ArrowRight: "in", ArrowLeft: "out" } as const;

function withAlt(state: GridState, key: Key): Answer {
  const move = ROW_MOVES[key.key as keyof typeof ROW_MOVES] as (typeof ROW_MOVES)[keyof typeof ROW_MOVES] | undefined;
  return move ? act({ ...state, anchor: null }, { do: "move-row", move }) : stay(state);
}

/** Goes to a cell; with Shift the range grows from where it began. */
function travel(state: GridState, at: Place, extend: boolean): Answer {
  return { state: { at, anchor: extend ? (state.anchor ?? state.at) : null, editing: false, leaving: false }, taken: true };
}
