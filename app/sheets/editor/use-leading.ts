import { useNavigate } from "@remix-run/react";
import { useRef } from "react";
import type { CellAddress } from "../content";
import type { Desk } from "./desk";
import type { PanelPlace } from "./use-panel";
import { useStable } from "./use-stable";

/** Taking somebody to a place: the grid takes its own cursor; everything else is brought into sight and given the focus here. */
export function useLeading(panel: PanelPlace, rowOf: (address: CellAddress) => string | null, wide: boolean | null) {
  const navigate = useNavigate();
  const done = useRef(0);
  const lead = useStable((address: CellAddress) => {
    const row = rowOf(address);
    // On a phone a row is its form; beside the grid the form makes place for it. The panel that lies over the page goes away.
    if (!wide) navigate(panel.href({ row, tab: null, about: null }), { preventScrollReset: true });
    else if (panel.row !== null && panel.row !== row) navigate(panel.href({ row: null }), { preventScrollReset: true });
  });
  const arrive = useStable((target: Desk["target"]) => {
    if (!target || target.count === done.current) return;
    const place = [...document.querySelectorAll<HTMLElement>(`.sheet-field[data-cell="${CSS.escape(target.address)}"], [data-table="${CSS.escape(target.address)}"]`)].find((element) => element.offsetParent !== null);
    if (!place) return;
    done.current = target.count;
    place.scrollIntoView({ block: "center" });
    place.querySelector<HTMLElement>("input:not([type=hidden]), textarea, select, button")?.focus({ preventScroll: true });
  });
  return { lead, arrive };
}
