import clsx from "clsx";
import type { ReactNode } from "react";

export interface CardProps {
  title?: ReactNode;
  /** Level of the title in the page's outline. */
  level?: 2 | 3 | 4;
  /** Right of the title: a badge, a small button. */
  aside?: ReactNode;
  /** A ruled-off last line: actions, a date. */
  footer?: ReactNode;
  /** `flush`: the content reaches the edges (tables, lists). `inset`: a quiet box on a card. */
  look?: "plain" | "flush" | "inset";
  as?: "section" | "article" | "div" | "li";
  id?: string;
  className?: string;
  children?: ReactNode;
}

/** A sheet of paper: one thing, or one group of things, on a page. */
export function Card({ title, level = 2, aside, footer, look = "plain", as: Element = "section", id, className, children }: CardProps) {
  const Heading = `h${level}` as const;
  return (
    <Element id={id} className={clsx("min-w-0 rounded-lg border border-line", look === "inset" ? "bg-paper" : "bg-surface", className)}>
      {(title || aside) && (
        <div className={clsx("flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1 px-4 pt-4 sm:px-5", look === "flush" && "pb-3")}>
          {title && <Heading className="text-lg">{title}</Heading>}
          {aside}
        </div>
      )}
      {children && <div className={look === "flush" ? "overflow-hidden" : clsx("px-4 sm:px-5", title ? "pt-2" : "pt-4", "pb-4 sm:pb-5")}>{children}</div>}
      {footer && <div className="flex flex-wrap items-center gap-3 border-t border-line px-4 py-3 sm:px-5">{footer}</div>}
    </Element>
  );
}
