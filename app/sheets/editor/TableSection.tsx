import { Form } from "@remix-run/react";
import clsx from "clsx";
import Plus from "lucide-react/icons/plus";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import { buttonClass } from "~/ui";
import type { TableDefinition } from "../definition";
import { sheetPath } from "../paths";
import { Checklist } from "./Checklist";
import { useDesk } from "./desk";
import { Grid } from "./Grid";
import { tableLook } from "./looks";
import { roomFor } from "./places";
import { RowCards } from "./RowCards";
import { SideBySide } from "./SideBySide";
import { useOpenRow } from "./use-open-row";
import { useWide } from "./use-wide";

/** A table in the form that suits it: grid, side by side, checklist; on a phone cards. */
export function TableSection({ table }: { table: TableDefinition }) {
  const { screen, content, io } = useDesk();
  const wide = useWide();
  const titleId = useId();
  const look = tableLook(screen.definition, table);
  const rows = content.tables[table.id]?.length ?? 0;
  return (
    <section data-table={table.id} aria-labelledby={titleId} className="min-w-0 scroll-mt-20">
      <div className="sheet-still mb-3 flex flex-wrap items-baseline gap-x-4">
        <h2 id={titleId} className="text-lg">
          {pick(table.title, io.locale)}
          {!table.fixed && <span className="ms-2 text-sm font-normal text-ink-faint tabular">{rows}</span>}
        </h2>
        {table.hint && <p className="measure text-sm text-ink-soft">{pick(table.hint, io.locale)}</p>}
      </div>
      {look === "checklist" && <Checklist table={table} />}
      {look === "columns" && <SideBySide table={table} />}
      {look === "grid" && (
        <>
          {wide !== false && (
            <div className="max-md:hidden">
              <Grid table={table} />
            </div>
          )}
          {wide !== true && (
            <div className="md:hidden print:hidden">
              <RowCards table={table} />
            </div>
          )}
          {rows === 0 && <NoRows table={table} />}
          <AddRow table={table} rows={rows} />
        </>
      )}
    </section>
  );
}

function NoRows({ table }: { table: TableDefinition }) {
  const { t } = useTranslation("sheets");
  const { io } = useDesk();
  return <p className="sheet-still rounded-md border border-dashed border-line-strong px-4 py-6 text-center text-ink-soft">{t("row.none", { name: pick(table.rowName, io.locale) })}</p>;
}

/** Below the rows; on a phone it stays in reach of the thumb. */
function AddRow({ table, rows }: { table: TableDefinition; rows: number }) {
  const { t } = useTranslation("sheets");
  const { screen, acts, store, writable, fillable, io } = useDesk();
  const openRow = useOpenRow();
  if (table.fixed || !fillable) return null;
  const room = roomFor(table, rows);
  if (room === 0) return <p className="sheet-still mt-3 text-sm text-ink-soft">{t("row.noRoom")}</p>;
  const label = t("row.add", { name: pick(table.rowName, io.locale) });
  const className = buttonClass("secondary", "md", "max-md:w-full");
  if (!store) {
    return (
      <Form method="post" action={sheetPath(screen.id)} className="sheet-still mt-3" data-print="no">
        <input type="hidden" name="version" value={screen.version} />
        <input type="hidden" name="table" value={table.id} />
        <button name="intent" value="add-row" className={className}>
          <Plus aria-hidden className="size-4.5" />
          {label}
        </button>
      </Form>
    );
  }
  const add = (): void => {
    const id = acts.addRow(table.id);
    if (id !== null) openRow(table.id, id);
  };
  return (
    <div className={clsx("sheet-still mt-3")} data-print="no">
      <button type="button" onClick={add} disabled={!writable} className={className}>
        <Plus aria-hidden className="size-4.5" />
        {label}
      </button>
    </div>
  );
}
