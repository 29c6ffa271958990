import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { sheetPath } from "~/sheets";
import { Card } from "~/ui";
import type { NextCell } from "../next-cell";
import type { SheetToFill } from "../next-cells.server";

/** Opens the sheet at the row that is meant. */
export function cellPath(sheetId: string, at: NextCell["at"]): string {
  const [table, row] = at?.split("/") ?? [];
  return table !== undefined && row !== undefined ? sheetPath(sheetId, { row: `${table}/${row}` }) : sheetPath(sheetId);
}

/** What to fill next in the sheets on the deals: what a use of a tool gives back. */
export function ToFill({ sheets, locale }: { sheets: readonly SheetToFill[]; locale: Locale }) {
  const { t } = useTranslation("field");
  if (sheets.length === 0) return null;
  return (
    <Card title={t("next.title")}>
      <ul className="grid gap-4">
        {sheets.map((sheet) => (
          <li key={sheet.sheetId}>
            <p className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
              <Link to={sheetPath(sheet.sheetId)} className="inline-flex min-h-9 items-center font-semibold underline underline-offset-4 coarse:min-h-11">
                {pick(sheet.title, locale)}
              </Link>
              <span className="text-ink-soft tabular">{t("next.filled", { done: sheet.done, of: sheet.of })}</span>
            </p>
            <ul className="grid gap-2">
              {sheet.next.map((one) => (
                <li key={`${one.kind} ${one.at ?? one.label.zh}`} className="border-s-2 border-line-strong ps-3">
                  <Link to={cellPath(sheet.sheetId, one.at)} className="inline-flex min-h-9 flex-wrap items-center gap-x-2 leading-snug hover:text-pine coarse:min-h-11">
                    <span className="text-sm text-ink-soft">{t(`next.kind.${one.kind}`)}</span>
                    <span className="underline underline-offset-4">{one.row === null || one.kind === "method" || one.kind === "advice" ? pick(one.label, locale) : t("next.cellOf", { row: one.row, cell: pick(one.label, locale) })}</span>
                  </Link>
                  {one.why !== null && <p className="text-sm text-ink-soft">{pick(one.why, locale)}</p>}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ul>
    </Card>
  );
}
