import type { CellAddress } from "../content";
import { sheetPath } from "../paths";
import { useDesk } from "./desk";
import { rowOfAddress } from "./use-editor";

/** Where a place of the sheet is found without scripts: a row in its form, anything else on the sheet's own page. */
export function useLeadHref(): (address: CellAddress) => string {
  const { screen } = useDesk();
  return (address) => {
    const row = rowOfAddress(screen, address);
    return sheetPath(screen.id, row === null ? {} : { row });
  };
}
