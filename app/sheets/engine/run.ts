/** One evaluation of one content: every cell's value, computed when it is first asked for, so that the order finds itself. */
import { columnAddress, fieldAddress, type SheetContent, type SheetRow } from "../content";
import { pick } from "~/i18n/pick";
import type { Locale } from "~/i18n/locale";
import { settled, typedValue } from "./cell-value";
import type { Frame, SheetHandle } from "./frame";
import type { CellPlan, Plan, TablePlan } from "./plan";
import { Blank, type CellName, Fault, isBlank, misfit, type RowHandle, Rows, type Value } from "./value";

/** A cell of a sheet during an evaluation. */
export class Slot {
  private known: Value | undefined;
  private running = false;
  private circle: string | null = null;
  readonly name: CellName;

  constructor(
    private readonly run: Run,
    readonly plan: CellPlan,
    address: string,
    readonly row: RunRow | null,
    readonly raw: SheetRow["cells"][string] | undefined,
  ) {
    this.name = { address, label: plan.cell.label };
  }

  get value(): Value {
    if (this.running) return this.run.closeCircle(this);
    this.known ??= this.plan.formula === null ? typedValue(this.plan, this.raw, this.name) : this.compute();
    return this.known;
  }

  /** It is part of a circle (`names`: its cells) that closed while it was computed. */
  markCircular(names: string): void {
    this.circle ??= names;
  }

  private compute(): Value {
    const { formula } = this.plan;
    if (formula === null || formula === "broken") return settled(this.plan, misfit(), this.name);
    this.running = true;
    this.run.stack.push(this);
    let result: Value;
    try {
      result = formula.evaluate({ sheet: this.run, row: this.row, outer: null });
    } catch {
      // A sheet stays usable whatever a formula runs into; the cell says that it could not be computed.
      result = misfit();
    }
    this.run.stack.pop();
    this.running = false;
    return settled(this.plan, this.circle === null ? result : new Fault("circular", this.circle), this.name);
  }

  /** Whether one of the typed or computed cells that its formula reads beside it has something in it. */
  get hasInput(): boolean {
    const { formula } = this.plan;
    if (formula === null || formula === "broken") return false;
    return formula.reads.some((read) => {
      if (read.kind === "column") return this.row !== null && !isBlank(this.row.value(read.index));
      return this.row === null && !isBlank(this.run.field(read.index));
    });
  }
}

export class RunRow implements RowHandle {
  readonly id: string;
  parent: RunRow | null = null;
  children: readonly RunRow[] = [];
  above: RunRow | null = null;
  at = 0;
  readonly slots: readonly Slot[];

  constructor(run: Run, table: TablePlan, row: SheetRow) {
    this.id = row.id;
    this.slots = table.columns.map((plan) => new Slot(run, plan, columnAddress(table.table.id, row.id, plan.cell.id), this, row.cells[plan.cell.id]));
  }

  value(column: number): Value {
    return this.slots[column]?.value ?? new Blank();
  }

  /** Whether anything is typed in it. */
  get written(): boolean {
    return this.slots.some((slot) => slot.plan.formula === null && !isBlank(slot.value));
  }
}

export class Run implements SheetHandle {
  readonly fields: readonly Slot[];
  readonly tables: readonly (readonly RunRow[])[];
  private readonly lists = new Map<string, readonly Value[]>();
  /** Cells being computed, each asked for by the one before. */
  readonly stack: Slot[] = [];

  constructor(
    readonly plan: Plan,
    content: SheetContent,
    readonly today: string,
    private readonly locale: Locale,
  ) {
    this.fields = plan.fields.map((field) => new Slot(this, field, fieldAddress(field.cell.id), null, content.fields[field.cell.id]));
    this.tables = plan.tables.map((table) => this.rowsOf(table, content.tables[table.table.id] ?? []));
  }

  field(index: number): Value {
    return this.fields[index]?.value ?? new Blank();
  }

  rows(table: number): Rows {
    return new Rows(this.tables[table] ?? []);
  }

  column(table: number, column: number): readonly Value[] {
    const key = `${table} ${column}`;
    const list = this.lists.get(key) ?? (this.tables[table] ?? []).map((row) => row.value(column));
    this.lists.set(key, list);
    return list;
  }

  /** Whether anything at all is typed. */
  get written(): boolean {
    return this.fields.some((slot) => slot.plan.formula === null && !isBlank(slot.value)) || this.tables.some((rows) => rows.some((row) => row.written));
  }

  /** Where the sheet as a whole, or one row of it, is looked at. */
  frame(row: RunRow | null): Frame {
    return { sheet: this, row, outer: null };
  }

  /** A cell that is being computed was asked for: everything since is a circle. */
  closeCircle(slot: Slot): Fault {
    const members = this.stack.slice(this.stack.indexOf(slot));
    const names = [...members, slot].map((member) => pick(member.name.label, this.locale)).join(" → ");
    for (const member of members) member.markCircular(names);
    return new Fault("circular", undefined, slot.name);
  }

  /** The rows that count: the fixed ones, and those in which something is written (or below which, in a tree). */
  private rowsOf(table: TablePlan, rows: readonly SheetRow[]): RunRow[] {
    const { fixed, tree } = table.table;
    const empty = (id: string): SheetRow => ({ id, order: "", cells: {} });
    const given = fixed === undefined ? rows : fixed.map(({ id }) => rows.find((row) => row.id === id) ?? empty(id));
    const all = given.map((row) => ({ row, made: new RunRow(this, table, row) }));
    if (tree === true) linkTree(all);
    const counting = all.map(({ made }) => made).filter((row) => fixed !== undefined || hasWriting(row));
    counting.forEach((row, at) => {
      row.at = at;
      row.above = counting[at - 1] ?? null;
      row.children = row.children.filter(hasWriting);
    });
    return counting;
  }
}

/** Parents and children; a row that would be its own ancestor stands at the top, as does one whose parent is gone. */
function linkTree(all: readonly { row: SheetRow; made: RunRow }[]): void {
  const byId = new Map(all.map(({ made }) => [made.id, made]));
  for (const { row, made } of all) {
    const parent = row.parent === undefined ? undefined : byId.get(row.parent);
    let above: RunRow | null = parent ?? null;
    while (above !== null && above !== made) above = above.parent;
    if (parent === undefined || above === made) continue;
    made.parent = parent;
    parent.children = [...parent.children, made];
  }
}

function hasWriting(row: RunRow): boolean {
  return row.written || row.children.some(hasWriting);
}
