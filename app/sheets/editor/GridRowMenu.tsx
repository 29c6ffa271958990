import { type RefObject, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { TableDefinition } from "../definition";
import { useDesk } from "./desk";
import { nameOfRow, roomFor, rowAddress } from "./places";
import { RowMenu } from "./RowMenu";
import { moveOf, type PlacedRow } from "./tree-rows";

/** The menu of a row of the grid. */
export function GridRowMenu({ table, rows, row, grid, onClose }: { table: TableDefinition; rows: readonly PlacedRow[]; row: string; grid: RefObject<HTMLTableElement | null>; onClose: () => void }) {
  const { t } = useTranslation("sheets");
  const { screen, content, rowHref, writable, acts, io } = useDesk();
  const handle = (): HTMLElement | null => grid.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(row)}"] > th a`) ?? null;
  const anchor = useRef<HTMLElement | null>(handle());
  const placed = rows.find((one) => one.row.id === row);
  if (!placed) return null;
  const stored = content.tables[table.id] ?? [];
  const tree = table.tree ?? false;
  const can = (move: "up" | "down" | "in" | "out"): boolean => moveOf(stored, row, move, tree) !== null;
  const { parent } = placed.row;
  return (
    <RowMenu
      anchor={anchor}
      label={t("row.menu", { name: nameOfRow(table, placed.row, io.locale) ?? t("row.unnamed", { number: placed.number }) })}
      href={rowHref(rowAddress(table.id, row))}
      moves={writable && !table.fixed ? { up: can("up"), down: can("down"), in: can("in"), out: can("out") } : null}
      tree={tree}
      onAdd={writable && roomFor(table, rows.length) > 0 ? () => acts.addRow(table.id, { after: row, ...(parent === undefined ? {} : { parent }) }) : null}
      onRemove={
        writable && !table.fixed
          ? () => {
              acts.removeRow(table.id, row);
              acts.say(t("row.removed", { count: 1 }));
            }
          : null
      }
      onMove={(move) => acts.moveRow(table.id, row, move)}
      onComment={screen.right === "read" ? null : () => acts.openPanel("comments", rowAddress(table.id, row))}
      onClose={(back) => {
        onClose();
        if (back) handle()?.focus();
      }}
    />
  );
}
