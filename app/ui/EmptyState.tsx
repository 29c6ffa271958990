import type { ReactNode } from "react";

export interface EmptyStateProps {
  /** What is not here yet. */
  title: ReactNode;
  /** What to do about it, or when it will come. */
  children: ReactNode;
  /** The button that does it. */
  action?: ReactNode;
  level?: 2 | 3;
}

/** In place of an empty list: says why it is empty and what to do. */
export function EmptyState({ title, children, action, level = 2 }: EmptyStateProps) {
  const Heading = `h${level}` as const;
  return (
    <div className="grid justify-items-center gap-1 rounded-lg border border-dashed border-line-strong px-6 py-10 text-center">
      <svg viewBox="0 0 120 48" aria-hidden className="mb-3 w-30 fill-none stroke-line-strong" strokeWidth="1.25" strokeLinecap="round" strokeLinejoin="round">
        <path d="M4 42h112" className="stroke-line" />
        <path d="M14 42c10-2 16-12 24-14s10 4 18-2 12-20 20-20 10 14 17 20 10 13 16 16" />
        <path d="M24 42c9-1 13-7 20-8s11 3 18-2 9-13 14-13 7 9 12 14 8 7 12 9" className="stroke-line" />
        <path d="M76 6V-1m0 0 8 3-8 3" transform="translate(0 2)" className="stroke-pine" />
      </svg>
      <Heading className="text-lg">{title}</Heading>
      <div className="max-w-md text-ink-soft">{children}</div>
      {action && <div className="mt-4 flex flex-wrap justify-center gap-3">{action}</div>}
    </div>
  );
}
