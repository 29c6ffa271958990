/**
 * The product's mark: 路 as a road that climbs to a summit in three bends, past two camps, with the flag on top.
 * Ink follows `currentColor`; the road is pine.
 */
export function Mark({ className = "size-8" }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden className={className} fill="none" strokeLinecap="round" strokeLinejoin="round">
      <path d="M2.5 27.5 12 12.5l3.6 4.9L20 8.5l9.5 19" stroke="currentColor" strokeWidth="1.75" />
      <path d="M8.5 27.5c5.5-.6 12.6-1 12.6-3.4 0-2.2-7.6-1.6-7.6-3.8 0-1.9 5.9-1.7 5.9-3.9 0-1.6-1.6-1.8-1-3.9" className="stroke-pine" strokeWidth="2.25" />
      <path d="M20 8.5V2.8l5 1.7-5 1.7" className="stroke-pine" strokeWidth="1.75" />
    </svg>
  );
}

/** Mark and name, as in the top bar. */
export function Wordmark({ name }: { name: string }) {
  return (
    <span className="inline-flex items-center gap-2 text-ink">
      <Mark className="size-8 shrink-0" />
      <span className="text-lg font-semibold tracking-wide">{name}</span>
    </span>
  );
}
