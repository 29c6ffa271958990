import clsx from "clsx";
import type { ReactNode } from "react";

export type Tone = "neutral" | "pine" | "mist" | "ok" | "danger" | "signal";

const TONES = {
  neutral: "bg-paper-deep text-ink-soft",
  pine: "bg-pine-soft text-pine-deep",
  mist: "bg-mist-soft text-mist",
  ok: "bg-ok-soft text-ok",
  danger: "bg-danger-soft text-danger",
  signal: "bg-signal-soft text-signal ring-1 ring-signal ring-inset",
} as const satisfies Record<Tone, string>;

/** A short fact beside a name: a count, a kind, a version. `signal` only for what must be done now. */
export function Badge({ tone = "neutral", icon, className, children }: { tone?: Tone; icon?: ReactNode; className?: string; children: ReactNode }) {
  return (
    <span className={clsx("inline-flex items-center gap-1 rounded-sm px-1.5 py-0.5 text-xs font-semibold whitespace-nowrap tabular [&>svg]:size-3.5 [&>svg]:shrink-0", TONES[tone], className)}>
      {icon}
      {children}
    </span>
  );
}
