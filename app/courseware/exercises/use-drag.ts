import { type PointerEvent, useRef, useState } from "react";

/** Handlers for something that a mouse or pen can drag onto an element with `data-target`. Fingers tap instead: they scroll. */
export interface Drag {
  /** What is being dragged, and how far it is from where it was. */
  dragging: { id: string; x: number; y: number; over: string | null } | null;
  handlers(id: string): {
    onPointerDown(event: PointerEvent<HTMLElement>): void;
    onPointerMove(event: PointerEvent<HTMLElement>): void;
    onPointerUp(event: PointerEvent<HTMLElement>): void;
    onPointerCancel(): void;
  };
}

/** A press becomes a drag after so many pixels; before, it is a click. */
const THRESHOLD = 6;

export function useDrag(onDrop: (id: string, target: string) => void): Drag {
  const start = useRef<{ id: string; x: number; y: number } | null>(null);
  const [dragging, setDragging] = useState<Drag["dragging"]>(null);
  const end = (): void => {
    start.current = null;
    setDragging(null);
  };
  return {
    dragging,
    handlers: (id) => ({
      onPointerDown(event) {
        if (event.pointerType !== "touch" && event.button === 0) start.current = { id, x: event.clientX, y: event.clientY };
      },
      onPointerMove(event) {
        const from = start.current;
        if (from === null) return;
        const [x, y] = [event.clientX - from.x, event.clientY - from.y];
        if (dragging === null && Math.hypot(x, y) < THRESHOLD) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        setDragging({ id, x, y, over: targetAt(event) });
      },
      onPointerUp(event) {
        const target = dragging === null ? null : targetAt(event);
        end();
        if (target !== null) onDrop(id, target);
      },
      onPointerCancel: end,
    }),
  };
}

function targetAt(event: PointerEvent<HTMLElement>): string | null {
  for (const element of document.elementsFromPoint(event.clientX, event.clientY)) {
    const target = element.closest<HTMLElement>("[data-target]")?.dataset["target"];
    if (target !== undefined) return target;
  }
  return null;
}
