import { type PointerEvent as ReactPointerEvent, useRef } from "react";
import { useStable } from "./use-stable";

/** How far a press goes before it is a drag and no click. */
const THRESHOLD = 6;

/**
 * Rows moved by the mouse (fingers scroll; they move rows by the menu). Where the row would land is shown by attributes on the
 * rows themselves: nothing renders while the pointer moves. `drop` gets the row before the new place, null for the first.
 */
export function useRowDrag(rows: readonly string[], on: boolean, drop: (row: string, after: string | null) => void): (event: ReactPointerEvent<HTMLElement>, row: string) => void {
  const dragged = useRef(false);
  return useStable((event: ReactPointerEvent<HTMLElement>, row: string) => {
    if (!on || event.button !== 0 || event.pointerType !== "mouse") return;
    const handle = event.currentTarget;
    const body = handle.closest("tbody");
    if (!body) return;
    const from = event.clientY;
    let target: { row: string; side: "before" | "after" } | null = null;
    dragged.current = false;

    const clear = (): void => body.querySelectorAll("[data-drop], [data-dragged]").forEach((line) => ["data-drop", "data-dragged"].forEach((name) => line.removeAttribute(name)));
    const move = (moved: PointerEvent): void => {
      if (!dragged.current && Math.abs(moved.clientY - from) < THRESHOLD) return;
      dragged.current = true;
      clear();
      handle.closest("tr")?.setAttribute("data-dragged", "true");
      const line = [...body.rows].find((one) => {
        const { top, bottom } = one.getBoundingClientRect();
        return moved.clientY >= top && moved.clientY < bottom;
      });
      target = null;
      if (!line?.dataset.row || line.dataset.row === row) return;
      const { top, height } = line.getBoundingClientRect();
      target = { row: line.dataset.row, side: moved.clientY < top + height / 2 ? "before" : "after" };
      line.setAttribute("data-drop", target.side);
    };
    const end = (up: Event): void => {
      removeEventListener("pointermove", move);
      removeEventListener("pointerup", end);
      removeEventListener("keydown", escape, true);
      clear();
      if (!dragged.current) return;
      // The click that follows a drag is none.
      addEventListener("click", swallow, { capture: true, once: true });
      setTimeout(() => removeEventListener("click", swallow, true));
      if (up.type !== "pointerup" || !target) return;
      const others = rows.filter((id) => id !== row);
      const at = others.indexOf(target.row) + (target.side === "after" ? 1 : 0);
      const after = others[at - 1] ?? null;
      if (after !== (rows[rows.indexOf(row) - 1] ?? null)) drop(row, after);
    };
    const escape = (pressed: KeyboardEvent): void => {
      if (pressed.key === "Escape") end(pressed);
    };
    addEventListener("pointermove", move);
    addEventListener("pointerup", end);
    addEventListener("keydown", escape, true);
  });
}

function swallow(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
}
