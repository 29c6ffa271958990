import { memo, type RefObject } from "react";
import { pick } from "~/i18n/pick";
import type { SheetStore } from "../client/store";
import { columnAddress } from "../content";
import type { ColumnDefinition, TableDefinition } from "../definition";
import type { Evaluation } from "../evaluation";
import type { CellIo } from "./cell-io";
import { GridCell } from "./GridCell";
import type { GridInputHandle } from "./GridInput";
import type { Marks } from "./marks";
import { nameOfRow } from "./places";
import { type HandleActs, RowHandle } from "./RowHandle";
import type { Offer } from "./suggest";
import type { PlacedRow } from "./tree-rows";

export interface GridRowProps {
  table: TableDefinition;
  columns: readonly ColumnDefinition[];
  placed: PlacedRow;
  io: CellIo;
  evaluation: Evaluation;
  marks: Marks;
  /** Stands for everything that the row shows beside its own cells. */
  signature: string;
  writable: boolean;
  store: SheetStore | null;
  /** The column that the Tab key comes to, if it is in this row; 0 is the handle. */
  current: number | null;
  /** The grid has the focus. */
  focused: boolean;
  editing: boolean;
  range: { left: number; right: number } | null;
  offer: Offer | null;
  input: RefObject<GridInputHandle | null>;
  handle: HandleActs;
  onWrite: (row: string, column: ColumnDefinition, value: Parameters<SheetStore["setCell"]>[1]) => void;
  onText: (row: string, column: ColumnDefinition, text: string) => void;
  onBegin: () => void;
  onDone: (then: "stay" | "down") => void;
}

/** A row of the grid. Renders only when something in it changes. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { table, columns, placed, io, evaluation, marks, current, range } = props;
  const { row, depth, number } = placed;
  const name = nameOfRow(table, row, io.locale);
  const fixed = table.fixed?.find(({ id }) => id === row.id);
  return (
    <tr role="row" aria-rowindex={number + 1} data-row={row.id}>
      <RowHandle
        row={row.id}
        number={number}
        name={name}
        depth={depth}
        label={fixed && pick(fixed.label, io.locale)}
        hint={fixed?.hint && pick(fixed.hint, io.locale)}
        current={current === 0}
        focused={props.focused}
        marks={marks.at(`${table.id}/${row.id}`)}
        locale={io.locale}
        acts={props.handle}
      />
      {columns.map((column, at) => {
        const address = columnAddress(table.id, row.id, column.id);
        const here = current === at + 1;
        return (
          <GridCell
            key={column.id}
            column={column}
            index={at + 1}
            address={address}
            rowLabel={name ?? String(number)}
            value={row.cells[column.id]}
            computed={evaluation.computed[address]}
            marks={marks.at(address)}
            io={io}
            pinned={!fixed && column.id === table.rowTitle && at === 0}
            depth={column.id === table.rowTitle ? depth : 0}
            current={here}
            focused={here && props.focused}
            editing={here && props.editing}
            selected={range !== null && at + 1 >= range.left && at + 1 <= range.right}
            writable={props.writable}
            now={() => valueNow(props.store, table.id, row.id, column.id) ?? (props.store ? undefined : row.cells[column.id])}
            offer={here ? props.offer : null}
            input={props.input}
            onWrite={(value) => props.onWrite(row.id, column, value)}
            onText={(text) => props.onText(row.id, column, text)}
            onBegin={props.onBegin}
            onDone={props.onDone}
          />
        );
      })}
    </tr>
  );
}, sameRow);

function valueNow(store: SheetStore | null, table: string, row: string, column: string) {
  return store?.content().tables[table]?.find(({ id }) => id === row)?.cells[column];
}

function sameRow(before: GridRowProps, after: GridRowProps): boolean {
  const plain = (props: GridRowProps): unknown[] => [props.table, props.io, props.signature, props.writable, props.store, props.current, props.focused && props.current !== null, props.editing && props.current !== null, props.range?.left, props.range?.right, props.placed.number, props.placed.depth, props.current === null ? null : props.offer, props.handle];
  const [old, now] = [plain(before), plain(after)];
  if (!old.every((item, at) => Object.is(item, now[at]))) return false;
  return before.placed.row === after.placed.row || JSON.stringify(before.placed.row) === JSON.stringify(after.placed.row);
}

