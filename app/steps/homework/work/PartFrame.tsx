import CircleAlert from "lucide-react/icons/circle-alert";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { ShownPart } from "../assignment";

/** One part of what is handed in: its name, what is wanted, and the place for it. */
export function PartFrame({ part, labelFor, missing = false, children }: { part: Pick<ShownPart, "id" | "title" | "hint" | "required">; labelFor?: string; missing?: boolean; children: ReactNode }) {
  const { t } = useTranslation("homework");
  const name = (
    <>
      {part.title}
      {!part.required && <span className="ms-2 text-sm font-normal text-ink-faint">{t("optional")}</span>}
    </>
  );
  return (
    <section aria-labelledby={`${part.id}-title`} className="min-w-0 rounded-lg border border-line bg-surface px-4 py-4 sm:px-5">
      <h3 id={`${part.id}-title`} className="text-base">
        {labelFor ? <label htmlFor={labelFor}>{name}</label> : name}
      </h3>
      {part.hint && <p className="mt-0.5 mb-2 text-sm text-ink-soft">{part.hint}</p>}
      {missing && (
        <p className="mb-2 flex items-center gap-1.5 text-sm font-semibold text-danger">
          <CircleAlert aria-hidden className="size-4 shrink-0" />
          {t("missing")}
        </p>
      )}
      {children}
    </section>
  );
}
