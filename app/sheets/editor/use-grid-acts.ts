import type { RefObject } from "react";
import { useTranslation } from "react-i18next";
import { columnAddress } from "../content";
import { useDesk } from "./desk";
import { emptied, type Filled } from "./grid-acts";
import type { GridAct, GridState } from "./grid-keys";
import type { Range } from "./grid-range";
import type { GridInputHandle } from "./GridInput";
import { ratingValues } from "./looks";
import { roomFor } from "./places";
import { countBelow, moveOf } from "./tree-rows";
import type { Grid } from "./use-grid";

export interface GridActsInput extends Filled {
  grid: Grid;
  range: Range;
  input: RefObject<GridInputHandle | null>;
  openMenu: (row: string) => void;
}

/** Does what a key asks for; `next` is the state that goes with it. */
export function useGridActs({ table, rows, columns, grid, range, input, openMenu }: GridActsInput): (act: GridAct, next: GridState) => void {
  const { t } = useTranslation("sheets");
  const { writable, acts, content } = useDesk();
  const { at } = grid.state;
  const row = rows[at.row]?.row;
  const column = columns[at.column - 1];
  const address = row && column && columnAddress(table.id, row.id, column.id);

  const addRow = (): void => {
    if (roomFor(table, rows.length) === 0) return acts.say(t("row.noRoom"));
    const id = acts.addRow(table.id, row ? { after: row.id, ...(row.parent === undefined ? {} : { parent: row.parent }) } : {});
    if (id !== null) grid.jump(id, columns[0]?.id ?? null);
  };
  const removeRows = (next: GridState): void => {
    if (table.fixed) return;
    const chosen = rows.slice(range.top, range.bottom + 1).map((placed) => placed.row.id);
    const below = chosen.reduce((sum, id) => sum + countBelow(content.tables[table.id] ?? [], id), 0);
    for (const id of chosen) acts.removeRow(table.id, id);
    const stays = rows[range.bottom + 1] ?? rows[range.top - 1];
    if (stays) grid.jump(stays.row.id, column?.id ?? null);
    else grid.set(next);
    acts.say(below > 0 && table.tree ? t("row.removedWithBelow", { count: chosen.length }) : t("row.removed", { count: chosen.length }));
  };

  return (act, next) => {
    switch (act.do) {
      case "edit":
        input.current?.edit();
        return grid.set(next);
      case "commit":
        input.current?.commit();
        return grid.set(next);
      case "cancel":
        input.current?.cancel();
        return grid.set(next);
      case "empty":
        if (writable) acts.write(emptied({ table, rows, columns }, range));
        return grid.set(next);
      case "toggle":
        if (writable && row && column && address) acts.write([[address, row.cells[column.id] === true ? null : true]]);
        return grid.set(next);
      case "rate":
        if (writable && column && address && ratingValues(column).includes(act.value)) acts.write([[address, act.value]]);
        return grid.set(next);
      case "undo":
        return acts.undo();
      case "redo":
        return acts.redo();
      case "select-all":
        return grid.set(next);
      case "add-row":
        return writable ? addRow() : undefined;
      case "remove-row":
        return writable ? removeRows(next) : undefined;
      case "move-row":
        if (writable && row && !table.fixed && moveOf(content.tables[table.id] ?? [], row.id, act.move, table.tree ?? false)) acts.moveRow(table.id, row.id, act.move);
        return grid.set(next);
      case "menu":
        return row && openMenu(row.id);
    }
  };
}
