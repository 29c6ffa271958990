import type { TFunction } from "i18next";
import { pick } from "~/i18n/pick";
import type { Locale } from "~/i18n/locale";
import type { CellAddress, SheetContent } from "../content";
import type { SheetDefinition } from "../definition";
import { nameOfRow, spotOf } from "./places";
import { placeRows } from "./tree-rows";

const MOST_CHARACTERS = 16;

/** A row may be called by a whole sentence. */
function short(name: string): string {
  const characters = [...name];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS - 1).join("")}…` : name;
}

/** What a place is called: "张伟 › 态度", "客户", "人物 3". `t` is of the namespace `sheets`. */
export function nameOfPlace({ definition, content, locale, t }: { definition: SheetDefinition; content: SheetContent; locale: Locale; t: TFunction<"sheets"> }, address: CellAddress): string {
  const spot = spotOf(definition, address);
  if (!spot) return t("sheets:place.gone");
  switch (spot.kind) {
    case "sheet":
      return t("sheets:place.sheet");
    case "field":
      return pick(spot.field.label, locale);
    case "table":
      return pick(spot.table.title, locale);
    case "row":
    case "cell": {
      const placed = placeRows(content.tables[spot.table.id] ?? [], spot.table.tree ?? false).find(({ row }) => row.id === spot.row);
      const name = placed ? short(nameOfRow(spot.table, placed.row, locale) ?? t("sheets:place.row", { name: pick(spot.table.rowName, locale), number: placed.number })) : t("sheets:place.gone");
      return spot.kind === "cell" ? `${name} › ${pick(spot.column.label, locale)}` : name;
    }
  }
}
