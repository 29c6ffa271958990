import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import { type CellValue, columnAddress, type SheetContent } from "./content";
import type { CellDefinition, SheetDefinition, TableDefinition } from "./definition";
import { CellShow } from "./editor/CellShow";
import { CellNotes } from "./editor/CellNotes";
import type { CellIo } from "./editor/cell-io";
import type { CellMarks, Marks } from "./editor/marks";
import { nameOfRow } from "./editor/places";
import { placeRows } from "./editor/tree-rows";
import type { Evaluation } from "./evaluation";

export interface SheetRecordProps {
  definition: SheetDefinition;
  content: SheetContent;
  computed: Evaluation["computed"];
  io: CellIo;
  marks?: Marks;
}

/** A sheet to be read in a narrow place: each row with what is filled in, one below the other. Empty cells are left out. */
export function SheetRecord({ definition, content, computed, io, marks }: SheetRecordProps) {
  const fields = definition.fields.filter(({ id }) => content.fields[id] !== undefined || computed[id]);
  return (
    <div className="grid gap-5">
      {fields.length > 0 && <Facts cells={fields} valueOf={(cell) => content.fields[cell.id]} computedOf={(cell) => computed[cell.id]} notesOf={(cell) => marks?.at(cell.id)} io={io} />}
      {definition.tables.map((table) => (
        <TableRecord key={table.id} table={table} content={content} computed={computed} io={io} marks={marks} />
      ))}
    </div>
  );
}

function TableRecord({ table, content, computed, io, marks }: { table: TableDefinition } & Omit<SheetRecordProps, "definition">) {
  const { t } = useTranslation("sheets");
  const rows = placeRows(content.tables[table.id] ?? [], table.tree ?? false).filter(({ row }) => !table.fixed || Object.keys(row.cells).length > 0);
  return (
    <section>
      <h3 className="mb-1 text-sm text-ink-soft">{pick(table.title, io.locale)}</h3>
      {rows.length === 0 ? (
        <p className="text-sm text-ink-faint">{t("row.none", { name: pick(table.rowName, io.locale) })}</p>
      ) : (
        <ol className="divide-y divide-line border-y border-line">
          {rows.map(({ row, depth, number }) => (
            <li key={row.id} className={`py-3 sheet-step-${Math.min(depth, 4)}`}>
              <p className="flex gap-2 font-semibold">
                <span className="font-normal text-ink-faint tabular">{number}</span>
                <span className="min-w-0 break-words">{nameOfRow(table, row, io.locale) ?? t("row.unnamed", { number })}</span>
              </p>
              {marks && <CellNotes marks={marks.at(`${table.id}/${row.id}`)} locale={io.locale} />}
              <Facts
                cells={table.columns.filter(({ id }) => id !== table.rowTitle && (row.cells[id] !== undefined || computed[columnAddress(table.id, row.id, id)]))}
                valueOf={(cell) => row.cells[cell.id]}
                computedOf={(cell) => computed[columnAddress(table.id, row.id, cell.id)]}
                notesOf={(cell) => marks?.at(columnAddress(table.id, row.id, cell.id))}
                io={io}
              />
            </li>
          ))}
        </ol>
      )}
    </section>
  );
}

interface FactsProps {
  cells: readonly CellDefinition[];
  valueOf: (cell: CellDefinition) => CellValue | undefined;
  computedOf: (cell: CellDefinition) => Evaluation["computed"][string] | undefined;
  notesOf: (cell: CellDefinition) => CellMarks | undefined;
  io: CellIo;
}

function Facts({ cells, valueOf, computedOf, notesOf, io }: FactsProps) {
  return (
    <dl className="mt-1 grid gap-1 text-sm">
      {cells.map((cell) => {
        const notes = notesOf(cell);
        return (
          <div key={cell.id} className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-3">
            <dt className="leading-snug text-ink-soft">{pick(cell.label, io.locale)}</dt>
            <dd className="min-w-0 leading-snug">
              <CellShow cell={cell} value={valueOf(cell)} computed={computedOf(cell)} io={io} />
              {notes && <CellNotes marks={notes} locale={io.locale} dense />}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
