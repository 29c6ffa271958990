import clsx from "clsx";
import ChevronRight from "lucide-react/icons/chevron-right";
import type { ReactNode } from "react";

export interface DisclosureProps {
  summary: ReactNode;
  /** The summary's name where its words alone say too little. */
  name?: string;
  open?: boolean;
  className?: string;
  summaryClass?: string;
  children: ReactNode;
}

/** Something more on demand, before JavaScript too; an arrow says that it opens. */
export function Disclosure({ summary, name, open, className, summaryClass, children }: DisclosureProps) {
  return (
    <details open={open} className={clsx("group/more min-w-0", className)}>
      <summary aria-label={name} className={clsx("flex min-h-11 cursor-pointer items-center gap-1.5 [&::-webkit-details-marker]:hidden", summaryClass)}>
        <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft motion-safe:transition-transform group-open/more:rotate-90" />
        {summary}
      </summary>
      {children}
    </details>
  );
}
