import clsx from "clsx";
import { pick } from "~/i18n/pick";
import { columnAddress } from "../content";
import type { TableDefinition } from "../definition";
import { useDesk } from "./desk";
import { CellNotes } from "./CellNotes";
import { FormCell } from "./FormCell";
import { PlainForm } from "./PlainForm";

/** Fixed rows one after the other, each with all that is to be said about it: choices in view, large enough for a finger. */
export function Checklist({ table }: { table: TableDefinition }) {
  const { content, io, marks } = useDesk();
  return (
    <PlainForm scope={table.id}>
      <ol className="grid gap-3">
        {(table.fixed ?? []).map((fixed, at) => {
          const row = content.tables[table.id]?.find(({ id }) => id === fixed.id);
          return (
            <li key={fixed.id} data-row={fixed.id} className="grid gap-x-8 gap-y-4 rounded-lg border border-line bg-surface px-4 py-4 xl:grid-cols-[minmax(11rem,15rem)_minmax(0,1fr)]">
              <div className="flex min-w-0 gap-3">
                <span className="text-base leading-snug text-ink-faint tabular">{at + 1}</span>
                <div className="min-w-0">
                  <h3 className="text-base leading-snug">{pick(fixed.label, io.locale)}</h3>
                  {fixed.hint && <p className="mt-1 text-sm leading-snug text-ink-soft">{pick(fixed.hint, io.locale)}</p>}
                  <CellNotes marks={marks.at(`${table.id}/${fixed.id}`)} locale={io.locale} />
                </div>
              </div>
              <div className="sheet-fields min-w-0 content-start">
                {table.columns.map((column) => (
                  <FormCell
                    key={column.id}
                    cell={column}
                    address={columnAddress(table.id, fixed.id, column.id)}
                    value={row?.cells[column.id]}
                    inline
                    className={clsx((column.type === "choice" || column.type === "choices" || column.type === "rating") && "sheet-broad")}
                  />
                ))}
              </div>
            </li>
          );
        })}
      </ol>
    </PlainForm>
  );
}
