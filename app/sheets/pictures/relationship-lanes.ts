/** Where each person of a relationship map stands: a lane per person, so that no two names or arrows meet. */
import type { SheetRow } from "../content";
import { choicesOf, numberOf, textOf } from "./reading";

/** The stages from left to right. */
export const STAGES = ["acquaintance", "interaction", "personal-relation", "alliance"] as const;
/** Attitudes from top to bottom. */
export const ATTITUDES = [2, 1, 0, -1, -2] as const;

export interface Lane {
  row: SheetRow;
  name: string;
  roles: string[];
  attitude: number | null;
  /** Places in STAGES; null where it is not judged yet. */
  stage: number | null;
  target: number | null;
  /** Top of the lane. */
  y: number;
}

export interface Band {
  /** null: people whose attitude nobody has judged yet. */
  attitude: number | null;
  y: number;
  height: number;
  lanes: Lane[];
}

export interface LaneLayout {
  bands: Band[];
  height: number;
}

export const LANE_HEIGHT = 42;
const EMPTY_BAND = 24;

function place(stage: string): number | null {
  const at = (STAGES as readonly string[]).indexOf(stage);
  return at < 0 ? null : at;
}

/** Bands of attitude with the people in them, from `top` downwards. Rows without a name are left out. */
export function layOutLanes(rows: readonly SheetRow[], top: number): LaneLayout {
  const people = rows.map((row) => ({ row, name: textOf(row.cells.name), roles: choicesOf(row.cells.roles), attitude: numberOf(row.cells.attitude), stage: place(textOf(row.cells.stage)), target: place(textOf(row.cells.target)) })).filter((person) => person.name !== "");
  const known = (attitude: number | null): number | null => (ATTITUDES as readonly (number | null)[]).includes(attitude) ? attitude : null;
  let y = top;
  const bands: Band[] = [];
  for (const attitude of [...ATTITUDES, null]) {
    const here = people.filter((person) => known(person.attitude) === attitude).sort((a, b) => (b.stage ?? -1) - (a.stage ?? -1));
    if (attitude === null && here.length === 0) continue;
    const height = Math.max(EMPTY_BAND, here.length * LANE_HEIGHT);
    bands.push({ attitude, y, height, lanes: here.map((person, at) => ({ ...person, y: y + at * LANE_HEIGHT })) });
    y += height;
  }
  return { bands, height: y - top };
}

/** The roles that nobody named on the map has. */
export function missingRoles(rows: readonly SheetRow[], roles: readonly string[]): string[] {
  const held = new Set(rows.filter((row) => textOf(row.cells.name) !== "").flatMap((row) => choicesOf(row.cells.roles)));
  return roles.filter((role) => !held.has(role));
}
