import { useLocation, useNavigate, useSearchParams } from "@remix-run/react";
import { useCallback } from "react";
import type { CellAddress } from "../content";
import { isPanelTab, type PanelTab } from "./panel-tabs";
import { useStable } from "./use-stable";

export interface PanelPlace {
  /** Null where no tab was asked for: beside the sheet the first is shown, on a phone none. */
  tab: PanelTab | null;
  /** The cell, row or table that comments and history speak of; null for all. */
  about: CellAddress | null;
  /** The row whose form is open. */
  row: string | null;
  rowHref: (row: string | null) => string;
  href: (change: { tab?: PanelTab | null; about?: CellAddress | null; row?: string | null }) => string;
  open: (tab: PanelTab, about?: CellAddress) => void;
  close: () => void;
}

/** What stands in the address: so that Back closes what was opened, and a link opens it. */
export function usePanel(): PanelPlace {
  const [search] = useSearchParams();
  const navigate = useNavigate();
  const { pathname } = useLocation();
  const rowHref = useCallback((row: string | null) => (row === null ? pathname : `${pathname}?${new URLSearchParams({ row }).toString()}`), [pathname]);
  const asked = search.get("panel");
  const tab = isPanelTab(asked) ? asked : null;
  const href: PanelPlace["href"] = (change) => {
    const next = new URLSearchParams(search);
    const put = (name: string, value: string | null | undefined): void => {
      if (value === null) next.delete(name);
      else if (value !== undefined) next.set(name, value);
    };
    put("panel", change.tab);
    put("about", change.about);
    put("row", change.row);
    return next.size > 0 ? `${pathname}?${next.toString()}` : pathname;
  };
  return {
    tab,
    about: search.get("about"),
    row: search.get("row"),
    href,
    rowHref,
    open: useStable((to: PanelTab, about?: CellAddress) => navigate(href({ tab: to, about: about ?? null }), { preventScrollReset: true, replace: tab !== null })),
    close: useStable(() => navigate(href({ tab: null, about: null }), { preventScrollReset: true, replace: true })),
  };
}
