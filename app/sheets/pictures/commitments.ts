/** What a sales meeting leaves behind: last week's commitments by result, this week's by person. */
import type { SheetContent } from "../content";
import type { Evaluation } from "../evaluation";
import { foundAt } from "./found";
import { rowsOf, textOf } from "./reading";
import { wrapText } from "./text-fit";

export interface Commitment {
  id: string;
  what: string;
  owner: string;
  due: string;
  proof: string;
  /** Something a check found: no owner or date, owned by all, cannot be checked. */
  faulty: boolean;
}

export interface OwnerLane {
  /** "" for commitments that nobody owns; they come first. */
  owner: string;
  commitments: Commitment[];
}

/** This week's commitments by owner, each by date; rows without a text are left out. */
export function ownerLanes(content: SheetContent, evaluation: Evaluation): OwnerLane[] {
  const lanes = new Map<string, Commitment[]>();
  for (const row of rowsOf(content, "commitments")) {
    const what = textOf(row.cells.commitment);
    if (what === "") continue;
    const owner = foundAt(evaluation, "commitments", row.id, "owned-by-all") ? "" : textOf(row.cells.owner);
    const commitment = { id: row.id, what, owner, due: textOf(row.cells.due), proof: textOf(row.cells.proof), faulty: foundAt(evaluation, "commitments", row.id) };
    lanes.set(owner, [...(lanes.get(owner) ?? []), commitment]);
  }
  return [...lanes]
    .map(([owner, commitments]) => ({ owner, commitments: commitments.sort((a, b) => (a.due || "9").localeCompare(b.due || "9")) }))
    .sort((a, b) => Number(a.owner !== "") - Number(b.owner !== ""));
}

export interface PlacedCard extends Commitment {
  y: number;
  height: number;
  /** What is promised, in lines. */
  lines: string[];
}

export interface PlacedLane {
  owner: string;
  y: number;
  cards: PlacedCard[];
}

export const HEAD_HEIGHT = 24;
export const LINE_HEIGHT = 15;
/** Letters of a card's text, and how wide it may be. */
const SIZE = 12;
const TEXT_WIDTH = 268;

/** The lanes below one another from `top`, each card as high as its text needs; `bottom` is where they end. */
export function placeLanes(lanes: readonly OwnerLane[], top: number): { lanes: PlacedLane[]; bottom: number } {
  let y = top;
  const placed = lanes.map(({ owner, commitments }): PlacedLane => {
    const head = y;
    y += HEAD_HEIGHT;
    const cards = commitments.map((commitment): PlacedCard => {
      const lines = wrapText(commitment.what, SIZE, TEXT_WIDTH, 2);
      const height = 12 + LINE_HEIGHT * (lines.length + (commitment.proof === "" ? 0 : 1));
      const card = { ...commitment, y, height, lines };
      y += height + 6;
      return card;
    });
    return { owner, y: head, cards };
  });
  return { lanes: placed, bottom: y };
}

export const RESULTS = ["done", "late", "dropped"] as const;

/** How many of last week's commitments had each result. */
export function lastWeek(content: SheetContent): { result: (typeof RESULTS)[number]; count: number }[] {
  const rows = rowsOf(content, "review");
  return RESULTS.map((result) => ({ result, count: rows.filter((row) => textOf(row.cells.result) === result).length }));
}
