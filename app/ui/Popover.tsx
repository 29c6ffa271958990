import clsx from "clsx";
import { type ReactNode, useId } from "react";

export interface PopoverProps {
  /** The word or sign in the text. */
  label: ReactNode;
  /** Phrasing content only (no block elements): the button stands inside a paragraph. */
  children: ReactNode;
  /** Looks of the trigger; a dotted underline by default. */
  className?: string;
}

/**
 * More about a word, on demand: a glossary term, how a figure came about. The browser's own popover, so it opens by click,
 * Enter or touch before JavaScript; beside the word where the browser can, else at the foot of the screen.
 */
export function Popover({ label, children, className }: PopoverProps) {
  const id = useId().replaceAll(":", "");
  return (
    <>
      <button
        type="button"
        {...{ popovertarget: id }}
        className={clsx(className ?? "cursor-help rounded-sm text-start underline decoration-pine decoration-dotted decoration-from-font underline-offset-[0.28em] hover:bg-pine-soft hover:text-pine-deep")}
      >
        {label}
      </button>
      <span id={id} {...{ popover: "auto" }} className="popover-note">
        {children}
      </span>
    </>
  );
}

/** A glossary term in running text: the word, and on demand its definition with the other language and the reading. */
export function TermPopover({ term, other, reading, definition, footer, children }: { term: string; other?: string; reading?: string; definition: ReactNode; footer?: ReactNode; children?: ReactNode }) {
  return (
    <Popover label={children ?? term}>
      <span className="block font-semibold text-ink">{term}</span>
      {(other || reading) && (
        <span className="block text-sm text-ink-soft">
          {reading && <span lang="zh-Latn">{reading}</span>}
          {reading && other && " · "}
          {other}
        </span>
      )}
      <span className="mt-1.5 block">{definition}</span>
      {footer && <span className="mt-2 block text-sm">{footer}</span>}
    </Popover>
  );
}
