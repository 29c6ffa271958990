import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { CellChange } from "./sheet-changes.server";

/** What changed in a sheet, row by row: what stands there now, and struck out what stood there before. */
export function CellChanges({ changes, locale }: { changes: readonly CellChange[]; locale: Locale }) {
  const { t } = useTranslation("field");
  const rows = [...new Set(changes.map(({ row }) => row))].map((row) => ({ row, cells: changes.filter((change) => change.row === row) }));
  return (
    <div className="divide-y divide-line">
      {rows.map(({ row, cells }) => (
        <section key={row ?? ""} className="px-4 py-3 sm:px-5">
          {row !== null && <h3 className="mb-1 text-base">{row}</h3>}
          <dl className="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-2">
            {cells.map(({ at, label, before, after }) => (
              <div key={at} className="grid min-w-0 grid-cols-[minmax(5rem,2fr)_minmax(0,5fr)] gap-2">
                <dt className="text-ink-soft">{pick(label, locale)}</dt>
                <dd className="min-w-0 break-words">
                  {before !== "" && (
                    <del className="me-2 text-ink-soft">
                      <span className="sr-only">{t("detail.before")} </span>
                      {before}
                    </del>
                  )}
                  {after === "" ? <span className="text-ink-soft">{t("detail.emptied")}</span> : after}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
