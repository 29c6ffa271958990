import clsx from "clsx";
import { type RefObject, useLayoutEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import type { CellAddress, CellValue } from "../content";
import type { ColumnDefinition } from "../definition";
import type { Computed } from "../evaluation";
import type { CellIo } from "./cell-io";
import { CellNotes, CornerMarks } from "./CellNotes";
import { CellShow } from "./CellShow";
import { COACH_ID } from "./CoachLine";
import { GridInput, type GridInputHandle } from "./GridInput";
import { isNumeric } from "./looks";
import type { CellMarks } from "./marks";
import { PeerRing } from "./PeerRing";
import type { Offer } from "./suggest";

export interface GridCellProps {
  column: ColumnDefinition;
  /** Counted from 1; 0 is the row's handle. */
  index: number;
  address: CellAddress;
  rowLabel: string;
  value: CellValue | undefined;
  now: () => CellValue | undefined;
  computed: Computed | undefined;
  marks: CellMarks;
  io: CellIo;
  /** Stays in sight while the grid scrolls sideways. */
  pinned: boolean;
  depth: number;
  current: boolean;
  focused: boolean;
  editing: boolean;
  selected: boolean;
  writable: boolean;
  offer: Offer | null;
  input: RefObject<GridInputHandle | null>;
  onWrite: (value: CellValue | null) => void;
  onText: (text: string) => void;
  onBegin: () => void;
  onDone: (then: "stay" | "down") => void;
}

const NO_OFFER: Offer = { suggestions: [], strict: false, several: false };

/** A cell of the grid. Of all cells one comes to the Tab key; where it can be typed into, its input has the focus. */
export function GridCell(props: GridCellProps) {
  const { column, address, value, computed, marks, io, current, focused, editing, writable } = props;
  const { t } = useTranslation("sheets");
  const cell = useRef<HTMLTableCellElement>(null);
  const fixed = column.formula !== undefined || !writable;
  const typed = current && !fixed && column.type !== "check";
  const ticks = column.type === "check" && column.formula === undefined;
  const label = t("cell.label", { column: pick(column.label, io.locale), row: props.rowLabel });
  useLayoutEffect(() => {
    if (!focused) return;
    cell.current?.scrollIntoView({ block: "nearest", inline: "nearest" });
    if (typed) props.input.current?.focus();
    else (cell.current?.querySelector<HTMLElement>("[role=checkbox]") ?? cell.current)?.focus({ preventScroll: true });
    // Whoever moves the focus here does it once; what the cell shows may change without moving it again.
    // (`typed` turns when the connection comes: the focus then goes into the input.)
  }, [focused, typed, props.input]);
  return (
    <td
      ref={cell}
      role="gridcell"
      aria-colindex={props.index + 1}
      aria-readonly={fixed || undefined}
      aria-selected={props.selected || undefined}
      aria-invalid={marks.problem !== undefined || undefined}
      tabIndex={typed || ticks ? undefined : current ? 0 : -1}
      data-cell={address}
      data-column={props.index}
      data-selected={props.selected}
      data-editing={editing}
      className={clsx("sheet-cell", column.formula !== undefined && "sheet-computed", props.pinned && "sheet-pinned sheet-name", `sheet-indent-${Math.min(props.depth, 6)}`)}
    >
      <div className={clsx("grid", isNumeric(column) && "text-end")}>
        {typed && (
          <GridInput
            cell={column}
            value={value}
            now={props.now}
            io={io}
            label={label}
            describedBy={COACH_ID}
            offer={props.offer ?? NO_OFFER}
            editing={editing}
            handle={props.input}
            anchor={cell}
            onBegin={props.onBegin}
            onWrite={props.onWrite}
            onText={props.onText}
            onDone={props.onDone}
          />
        )}
        {!(editing && typed && props.offer?.several !== true) && (
          <div className="pointer-events-none min-w-0 px-2.5 py-2 [grid-area:1/1]">
            {ticks ? <TickButton on={value === true} label={label} disabled={!writable} current={current} onToggle={() => props.onWrite(value === true ? null : true)} /> : <CellShow cell={column} value={value} computed={computed} io={io} />}
            <CellNotes marks={marks} locale={io.locale} dense />
          </div>
        )}
      </div>
      <CornerMarks marks={marks} />
      <PeerRing peers={marks.peers} />
    </td>
  );
}

function TickButton({ on, label, disabled, current, onToggle }: { on: boolean; label: string; disabled: boolean; current: boolean; onToggle: () => void }) {
  return (
    <button type="button" role="checkbox" aria-checked={on} aria-label={label} aria-disabled={disabled || undefined} tabIndex={current ? 0 : -1} onClick={() => !disabled && onToggle()} className="pointer-events-auto -m-2 grid place-items-center p-2">
      <TickBox on={on} />
    </button>
  );
}

function TickBox({ on }: { on: boolean }) {
  return (
    <svg aria-hidden viewBox="0 0 20 20" className="size-5">
      <rect x="1" y="1" width="18" height="18" rx="3" className={clsx(on ? "fill-pine stroke-pine" : "fill-surface stroke-line-strong")} strokeWidth="1.5" />
      {on && <path d="m5 10.5 3.5 3.5L15 6.5" fill="none" className="stroke-on-pine" strokeWidth="2" />}
    </svg>
  );
}
