import type { CellAddress } from "../content";
import { useDesk } from "./desk";
import { rowOfAddress } from "./use-editor";

/** Where a place of the sheet is found without scripts: a row in its form, anything else on the sheet's own page. */
export function useLeadHref(): (address: CellAddress) => string {
  const { screen, rowHref } = useDesk();
  return (address) => {
    return rowHref(rowOfAddress(screen, address));
  };
}
