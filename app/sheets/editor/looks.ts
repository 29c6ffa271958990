/** How a definition presents itself. Pure. */
import type { CellDefinition, CellType, ColumnDefinition, FieldDefinition, SheetDefinition, TableDefinition } from "../definition";

/** `grid`: rows below one another · `columns`: fixed rows side by side, as options that are compared · `checklist`: fixed rows with large choices. */
export type TableLook = "grid" | "columns" | "checklist";

const MOST_SIDE_BY_SIDE = 4;

export function tableLook(definition: Pick<SheetDefinition, "shape">, table: TableDefinition): TableLook {
  if (!table.fixed) return "grid";
  if (definition.shape === "checklist") return "checklist";
  return definition.shape === "matrix" && table.fixed.length <= MOST_SIDE_BY_SIDE ? "columns" : "grid";
}

/** Pixels of a column whose `width` is 1, and the fewest that its type can do with. */
const UNIT = 132;
const FEWEST: Record<CellType, number> = {
  text: 112,
  "long-text": 208,
  number: 96,
  money: 112,
  percent: 88,
  date: 136,
  choice: 116,
  choices: 132,
  rating: 96,
  check: 72,
  person: 108,
  member: 100,
  reference: 148,
};

/** Pixels of a column on a desk. */
export function columnPixels({ type, width = 1 }: ColumnDefinition): number {
  return Math.round(Math.max(FEWEST[type], UNIT * width));
}

export const HANDLE_PIXELS = 44;

/** Neighbouring columns of one group, for the upper line of a header; null where no column has a group. */
export function headerGroups(columns: readonly ColumnDefinition[]): { group: string | null; span: number }[] | null {
  if (columns.every(({ group }) => group === undefined)) return null;
  const groups: { group: string | null; span: number }[] = [];
  for (const { group = null } of columns) {
    const last = groups.at(-1);
    if (last?.group === group) last.span++;
    else groups.push({ group, span: 1 });
  }
  return groups;
}

export interface FieldGroup {
  /** Null for fields without a group, which come first. */
  id: string | null;
  fields: FieldDefinition[];
}

/** Fields by group in the order of the definition's groups; empty groups are left out. */
export function fieldGroups({ fields, groups = [] }: Pick<SheetDefinition, "fields" | "groups">): FieldGroup[] {
  const known = new Set(groups.map(({ id }) => id));
  return [null, ...groups.map(({ id }) => id)]
    .map((id) => ({ id, fields: fields.filter(({ group }) => (id === null ? group === undefined || !known.has(group) : group === id)) }))
    .filter((group) => group.fields.length > 0);
}

/** What is typed in, and what comes of it. */
export function splitComputed<T extends CellDefinition>(cells: readonly T[]): { typed: T[]; computed: T[] } {
  return { typed: cells.filter(({ formula }) => formula === undefined), computed: cells.filter(({ formula }) => formula !== undefined) };
}

/** Columns that say most about a row on its card: what names it is there already, long texts are too much, then what is required. */
export function cardColumns({ columns, rowTitle }: TableDefinition): ColumnDefinition[] {
  const rank = ({ type, required, formula }: ColumnDefinition): number => (type === "long-text" ? 4 : type === "choice" || type === "choices" || type === "rating" ? 0 : formula !== undefined ? 1 : required ? 2 : 3);
  return columns
    .filter(({ id }) => id !== rowTitle)
    .map((column, at) => ({ column, at }))
    .sort((a, b) => rank(a.column) - rank(b.column) || a.at - b.at)
    .map(({ column }) => column);
}

/** Numbers stand at the right, so that their digits line up. */
export function isNumeric({ type }: CellDefinition): boolean {
  return type === "number" || type === "money" || type === "percent";
}

/** Every value of a rating, from the lowest. */
export function ratingValues({ min = 1, max = 5 }: CellDefinition): number[] {
  return Array.from({ length: max - min + 1 }, (_, at) => min + at);
}
