import clsx from "clsx";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import type { Locale } from "~/i18n/locale";
import { ScrollBox } from "~/ui";
import { columnAddress, type SheetContent } from "./content";
import type { FieldDefinition, SheetDefinition, TableDefinition } from "./definition";
import { CellNotes } from "./editor/CellNotes";
import { CellShow } from "./editor/CellShow";
import type { CellIo } from "./editor/cell-io";
import { GridHead } from "./editor/GridHead";
import { fieldGroups, isNumeric, tableLook } from "./editor/looks";
import { marksOf } from "./editor/marks";
import { placeRows } from "./editor/tree-rows";
import type { Evaluation } from "./evaluation";
import { SheetPicture } from "./SheetPicture";
import { SheetRecord } from "./SheetRecord";

export interface SheetViewProps {
  definition: SheetDefinition;
  content: SheetContent;
  evaluation: Evaluation;
  locale: Locale;
  /** ISO 4217. */
  currency: string;
  /** Shows what the checks found, at its place; on by default. */
  notes?: boolean;
  /** Shows the picture below. */
  picture?: boolean;
  /** `wall`: to be read from the last row of a classroom. `record`: one below the other, for narrow places beside something else. */
  size?: "page" | "wall" | "record";
}

/** A sheet to be read: beside a rubric, on the projector, on paper. On a phone its rows stand one below the other. */
export function SheetView({ definition, content, evaluation, locale, currency, notes = true, picture = false, size = "page" }: SheetViewProps) {
  const io: CellIo = useMemo(() => ({ locale, currency, today: "" }), [locale, currency]);
  const shown = useMemo(() => marksOf({ evaluation: notes ? evaluation : { ...evaluation, findings: [] }, comments: [], peers: [] }), [evaluation, notes]);
  const record = <SheetRecord definition={definition} content={content} computed={evaluation.computed} io={io} marks={shown} />;
  const drawn = picture && <SheetPicture definition={definition} content={content} evaluation={evaluation} locale={locale} currency={currency} />;
  if (size === "record") {
    return (
      <div className="grid gap-6">
        {record}
        {drawn}
      </div>
    );
  }
  return (
    <div className={clsx("sheet-view", size === "wall" && "sheet-wall")}>
      <div className="md:hidden print:hidden">{record}</div>
      <div className="grid gap-6 max-md:hidden print:grid">
        <Fields definition={definition} content={content} evaluation={evaluation} io={io} marks={shown} />
        {definition.tables.map((table) => (
          <TableView key={table.id} definition={definition} table={table} content={content} evaluation={evaluation} io={io} marks={shown} />
        ))}
      </div>
      {drawn && <div className="mt-6 break-inside-avoid">{drawn}</div>}
    </div>
  );
}

interface PartProps {
  definition: SheetDefinition;
  content: SheetContent;
  evaluation: Evaluation;
  io: CellIo;
  marks: ReturnType<typeof marksOf>;
}

function Fields({ definition, content, evaluation, io, marks }: PartProps) {
  const { t } = useTranslation("sheets");
  const one = (field: FieldDefinition) => (
    <div key={field.id} className={clsx("min-w-0 border-t border-line py-1.5", field.type === "long-text" && "col-span-full")}>
      <dt className="text-[0.8125em] leading-snug text-ink-soft">{pick(field.label, io.locale)}</dt>
      <dd className={clsx("min-w-0", field.formula !== undefined && "font-semibold")}>
        <CellShow cell={field} value={content.fields[field.id]} computed={evaluation.computed[field.id]} io={io} empty={t("cell.empty")} />
        <CellNotes marks={marks.at(field.id)} locale={io.locale} dense />
      </dd>
    </div>
  );
  return (
    <>
      {fieldGroups(definition).map((group) => {
        const title = definition.groups?.find(({ id }) => id === group.id)?.title;
        return (
          <section key={group.id ?? ""}>
            {title && <h3 className="mb-1 text-[1.125em]">{pick(title, io.locale)}</h3>}
            <dl className="sheet-facts">{group.fields.map(one)}</dl>
          </section>
        );
      })}
    </>
  );
}

function TableView({ definition, table, content, evaluation, io, marks }: PartProps & { table: TableDefinition }) {
  const { t } = useTranslation("sheets");
  const rows = placeRows(content.tables[table.id] ?? [], table.tree ?? false);
  const title = pick(table.title, io.locale);
  if (rows.length === 0) {
    return (
      <section>
        <h3 className="mb-1 text-[1.125em]">{title}</h3>
        <p className="text-ink-soft">{t("row.none", { name: pick(table.rowName, io.locale) })}</p>
      </section>
    );
  }
  const cell = (row: (typeof rows)[number]["row"], column: TableDefinition["columns"][number]) => {
    const address = columnAddress(table.id, row.id, column.id);
    return (
      <>
        <CellShow cell={column} value={row.cells[column.id]} computed={evaluation.computed[address]} io={io} />
        <CellNotes marks={marks.at(address)} locale={io.locale} dense />
      </>
    );
  };
  if (tableLook(definition, table) === "columns") {
    return (
      <section>
        <h3 className="mb-1 text-[1.125em]">{title}</h3>
        <ScrollBox label={title}>
          <table className="sheet-grid sheet-read">
            <thead>
              <tr>
                <td />
                {rows.map(({ row }) => (
                  <th key={row.id} scope="col">
                    <span className="text-ink">{fixedLabel(table, row.id, io)}</span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {table.columns.map((column) => (
                <tr key={column.id}>
                  <th scope="row" className="px-2.5 py-2 font-normal text-ink-soft">
                    {pick(column.label, io.locale)}
                  </th>
                  {rows.map(({ row }) => (
                    <td key={row.id} className={clsx("px-2.5 py-2", column.formula !== undefined && "sheet-computed")}>
                      {cell(row, column)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </ScrollBox>
      </section>
    );
  }
  return (
    <section>
      <h3 className="mb-1 text-[1.125em]">{title}</h3>
      <ScrollBox label={title}>
        <table className="sheet-grid sheet-read">
          <GridHead table={table} groups={definition.groups} io={io} plain />
          <tbody>
            {rows.map(({ row, depth, number }) => (
              <tr key={row.id}>
                <th scope="row" className="px-2 py-2 font-normal text-ink-soft tabular">
                  {table.fixed ? <span className="font-semibold text-ink">{fixedLabel(table, row.id, io)}</span> : number}
                  <CellNotes marks={marks.at(`${table.id}/${row.id}`)} locale={io.locale} dense />
                </th>
                {table.columns.map((column) => (
                  <td key={column.id} className={clsx("px-2.5 py-2", isNumeric(column) && "text-end", column.formula !== undefined && "sheet-computed", column.id === table.rowTitle && `sheet-step-${Math.min(depth, 4)}-pad`)}>
                    {cell(row, column)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

function fixedLabel(table: TableDefinition, row: string, io: CellIo): string {
  const fixed = table.fixed?.find(({ id }) => id === row);
  return fixed ? pick(fixed.label, io.locale) : "";
}
