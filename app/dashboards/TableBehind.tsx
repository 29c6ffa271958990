import { useTranslation } from "react-i18next";
import { Disclosure, Table } from "~/ui";
import type { FigureTable } from "./figure-table";

/** The numbers of a picture as a table, on demand. */
export function TableBehind({ table, open }: { table: FigureTable; open?: boolean }) {
  const { t } = useTranslation("dashboards");
  return (
    <Disclosure summary={t("table")} name={t("tableOf", { title: table.title })} open={open} className="mt-2 text-sm text-ink-soft">
      <FigureRows table={table} />
    </Disclosure>
  );
}

export function FigureRows({ table }: { table: FigureTable }) {
  const { t } = useTranslation("dashboards");
  const rows = table.rows.map((cells, at) => ({ at, cells }));
  return (
    <Table
      caption={table.title}
      rows={rows}
      rowKey={({ at }) => String(at)}
      empty={<p>{t("nothing")}</p>}
      columns={table.columns.map((header, at) => ({ key: String(at), header, align: rows.some(({ cells }) => typeof cells[at] === "number") ? ("end" as const) : ("start" as const), className: at === 0 ? "whitespace-nowrap text-ink" : "whitespace-nowrap", cell: ({ cells }: { cells: FigureTable["rows"][number] }) => cells[at] ?? "–" }))}
    />
  );
}
