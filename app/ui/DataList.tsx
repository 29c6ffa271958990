import clsx from "clsx";
import type { ReactNode } from "react";

/** Facts about one thing: term and value. `columns` puts them side by side where there is room. */
export function DataList({ items, columns = false, className }: { items: readonly { term: ReactNode; value: ReactNode; key?: string }[]; columns?: boolean; className?: string }) {
  return (
    <dl className={clsx(columns ? "grid gap-x-8 gap-y-4 sm:grid-cols-2 lg:grid-cols-3" : "divide-y divide-line", className)}>
      {items.map((item, index) => (
        <div key={item.key ?? index} className={clsx(!columns && "grid gap-x-6 py-2 sm:grid-cols-[10rem_1fr]")}>
          <dt className="text-sm text-ink-soft sm:leading-7">{item.term}</dt>
          <dd className="min-w-0 tabular">{item.value}</dd>
        </div>
      ))}
    </dl>
  );
}
