import { Link } from "@remix-run/react";
import clsx from "clsx";
import ChevronRight from "lucide-react/icons/chevron-right";
import MessageSquare from "lucide-react/icons/message-square";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import { columnAddress } from "../content";
import type { TableDefinition } from "../definition";
import { SeverityIcon } from "./CellNotes";
import { CellShow } from "./CellShow";
import { useDesk } from "./desk";
import { cardColumns } from "./looks";
import { PeerSeals } from "./PeerRing";
import { nameOfRow, rowAddress } from "./places";
import { type PlacedRow, placeRows } from "./tree-rows";

const FACTS = 4;

/** A table's rows as cards: each opens into its form. For phones; a tree indents. */
export function RowCards({ table }: { table: TableDefinition }) {
  const { content } = useDesk();
  const rows = placeRows(content.tables[table.id] ?? [], table.tree ?? false);
  return (
    <ol className="grid gap-2.5">
      {rows.map((placed) => (
        <li key={placed.row.id} className={`min-w-0 sheet-step-${Math.min(placed.depth, 4)}`}>
          <RowCard table={table} placed={placed} />
        </li>
      ))}
    </ol>
  );
}

function RowCard({ table, placed }: { table: TableDefinition; placed: PlacedRow }) {
  const { t } = useTranslation("sheets");
  const { rowHref, evaluation, marks, io } = useDesk();
  const { row, number } = placed;
  const name = nameOfRow(table, row, io.locale);
  const sum = marks.ofRow(table.id, row.id);
  const facts = cardColumns(table)
    .filter((column) => row.cells[column.id] !== undefined || evaluation.computed[columnAddress(table.id, row.id, column.id)])
    .slice(0, FACTS);
  return (
    <Link
      to={rowHref(rowAddress(table.id, row.id))}
      preventScrollReset
      data-row={row.id}
      className="relative block rounded-lg border border-line bg-surface px-4 py-3 hover:border-pine"
    >
      <span className="flex items-start gap-3">
        <span className="mt-0.5 grid size-6 shrink-0 place-items-center rounded-full border border-line-strong text-xs leading-none text-ink-soft tabular">{number}</span>
        <span className={clsx("min-w-0 flex-1 text-base leading-snug font-semibold break-words", name ? "line-clamp-3 text-ink" : "text-ink-faint")}>{name ?? t("row.unnamed", { number })}</span>
        <PeerSeals peers={sum.peers} label={t("row.here")} most={2} />
        <ChevronRight aria-hidden className="mt-0.5 size-5 shrink-0 text-ink-faint" />
      </span>
      {facts.length > 0 && (
        <span className="mt-2 grid gap-1 ps-9 text-sm">
          {facts.map((column) => (
            <span key={column.id} className="grid grid-cols-[5.5rem_minmax(0,1fr)] gap-2">
              <span className="truncate text-ink-soft">{pick(column.label, io.locale)}</span>
              <span className="line-clamp-2 min-w-0">
                <CellShow cell={column} value={row.cells[column.id]} computed={evaluation.computed[columnAddress(table.id, row.id, column.id)]} io={io} />
              </span>
            </span>
          ))}
        </span>
      )}
      {(sum.missing > 0 || sum.problems > 0 || sum.warnings > 0 || sum.comments > 0) && (
        <span className="mt-2.5 flex flex-wrap gap-x-4 gap-y-1 ps-9 text-sm">
          {sum.problems > 0 && (
            <span className="inline-flex items-center gap-1 font-semibold text-danger">
              <SeverityIcon severity="problem" className="size-4" />
              {t("card.problems", { count: sum.problems })}
            </span>
          )}
          {sum.warnings > 0 && (
            <span className="inline-flex items-center gap-1 text-mist">
              <SeverityIcon severity="warning" className="size-4" />
              {t("card.warnings", { count: sum.warnings })}
            </span>
          )}
          {sum.missing > 0 && <span className="text-ink-soft">{t("card.missing", { count: sum.missing })}</span>}
          {sum.comments > 0 && (
            <span className="inline-flex items-center gap-1 text-pine">
              <MessageSquare aria-hidden className="size-4 fill-pine-soft" />
              {t("card.comments", { count: sum.comments })}
            </span>
          )}
        </span>
      )}
    </Link>
  );
}
