import { useNavigate } from "@remix-run/react";
import { useDesk } from "./desk";
import { rowAddress } from "./places";
import { useStable } from "./use-stable";
import { useWide } from "./use-wide";

/** Leads to a row as this screen shows rows: the cursor into the grid, or the row's form on a phone. */
export function useOpenRow(): (table: string, row: string) => void {
  const { rowHref, acts } = useDesk();
  const navigate = useNavigate();
  const wide = useWide();
  return useStable((table: string, row: string) => {
    if (wide) acts.goTo(rowAddress(table, row));
    else navigate(rowHref(rowAddress(table, row)), { preventScrollReset: true });
  });
}
