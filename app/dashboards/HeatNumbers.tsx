import { Link } from "@remix-run/react";
import ChevronRight from "lucide-react/icons/chevron-right";
import { useTranslation } from "react-i18next";
import { Pagination } from "~/ui";
import type { FigureTable } from "./figure-table";
import { NUMBERS_AT_ONCE } from "./heat";
import { FigureRows, TableBehind } from "./TableBehind";

export interface HeatNumbersProps {
  /** The numbers to show; null: of so many teams that they are fetched when asked for. */
  table: FigureTable | null;
  /** Which part of the teams it is; null: all of them. */
  page: number | null;
  /** How many teams the map has. */
  total: number;
  /** The address of the map as it is filtered. */
  path: string;
}

/** The table behind the heat map: closed, or, of many teams, a page of them at a time. */
export function HeatNumbers({ table, page, total, path }: HeatNumbersProps) {
  const { t } = useTranslation("dashboards");
  const to = (at: number): string => `${path}${path.includes("?") ? "&" : "?"}numbers&page=${at}#numbers`;
  if (page === null) {
    if (table) return <TableBehind table={table} />;
    return (
      <Link id="numbers" to={to(1)} aria-label={t("tableOf", { title: t("heat.title") })} className="mt-2 inline-flex min-h-11 items-center gap-1.5 text-sm text-ink-soft underline-offset-4 hover:underline print:hidden">
        <ChevronRight aria-hidden className="size-4" />
        {t("table")}
      </Link>
    );
  }
  return (
    <section id="numbers" aria-label={t("tableOf", { title: t("heat.title") })} className="mt-4 scroll-mt-4">
      {table && <FigureRows table={table} />}
      <Pagination page={page} pageSize={NUMBERS_AT_ONCE} total={total} to={to} />
    </section>
  );
}
