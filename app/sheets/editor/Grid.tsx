import { type FocusEvent, type KeyboardEvent, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { pick } from "~/i18n/pick";
import { columnAddress } from "../content";
import type { ColumnDefinition, TableDefinition } from "../definition";
import { keptText, readText } from "./cell-io";
import { useDesk } from "./desk";
import { mannersOf } from "./grid-acts";
import { pressKey } from "./grid-keys";
import { rangeOf } from "./grid-range";
import { GridHead } from "./GridHead";
import type { GridInputHandle } from "./GridInput";
import { GridRow } from "./GridRow";
import { GridRowMenu } from "./GridRowMenu";
import { rowAddress, spotOf } from "./places";
import { signatureOf } from "./signature";
import { offerOf } from "./suggest";
import { placeRows } from "./tree-rows";
import { useGrid } from "./use-grid";
import { useGridActs } from "./use-grid-acts";
import { useGridClipboard } from "./use-grid-clipboard";
import { useGridPointer } from "./use-grid-pointer";
import { useRowDrag } from "./use-row-drag";
import { useStable } from "./use-stable";

const PAGE = 10;

/** A table as a grid for keyboard and mouse (ARIA grid pattern): one cell comes to the Tab key, arrows lead on from there. */
export function Grid({ table }: { table: TableDefinition }) {
  const desk = useDesk();
  const { screen, content, evaluation, marks, writable, acts, io, store, target, rowHref } = desk;
  const { columns } = table;
  const stored = content.tables[table.id];
  const rows = useMemo(() => placeRows(stored ?? [], table.tree ?? false), [stored, table.tree]);
  const ids = rows.map(({ row }) => row.id);
  const size = { rows: rows.length, columns: columns.length + 1, page: PAGE };
  const grid = useGrid(ids, columns.map(({ id }) => id), size);
  const { state } = grid;
  const [focused, setFocused] = useState(false);
  const [menu, setMenu] = useState<string | null>(null);
  const element = useRef<HTMLTableElement>(null);
  const input = useRef<GridInputHandle>(null);

  const range = rangeOf(state, size);
  const column = columns[state.at.column - 1];
  const currentRow = rows[state.at.row]?.row;
  const address = currentRow && (column ? columnAddress(table.id, currentRow.id, column.id) : rowAddress(table.id, currentRow.id));
  const offer = useMemo(
    () => (column && currentRow ? offerOf(column, currentRow.cells[column.id], { definition: screen.definition, content, locale: io.locale, people: screen.people, references: screen.references }) : null),
    [column, currentRow, content, screen, io.locale],
  );
  const doAct = useGridActs({ table, rows, columns, grid, range, input, openMenu: setMenu });
  const clipboard = useGridClipboard({ table, rows, columns }, range);
  const pointer = useGridPointer({ ids, grid, input, manners: (at) => mannersOf(columns[at], writable) });
  const drag = useRowDrag(ids, writable && !table.fixed && !table.tree, (row, after) => acts.placeRow(table.id, row, after));

  useEffect(() => {
    if (focused && address) acts.enter(address);
  }, [focused, address, acts]);
  const lead = useStable(() => {
    const spot = target && spotOf(screen.definition, target.address);
    if (!spot || !("table" in spot) || spot.table.id !== table.id || element.current?.offsetParent === null) return;
    if (spot.kind === "table") element.current?.scrollIntoView({ block: "center" });
    else {
      grid.jump(spot.row, spot.kind === "cell" ? spot.column.id : (columns[0]?.id ?? null));
      setFocused(true);
    }
  });
  // Before the browser does anything else: whoever adds a row and types on at once types into it, however busy the machine is.
  useLayoutEffect(() => lead(), [target, lead]);

  const keys = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing) return;
    const answer = pressKey(state, { key: event.key, shift: event.shiftKey, command: event.ctrlKey || event.metaKey, alt: event.altKey }, size, mannersOf(column, writable));
    if (answer.taken) event.preventDefault();
    if (answer.act) doAct(answer.act, answer.state);
    else grid.set(answer.state);
  };
  const blur = (event: FocusEvent): void => {
    if (event.relatedTarget instanceof Node && element.current?.contains(event.relatedTarget)) return;
    setFocused(false);
    if (!state.editing) return;
    input.current?.commit();
    grid.set({ ...state, editing: false });
  };
  const handle = useMemo(
    () => ({ menu: store !== null, href: (row: string) => rowHref(rowAddress(table.id, row)), onMenu: setMenu, onDrag: drag }),
    [store, rowHref, table.id, drag],
  );
  const onWrite = useStable((row: string, cell: ColumnDefinition, value: Parameters<typeof acts.write>[0][number][1]) => acts.write([[columnAddress(table.id, row, cell.id), value]]));
  const onText = useStable((row: string, cell: ColumnDefinition, text: string) => {
    const at = columnAddress(table.id, row, cell.id);
    const read = readText(cell, text, io);
    const value = "problem" in read ? keptText(cell, text) : read.value;
    if ("problem" in read && value === null) acts.refuse([[at, { text, problem: read.problem }]]);
    else acts.write([[at, value]]);
  });
  const onBegin = useStable(() => grid.set({ ...state, editing: true, anchor: null }));
  const onDone = useStable((then: "stay" | "down") => grid.set({ ...state, editing: false, at: then === "down" ? { ...state.at, row: Math.min(state.at.row + 1, size.rows - 1) } : state.at }));

  return (
    <>
      <table
        ref={element}
        role="grid"
        aria-label={pick(table.title, io.locale)}
        aria-rowcount={rows.length + 1}
        aria-colcount={columns.length + 1}
        aria-readonly={!writable || undefined}
        aria-multiselectable
        className="sheet-grid"
        onKeyDown={keys}
        onFocus={() => setFocused(true)}
        onBlur={blur}
        onCopy={clipboard.copy}
        onCut={clipboard.cut}
        onPaste={clipboard.paste}
        {...pointer}
      >
        <GridHead table={table} groups={screen.definition.groups} io={io} />
        <tbody>
          {rows.map((placed, at) => (
            <GridRow
              key={placed.row.id}
              table={table}
              columns={columns}
              placed={placed}
              io={io}
              evaluation={evaluation}
              marks={marks}
              signature={signatureOf(table, placed.row.id, evaluation, marks)}
              writable={writable}
              store={store}
              current={at === state.at.row ? state.at.column : null}
              focused={focused && menu === null}
              editing={state.editing}
              range={state.anchor && at >= range.top && at <= range.bottom ? { left: range.left, right: range.right } : null}
              offer={at === state.at.row ? offer : null}
              input={input}
              handle={handle}
              onWrite={onWrite}
              onText={onText}
              onBegin={onBegin}
              onDone={onDone}
            />
          ))}
        </tbody>
      </table>
      {menu !== null && <GridRowMenu key={menu} table={table} rows={rows} row={menu} grid={element} onClose={() => setMenu(null)} />}
    </>
  );
}
