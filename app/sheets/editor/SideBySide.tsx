import clsx from "clsx";
import { pick } from "~/i18n/pick";
import { columnAddress } from "../content";
import type { TableDefinition } from "../definition";
import { CellNotes } from "./CellNotes";
import { useDesk } from "./desk";
import { FormCell } from "./FormCell";
import { PlainForm } from "./PlainForm";

const WIDTHS: Record<number, string> = { 1: "", 2: "lg:grid-cols-2", 3: "lg:grid-cols-3", 4: "lg:grid-cols-2 2xl:grid-cols-4" };

/** A few fixed rows as columns beside one another, to be compared: options, quadrants. What belongs together stands on one line. */
export function SideBySide({ table }: { table: TableDefinition }) {
  const { content, io, marks } = useDesk();
  const fixed = table.fixed ?? [];
  return (
    <PlainForm scope={table.id}>
      <div className={clsx("grid gap-4", WIDTHS[fixed.length])}>
        {fixed.map((one) => {
          const row = content.tables[table.id]?.find(({ id }) => id === one.id);
          return (
            <section key={one.id} data-row={one.id} className="grid min-w-0 content-start gap-4 rounded-lg border border-line bg-surface p-4">
              <div className="border-b border-line pb-3">
                <h3 className="text-lg leading-snug">{pick(one.label, io.locale)}</h3>
                {one.hint && <p className="mt-1 text-sm leading-snug text-ink-soft">{pick(one.hint, io.locale)}</p>}
                <CellNotes marks={marks.at(`${table.id}/${one.id}`)} locale={io.locale} />
              </div>
              {table.columns.map((column) => (
                <FormCell key={column.id} cell={column} address={columnAddress(table.id, one.id, column.id)} value={row?.cells[column.id]} inline />
              ))}
            </section>
          );
        })}
      </div>
    </PlainForm>
  );
}
