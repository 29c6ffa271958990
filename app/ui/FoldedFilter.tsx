import ListFilter from "lucide-react/icons/list-filter";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

/**
 * The filter of a list. On a phone it is folded behind one control that says what the list is narrowed to, so that the
 * list comes first; on wider screens its fields stand there (components.css). Works before JavaScript.
 */
export function FoldedFilter({ applied, children }: { /** What the list shows, in words; empty: everything. */ applied: readonly string[]; children: ReactNode }) {
  const { t } = useTranslation("ui");
  return (
    <details className="folded-filter mb-4">
      <summary className="flex min-h-11 cursor-pointer items-center gap-2 rounded-md border border-line-strong bg-surface px-3 py-2">
        <ListFilter aria-hidden className="size-4.5 shrink-0 text-ink-soft" />
        <span className="min-w-0 break-words">
          {t("filter.title")} <span className="text-ink-soft">{applied.length === 0 ? t("filter.all") : applied.join(t("filter.dot"))}</span>
        </span>
      </summary>
      <div className="folded-filter-fields">{children}</div>
    </details>
  );
}
