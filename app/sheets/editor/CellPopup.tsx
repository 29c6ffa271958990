import { type ReactNode, type RefObject, useEffect, useLayoutEffect, useRef } from "react";

export interface CellPopupProps {
  /** What it stands below (or above, where there is no room). */
  anchor: RefObject<HTMLElement | null>;
  id?: string;
  className?: string;
  children: ReactNode;
}

const GAP = 4;

/** A small panel at a cell, in the browser's top layer: nothing cuts it off, however its table scrolls. */
export function CellPopup({ anchor, id, className, children }: CellPopupProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const popup = box.current;
    if (!popup || typeof popup.showPopover !== "function") return;
    popup.showPopover();
    return () => popup.hidePopover();
  }, []);
  useLayoutEffect(() => {
    const place = (): void => {
      const popup = box.current;
      const cell = anchor.current?.getBoundingClientRect();
      if (!popup || !cell) return;
      const { offsetWidth: width, offsetHeight: height } = popup;
      const below = cell.bottom + GAP;
      const top = below + height > innerHeight && cell.top - GAP - height > 0 ? cell.top - GAP - height : Math.min(below, innerHeight - height - GAP);
      popup.style.top = `${Math.max(top, GAP)}px`;
      popup.style.left = `${Math.max(Math.min(cell.left, innerWidth - width - GAP), GAP)}px`;
      popup.style.minWidth = `${Math.min(Math.max(cell.width, 180), 320)}px`;
    };
    place();
    const frame = requestAnimationFrame(place);
    addEventListener("scroll", place, true);
    addEventListener("resize", place);
    return () => {
      cancelAnimationFrame(frame);
      removeEventListener("scroll", place, true);
      removeEventListener("resize", place);
    };
  });
  return (
    <div ref={box} id={id} {...{ popover: "manual" }} className={`sheet-popup max-w-80 ${className ?? ""}`}>
      {children}
    </div>
  );
}
