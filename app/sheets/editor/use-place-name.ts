import { useTranslation } from "react-i18next";
import type { CellAddress } from "../content";
import { useDesk } from "./desk";
import { nameOfPlace } from "./name-of-place";

/** What a place of the sheet in hand is called. */
export function usePlaceName(): (address: CellAddress) => string {
  const { t } = useTranslation("sheets");
  const { screen, content, io } = useDesk();
  return (address) => nameOfPlace({ definition: screen.definition, content, locale: io.locale, t }, address);
}
