import writeXlsx, { type Cell, type Row } from "write-excel-file/node";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { type CellValue, columnAddress, fieldAddress } from "../content";
import type { CellDefinition } from "../definition";
import { clean, type OutCell, unitNote, unitOut } from "./cell-out";
import { formulaText } from "./formula-text";
import { type Formulas, formulasFor } from "./formulas-of";
import { type Filled, outCell } from "./grid";
import { columnLetters, FIRST_ROW, layoutOf, type Layout, type LayoutColumn, MARK, MARK_SHEET, type Worksheet } from "./layout";

type Feature = NonNullable<NonNullable<Parameters<typeof writeXlsx>[1]>["features"]>[number];

/** Words of the workbook itself. */
export interface WorkbookTexts {
  field: string;
  value: string;
  unit: string;
}

export interface WorkbookInput extends Filled {
  sheetId: string;
  version: number;
  definitionHash: string;
  currency: string;
  texts: WorkbookTexts;
}

const INK = "#20302B";
const PAPER = "#F4F1E8";
const LINE = "#C9C4B5";
const HEAD = { fontWeight: "bold", backgroundColor: PAPER, textColor: INK, bottomBorderColor: LINE, bottomBorderStyle: "thin", wrap: true, alignVertical: "top" } as const;
const BODY = { wrap: true, alignVertical: "top" } as const;
const COMPUTED = { ...BODY, backgroundColor: PAPER } as const;
/** Excel's default width of a column is about 8 characters. */
const WIDTH = { least: 12, per: 16, long: 40, label: 32, note: 48 };

interface Built {
  worksheet: Worksheet;
  data: Row[];
  /** Values of formulas by place (`C5`): programs that do not compute show these. */
  cached: Map<string, OutCell["value"]>;
}

/** A sheet as a workbook: one worksheet for its fields, one per table, computed cells as formulas where Excel can say the same. */
export async function writeWorkbook(input: WorkbookInput): Promise<Buffer> {
  const layout = layoutOf(input.definition, input.content, input.locale);
  const formulas = formulasFor(input);
  const built = layout.worksheets.map((worksheet) => build(worksheet, layout, formulas, input));
  const marks: Row[] = [[MARK], ["sheet", input.sheetId], ["version", String(input.version)], ["definition", input.definitionHash], ["language", input.locale], ["currency", input.currency], ...layout.worksheets.map(({ name, table }): Row => ["worksheet", table?.id ?? "", name])];
  const sheets = [
    ...built.map(({ worksheet, data }) => ({ data, sheet: worksheet.name, stickyRowsCount: FIRST_ROW - 1, columns: worksheet.columns.map((column) => ({ width: widthOf(column) })) })),
    { data: marks, sheet: MARK_SHEET },
  ];
  return writeXlsx(sheets, { features: [finish(built)] }).toBuffer();
}

function widthOf({ role, cell }: LayoutColumn): number {
  if (role === "label") return WIDTH.label;
  if (role === "value" && cell === null) return WIDTH.note;
  if (role !== "value") return WIDTH.least;
  return cell?.type === "long-text" ? WIDTH.long : Math.max(WIDTH.least, Math.round(WIDTH.per * ((cell as { width?: number } | null)?.width ?? 1)));
}

function build(worksheet: Worksheet, layout: Layout, formulas: Formulas, input: WorkbookInput): Built {
  const cached = new Map<string, OutCell["value"]>();
  const ids: Row = worksheet.columns.map(({ id }) => id);
  const head: Row = worksheet.columns.map((column) => ({ value: headText(column, worksheet, input), ...HEAD }));
  const rows = worksheet.rows.map((rowId, at) => worksheet.columns.map((column, columnAt) => cellOf({ worksheet, column, rowId, row: FIRST_ROW + at, place: `${columnLetters(columnAt)}${FIRST_ROW + at}` }, layout, formulas, input, cached)));
  return { worksheet, data: [ids, head, ...rows], cached };
}

function headText({ role, cell }: LayoutColumn, worksheet: Worksheet, { locale, currency, texts }: WorkbookInput): string {
  if (role === "label") return worksheet.table ? pick(worksheet.table.rowName, locale) : texts.field;
  if (role === "unit") return cell ? `${pick(cell.label, locale)} · ${texts.unit}` : texts.unit;
  if (role !== "value") return "";
  if (!cell) return texts.value;
  const unit = unitNote(cell, locale, currency);
  return unit ? `${pick(cell.label, locale)} (${unit})` : pick(cell.label, locale);
}

interface Spot {
  worksheet: Worksheet;
  column: LayoutColumn;
  rowId: string;
  row: number;
  place: string;
}

function cellOf(spot: Spot, layout: Layout, formulas: Formulas, input: WorkbookInput, cached: Built["cached"]): Cell {
  const { column, rowId, worksheet } = spot;
  const { definition, content, locale, currency } = input;
  const row = worksheet.table ? content.tables[worksheet.table.id]?.find(({ id }) => id === rowId) : undefined;
  const field = worksheet.table ? undefined : definition.fields.find(({ id }) => id === rowId);
  if (column.role === "id") return rowId;
  if (column.role === "parent") return row?.parent ?? null;
  if (column.role === "label") return { value: labelOf(worksheet, rowId, field, locale), ...BODY };
  const cell = field ?? column.cell;
  if (!cell) return null;
  const value: CellValue | undefined = field ? content.fields[field.id] : row?.cells[cell.id];
  if (column.role === "unit") return { value: unitOut(cell, value, locale, currency) ?? (field ? (unitNote(cell, locale, currency) ?? undefined) : undefined), ...BODY };
  const table = worksheet.table?.id ?? null;
  const out = outCell(input, cell, table === null ? fieldAddress(rowId) : columnAddress(table, rowId, cell.id), value);
  const formula = formulas.get(table === null ? cell.id : `${table}/${cell.id}`);
  if (!formula) return out && { ...shown(out), ...(cell.formula === undefined ? BODY : COMPUTED) };
  if (out) cached.set(spot.place, out.value);
  return { value: formulaText(formula, { layout, table, row: spot.row }), type: "Formula", ...(out?.format ? { format: out.format } : {}), ...COMPUTED };
}

function labelOf(worksheet: Worksheet, rowId: string, field: CellDefinition | undefined, locale: Locale): string {
  const label = field?.label ?? worksheet.table?.fixed?.find(({ id }) => id === rowId)?.label;
  return label ? clean(pick(label, locale)) : "";
}

function shown({ value, format }: OutCell): { value: OutCell["value"]; format?: string } {
  return { value: typeof value === "string" ? escaped(value) : value, ...(format === undefined ? {} : { format }) };
}

/**
 * `_x000D_` stands for a character in the format; written by a person it must say that it is itself. The library keeps texts by
 * name in an object, and loses those that every object has (`constructor`): their first letter is written as its number.
 */
function escaped(text: string): string {
  const own = text.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  return own in {} ? `_x${own.charCodeAt(0).toString(16).padStart(4, "0").toUpperCase()}_${own.slice(1)}` : own;
}

/** What the library has no words for: hidden ids, a hidden worksheet, values of formulas, and that Excel computes them anew. */
function finish(built: readonly Built[]): Feature {
  return {
    files: {
      transform: {
        "xl/worksheets/sheet{id}.xml": {
          transformElementAttributes(tag, attributes, index, _options, { sheetIndex }) {
            const worksheet = built[sheetIndex]?.worksheet;
            if (!worksheet) return attributes;
            const role = worksheet.columns[index ?? -1]?.role;
            const hidden = tag === "row" ? index === 0 : tag === "col" && (role === "id" || role === "parent");
            return hidden ? { ...attributes, hidden: 1 } : attributes;
          },
          transform: (xml, _options, { sheetIndex }) => withValues(xml, built[sheetIndex]?.cached),
        },
        "xl/workbook.xml": {
          transformElementAttributes: (tag, attributes, index) => (tag === "sheet" && index === built.length ? { ...attributes, state: "hidden" } : attributes),
          transform: (xml) => xml.replace("<calcPr/>", '<calcPr fullCalcOnLoad="1"/>'),
        },
      },
    },
  };
}

function withValues(xml: string, cached: Built["cached"] | undefined): string {
  return xml.replace(/<c r="([A-Z]+\d+)"((?: s="\d+")?)><f>([^<]*)<\/f><\/c>/g, (_whole, place: string, style: string, formula: string) => {
    const value = cached?.get(place) ?? "";
    if (typeof value === "number") return `<c r="${place}"${style}><f>${formula}</f><v>${value}</v></c>`;
    const text = escaped(String(value)).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    return `<c r="${place}"${style} t="str"><f>${formula}</f><v>${text}</v></c>`;
  });
}
