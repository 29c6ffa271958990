import { useLocation } from "@remix-run/react";
import { type ReactNode, useEffect, useRef } from "react";

export interface MenuProps {
  /** The inside of the trigger. */
  label: ReactNode;
  /** The trigger's name where its inside is an icon alone. */
  name?: string;
  triggerClass: string;
  className?: string;
  children: ReactNode;
}

/** A small panel behind a trigger. Opens before JavaScript; with it, Escape, a press elsewhere and the next page close it. */
export function Menu({ label, name, triggerClass, className, children }: MenuProps) {
  const { key } = useLocation();
  const box = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    if (box.current) box.current.open = false;
  }, [key]);
  useEffect(() => {
    const leave = (event: Event): void => {
      const menu = box.current;
      if (!menu?.open) return;
      const escape = event instanceof KeyboardEvent && event.key === "Escape";
      const elsewhere = event.type === "pointerdown" && event.target instanceof Node && !menu.contains(event.target);
      if (!escape && !elsewhere) return;
      menu.open = false;
      if (escape) menu.querySelector("summary")?.focus();
    };
    document.addEventListener("pointerdown", leave);
    document.addEventListener("keydown", leave);
    return () => {
      document.removeEventListener("pointerdown", leave);
      document.removeEventListener("keydown", leave);
    };
  }, []);
  return (
    <details ref={box} className={className}>
      <summary aria-label={name} className={triggerClass}>
        {label}
      </summary>
      {children}
    </details>
  );
}
