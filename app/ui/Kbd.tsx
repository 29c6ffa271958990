import type { ReactNode } from "react";

/** A key of the keyboard. */
export function Kbd({ children }: { children: ReactNode }) {
  return <kbd className="inline-grid min-w-6 place-items-center rounded-sm border border-b-2 border-line-strong bg-surface px-1.5 font-sans text-xs leading-5 text-ink-soft">{children}</kbd>;
}

/** What a key does, for screens worked by keyboard (marking, the grid). Not shown where there is no keyboard. */
export function KeyHint({ keys, children }: { keys: readonly string[]; children: ReactNode }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-sm text-ink-soft coarse:hidden">
      {keys.map((key) => (
        <Kbd key={key}>{key}</Kbd>
      ))}
      {children}
    </span>
  );
}
