import clsx from "clsx";

/** `signal` is the one orange: only for what must be done now, at most once on a page. */
export type ButtonVariant = "primary" | "secondary" | "quiet" | "danger" | "signal";
export type ButtonSize = "md" | "sm" | "lg";

const VARIANTS = {
  primary: "border-pine bg-pine text-on-pine hover:border-pine-deep hover:bg-pine-deep",
  secondary: "border-line-strong bg-surface text-ink hover:border-pine hover:text-pine",
  quiet: "border-transparent bg-transparent text-pine hover:bg-pine-soft hover:text-pine-deep",
  danger: "border-danger bg-surface text-danger hover:bg-danger hover:text-on-danger",
  signal: "border-signal bg-signal text-on-signal hover:brightness-95",
} as const satisfies Record<ButtonVariant, string>;

const SIZES = {
  sm: "min-h-9 px-3 py-1 text-sm coarse:min-h-11",
  md: "min-h-11 px-4 py-2 text-base",
  lg: "min-h-13 px-6 py-2.5 text-lg",
} as const satisfies Record<ButtonSize, string>;

/** The looks of a button, for what must be another element (a `summary`, a `label`). */
export function buttonClass(variant: ButtonVariant = "secondary", size: ButtonSize = "md", className?: string): string {
  return clsx(
    "relative inline-flex items-center justify-center gap-2 rounded-md border text-center font-semibold leading-snug transition-colors duration-150",
    "disabled:cursor-not-allowed disabled:border-line disabled:bg-paper-deep disabled:text-ink-faint aria-disabled:cursor-progress",
    VARIANTS[variant],
    SIZES[size],
    className,
  );
}
