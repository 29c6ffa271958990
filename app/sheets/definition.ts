/** What a tool sheet is made of. A sheet is data: a definition file in content/sheets (format: docs/sheets.md) and a content. */
import type { Bilingual } from "~/i18n/locale";

/** How a sheet presents itself; its cells are always fields and tables. */
export const SHEET_SHAPES = ["rows", "matrix", "calculator", "checklist", "tree", "stages"] as const;
export type SheetShape = (typeof SHEET_SHAPES)[number];

export const CELL_TYPES = ["text", "long-text", "number", "money", "percent", "date", "choice", "choices", "rating", "check", "person", "member", "reference"] as const;
export type CellType = (typeof CELL_TYPES)[number];

export interface ChoiceOption {
  id: string;
  label: Bilingual;
  hint?: Bilingual;
}

/** What fields and columns have in common. */
export interface CellDefinition {
  /** Stable for ever: contents and histories are recorded under it. Letters, digits and `_`: it is a name in formulas. */
  id: string;
  type: CellType;
  label: Bilingual;
  hint?: Bilingual;
  /** Needed for the sheet to be complete. */
  required?: boolean;
  /** choice, choices. */
  options?: ChoiceOption[];
  /** rating: whole numbers from min to max. number, money, percent: limits of what can be entered. */
  min?: number;
  max?: number;
  /** rating: what the ends mean. */
  ends?: { min: Bilingual; max: Bilingual };
  /** number: a fixed unit (`h`, `CNY/kWh`, `1/year`), or several to choose from; the first is the default. */
  unit?: string | string[];
  /** Decimal places shown; 2 for money, else as many as there are, at most 6. */
  decimals?: number;
  /** The cell is computed and cannot be typed into. An expression (docs/sheets.md). */
  formula?: string;
  /** person: the table whose rows are people at the customer (`people`), of this sheet; null for any name. reference: `<sheet key>.<table>`. */
  of?: string;
  /** text, long-text: most characters; 200 and 2,000 when left out. */
  maxChars?: number;
}

export interface FieldDefinition extends CellDefinition {
  /** Fields of a group stand together under its heading. */
  group?: string;
}

export interface ColumnDefinition extends CellDefinition {
  /** Share of the width on a desk; 1 when left out. */
  width?: number;
  /** Columns of a group stand under one heading. */
  group?: string;
}

export interface TableDefinition {
  id: string;
  title: Bilingual;
  hint?: Bilingual;
  /** What one row is called: 人物, person. */
  rowName: Bilingual;
  /** The column that names a row on its card. */
  rowTitle: string;
  /** Rows that are always there, in this order; otherwise people add rows. */
  fixed?: { id: string; label: Bilingual; hint?: Bilingual }[];
  /** Fewest rows of a complete sheet, and the most there can be. */
  minRows?: number;
  maxRows?: number;
  /** Rows may lie below one another (org chart, target tree). */
  tree?: boolean;
  columns: ColumnDefinition[];
}

/** A condition of completeness on top of required cells and fewest rows: an expression that must be true. */
export interface CompletenessRule {
  id: string;
  when: string;
  text: Bilingual;
}

/** What a good coach would see. `defect` is an expression that is true where something is wrong. */
export interface MethodCheck {
  id: string;
  severity: "problem" | "warning";
  /** Looked at once for the sheet, or for each row of a table. */
  each?: string;
  defect: string;
  /** The field or column to point at, when there is one. */
  at?: string;
  /** What is wrong here; `{{cell}}` takes a cell's value as text. */
  message: Bilingual;
  /** Why it matters. */
  reason: Bilingual;
  /** Where to read again. */
  read: { chapter: string; section?: string };
}

export interface SheetDefinition {
  key: string;
  chapter: string;
  shape: SheetShape;
  title: Bilingual;
  /** One sentence: what the sheet is for. */
  purpose: Bilingual;
  competencies: string[];
  groups?: { id: string; title: Bilingual }[];
  fields: FieldDefinition[];
  tables: TableDefinition[];
  complete: CompletenessRule[];
  checks: MethodCheck[];
  /** Names the derived picture (app/sheets/pictures). */
  picture: string;
  /** A filled sheet of the demo company; texts in both languages. */
  example: ExampleContent;
}

/** As a content, but a text may be `{zh, en}`, and a row is its cells with `id` (and `parent`). */
export interface ExampleContent {
  title: Bilingual;
  fields: Record<string, ExampleValue>;
  tables: Record<string, (Record<string, ExampleValue> & { id: string })[]>;
}
export type ExampleValue = string | number | boolean | string[] | Bilingual | { value: string; unit: string };
