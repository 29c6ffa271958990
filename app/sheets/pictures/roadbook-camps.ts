/** The camps of a deal's roadbook: deadline, turn-back rule, key actions, how far the party has come. */
import type { Locale } from "~/i18n/locale";
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import type { Evaluation } from "../evaluation";
import { foundAt } from "./found";
import { rowsOf, textOf } from "./reading";

export type CampState = "ahead" | "climbing" | "done" | "turned";

export interface RoadbookCamp {
  id: string;
  label: string;
  reached: string;
  deadline: string;
  turnBack: string;
  /** There, and no mere intention. */
  canTurnBack: boolean;
  state: CampState;
  /** Past its deadline, neither reached nor given up. */
  late: boolean;
  actions: number;
  done: number;
}

const STATES: readonly string[] = ["ahead", "climbing", "done", "turned"];

/** One per fixed row, in the definition's order. */
export function roadbookCamps(definition: SheetDefinition, content: SheetContent, evaluation: Evaluation, locale: Locale): RoadbookCamp[] {
  const fixed = definition.tables.find((table) => table.id === "stages")?.fixed ?? [];
  const actions = rowsOf(content, "actions").filter((row) => textOf(row.cells.action) !== "");
  return fixed.map(({ id, label }) => {
    const cells = rowsOf(content, "stages").find((row) => row.id === id)?.cells ?? {};
    const state = textOf(cells.state);
    const own = actions.filter((row) => textOf(row.cells.stage) === id);
    const turnBack = textOf(cells.turn_back);
    return {
      id,
      label: label[locale],
      reached: textOf(cells.reached),
      deadline: textOf(cells.deadline),
      turnBack,
      canTurnBack: turnBack !== "" && !foundAt(evaluation, "stages", id, "no-turn-back"),
      state: STATES.includes(state) ? (state as CampState) : "ahead",
      late: foundAt(evaluation, "stages", id, "past-deadline"),
      actions: own.length,
      done: own.filter((row) => row.cells.done === true).length,
    };
  });
}

/** How many camps in a row, from the foot, have been reached. */
export function campsReached(camps: readonly RoadbookCamp[]): number {
  const open = camps.findIndex((camp) => camp.state !== "done");
  return open < 0 ? camps.length : open;
}
