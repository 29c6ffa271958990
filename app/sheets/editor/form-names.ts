/** Names of inputs in the plain forms of a sheet: what the server reads back into cells. */
import type { CellAddress } from "../content";

/** A cell's text, chosen option(s), or tick. */
export function cellName(address: CellAddress): string {
  return `cell:${address}`;
}

/** The unit beside a number. */
export function unitName(address: CellAddress): string {
  return `unit:${address}`;
}

/** Says that the form holds the cell, also where nothing is ticked. */
export const HOLDS = "holds";
