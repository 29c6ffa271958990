/** A funnel's stages as bars of a width that shows the value in them. */
import type { Locale } from "~/i18n/locale";
import type { SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import type { Evaluation } from "../evaluation";
import { columnAddress } from "../content";
import { computedNumber, numberOf, rowsOf, textOf } from "./reading";

export interface FunnelStage {
  id: string;
  label: string;
  count: number | null;
  value: number | null;
  /** A fraction; null where nothing has come out of the stage yet. */
  conversion: number | null;
  age: number | null;
  limit: number | null;
  /** Stuck deals in this stage. */
  stuck: number;
  /** 0…1 of the widest stage. */
  share: number;
}

/** One per fixed row, from the top of the funnel downwards. */
export function funnelStages(definition: SheetDefinition, content: SheetContent, evaluation: Evaluation, locale: Locale): FunnelStage[] {
  const fixed = definition.tables.find((table) => table.id === "stages")?.fixed ?? [];
  const stuck = rowsOf(content, "stuck").filter((row) => textOf(row.cells.deal) !== "");
  const stages = fixed.map(({ id, label }) => {
    const cells = rowsOf(content, "stages").find((row) => row.id === id)?.cells ?? {};
    return {
      id,
      label: label[locale],
      count: numberOf(cells.count_now),
      value: numberOf(cells.value),
      conversion: computedNumber(evaluation, columnAddress("stages", id, "conversion")),
      age: numberOf(cells.mean_age),
      limit: numberOf(cells.age_limit),
      stuck: stuck.filter((row) => textOf(row.cells.stage) === id).length,
    };
  });
  const most = Math.max(...stages.map((stage) => stage.value ?? 0), 1);
  return stages.map((stage) => ({ ...stage, share: Math.max(stage.value ?? 0, 0) / most }));
}
