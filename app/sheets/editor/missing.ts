/** What is missing, by the row it is missing in: forty empty cells are eight lines. Pure. */
import type { Bilingual } from "~/i18n/locale";
import type { CellAddress } from "../content";
import type { SheetDefinition } from "../definition";
import type { Missing } from "../evaluation";
import { spotOf } from "./places";

export type MissingGroup =
  /** Of a row (its address), or of a field. */
  | { kind: "cells"; key: CellAddress; first: CellAddress; labels: Bilingual[] }
  | { kind: "rows"; key: string; first: CellAddress; has: number; needs: number }
  | { kind: "rule"; key: string; first: ""; text: Bilingual };

export function groupedMissing(definition: SheetDefinition, missing: readonly Missing[]): MissingGroup[] {
  const groups: MissingGroup[] = [];
  const byRow = new Map<string, Extract<MissingGroup, { kind: "cells" }>>();
  for (const one of missing) {
    if (one.kind === "rows") groups.push({ kind: "rows", key: one.table, first: one.table, has: one.has, needs: one.needs });
    else if (one.kind === "rule") groups.push({ kind: "rule", key: one.ruleId, first: "", text: one.text });
    else {
      const spot = spotOf(definition, one.at);
      if (spot?.kind === "field") groups.push({ kind: "cells", key: one.at, first: one.at, labels: [] });
      if (spot?.kind !== "cell") continue;
      const key = `${spot.table.id}/${spot.row}`;
      const known = byRow.get(key);
      if (known) {
        known.labels.push(spot.column.label);
        continue;
      }
      const group = { kind: "cells" as const, key, first: one.at, labels: [spot.column.label] };
      byRow.set(key, group);
      groups.push(group);
    }
  }
  return groups;
}
