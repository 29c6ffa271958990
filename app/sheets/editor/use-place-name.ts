import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import type { CellAddress } from "../content";
import { useDesk } from "./desk";
import { nameOfRow, spotOf } from "./places";
import { placeRows } from "./tree-rows";

const MOST_CHARACTERS = 16;

/** A row may be called by a whole sentence. */
function short(name: string): string {
  const characters = [...name];
  return characters.length > MOST_CHARACTERS ? `${characters.slice(0, MOST_CHARACTERS - 1).join("")}…` : name;
}

/** What a place is called: "张伟 › 态度", "客户", "人物 3". */
export function usePlaceName(): (address: CellAddress) => string {
  const { t } = useTranslation("sheets");
  const { screen, content, io } = useDesk();
  return (address) => {
    const spot = spotOf(screen.definition, address);
    if (!spot) return t("place.gone");
    switch (spot.kind) {
      case "sheet":
        return t("place.sheet");
      case "field":
        return pick(spot.field.label, io.locale);
      case "table":
        return pick(spot.table.title, io.locale);
      case "row":
      case "cell": {
        const placed = placeRows(content.tables[spot.table.id] ?? [], spot.table.tree ?? false).find(({ row }) => row.id === spot.row);
        const name = placed ? short(nameOfRow(spot.table, placed.row, io.locale) ?? t("place.row", { name: pick(spot.table.rowName, io.locale), number: placed.number })) : t("place.gone");
        return spot.kind === "cell" ? `${name} › ${pick(spot.column.label, io.locale)}` : name;
      }
    }
  };
}
