/** What a plain form of a sheet says, as edits. */
import { parseAddress, type CellAddress, type CellValue } from "./content";
import type { CellDefinition, SheetDefinition } from "./definition";
import { keptText } from "./editor/cell-io";
import { cellName, HOLDS, unitName } from "./editor/form-names";
import type { SheetEdit } from "./live/document";
import { cellAt } from "./live/state";
import { parseCell } from "./parse-cell";
import type { SheetScreen } from "./sheet-screen";

export interface FormSources {
  definition: SheetDefinition;
  references: SheetScreen["references"];
  /** `2026-11-28`: completes dates without a year. */
  today: string;
}

/** One edit per cell that the form holds. What makes no value of its cell's type is kept as it was typed, where the cell can hold it. */
export function readSheetForm(form: FormData, sources: FormSources): Extract<SheetEdit, { do: "set" }>[] {
  return form.getAll(HOLDS).flatMap((held) => {
    const address = String(held);
    const cell = parseAddress(address) ? cellAt(sources.definition, address) : undefined;
    if (!cell || cell.formula !== undefined) return [];
    const value = readCell(form, cell, address, sources);
    return value === undefined ? [] : [{ do: "set" as const, address, value }];
  });
}

/** Undefined where the form says nothing that the cell could hold. */
function readCell(form: FormData, cell: CellDefinition, address: CellAddress, { references, today }: FormSources): CellValue | null | undefined {
  const texts = form.getAll(cellName(address)).filter((text): text is string => typeof text === "string" && text !== "");
  const [first] = texts;
  switch (cell.type) {
    case "check":
      return texts.length > 0 ? true : null;
    case "choices":
      return texts.length > 0 ? texts : null;
    case "choice":
      return first ?? null;
    case "reference": {
      const row = (references[cell.of ?? ""] ?? []).find(({ sheetId, rowId }) => `${sheetId}/${rowId}` === first);
      if (first === undefined) return null;
      return row && { sheetId: row.sheetId, rowId: row.rowId, label: row.label };
    }
    default: {
      if (first === undefined) return null;
      const unit = form.get(unitName(address));
      const chosen = Array.isArray(cell.unit) && typeof unit === "string" && cell.unit.includes(unit) ? { ...cell, unit: [unit, ...cell.unit.filter((one) => one !== unit)] } : cell;
      const read = parseCell(chosen, first, today);
      if ("value" in read) return read.value;
      return keptText(chosen, first) ?? undefined;
    }
  }
}
