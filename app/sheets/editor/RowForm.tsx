import { Link } from "@remix-run/react";
import ArrowLeft from "lucide-react/icons/arrow-left";
import ChevronLeft from "lucide-react/icons/chevron-left";
import ChevronRight from "lucide-react/icons/chevron-right";
import MessageSquarePlus from "lucide-react/icons/message-square-plus";
import Plus from "lucide-react/icons/plus";
import Trash2 from "lucide-react/icons/trash-2";
import { type ReactNode, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { pick } from "~/i18n/pick";
import { Button, buttonClass, SubmitButton } from "~/ui";
import { columnAddress, type SheetRow } from "../content";
import type { ColumnDefinition, TableDefinition } from "../definition";
import { CellNotes } from "./CellNotes";
import { useDesk } from "./desk";
import { FormCell } from "./FormCell";
import { headerGroups } from "./looks";
import { nameOfRow, neighboursOf, roomFor, rowAddress, spotOf } from "./places";
import { PlainForm } from "./PlainForm";
import { useOpenRow } from "./use-open-row";

/** One row as a form over the whole window: large fields, the rows before and after it, a further row. */
export function RowForm({ address }: { address: string }) {
  const { t } = useTranslation("sheets");
  const { screen, content, marks, rowHref, io } = useDesk();
  const heading = useRef<HTMLHeadingElement>(null);
  const spot = spotOf(screen.definition, address);
  const table = spot && "table" in spot ? spot.table : null;
  const rowId = spot?.kind === "row" ? spot.row : null;
  const row = table && content.tables[table.id]?.find(({ id }) => id === rowId);
  useEffect(() => {
    scrollTo({ top: 0 });
    heading.current?.focus({ preventScroll: true });
  }, [address]);
  if (!table || !row) {
    return (
      <div className="mx-auto max-w-2xl px-4 py-8">
        <p className="mb-4">{t("row.gone")}</p>
        <Link to={rowHref(null)} className={buttonClass("secondary")}>
          {t("row.back")}
        </Link>
      </div>
    );
  }
  const place = neighboursOf(screen.definition, content, address);
  const number = place?.number ?? 1;
  return (
    <div className="mx-auto max-w-2xl px-4 pt-3 pb-28 sm:px-6">
      <div className="flex items-center justify-between gap-3">
        <Link to={rowHref(null)} preventScrollReset className="-ms-2 inline-flex min-h-11 items-center gap-1.5 rounded-md px-2 text-pine">
          <ArrowLeft aria-hidden className="size-5" />
          {pick(table.title, io.locale)}
        </Link>
        {place && <span className="text-sm text-ink-soft tabular">{t("row.of", { number: place.number, count: place.count })}</span>}
      </div>
      <h2 ref={heading} tabIndex={-1} className="mt-1 text-xl break-words">
        {nameOfRow(table, row, io.locale) ?? t("row.new", { name: pick(table.rowName, io.locale) })}
      </h2>
      <CellNotes marks={marks.at(rowAddress(table.id, row.id))} locale={io.locale} />
      <PlainForm scope={address} row={address} buttons={<PlainButtons previous={place?.previous ?? null} next={place?.next ?? null} removable={!table.fixed} />}>
        <div className="mt-5 grid gap-6">
          {sections(table).map(({ group, columns }, at) => (
            <Section key={at} table={table} row={row} group={group} columns={columns} />
          ))}
        </div>
      </PlainForm>
      <RowActs table={table} row={row} number={number} />
      <Foot table={table} previous={place?.previous ?? null} next={place?.next ?? null} />
    </div>
  );
}

function sections(table: TableDefinition): { group: string | null; columns: ColumnDefinition[] }[] {
  let from = 0;
  return (headerGroups(table.columns) ?? [{ group: null, span: table.columns.length }]).map(({ group, span }) => ({ group, columns: table.columns.slice(from, (from += span)) }));
}

function Section({ table, row, group, columns }: { table: TableDefinition; row: SheetRow; group: string | null; columns: readonly ColumnDefinition[] }) {
  const { screen, io } = useDesk();
  const title = screen.definition.groups?.find(({ id }) => id === group)?.title;
  return (
    <section className="grid gap-6">
      {title && <h3 className="border-b border-line pb-1 text-base text-ink-soft">{pick(title, io.locale)}</h3>}
      {columns.map((column) => (
        <FormCell key={column.id} cell={column} address={columnAddress(table.id, row.id, column.id)} value={row.cells[column.id]} />
      ))}
    </section>
  );
}

/** Without scripts: save, and go on. */
function PlainButtons({ previous, next, removable }: { previous: string | null; next: string | null; removable: boolean }): ReactNode {
  const { t } = useTranslation("sheets");
  return (
    <>
      <SubmitButton name="intent" value="save">
        {t("plain.save")}
      </SubmitButton>
      {next && (
        <Button name="intent" value={`save:${next}`}>
          {t("plain.saveNext")}
        </Button>
      )}
      {previous && (
        <Button name="intent" value={`save:${previous}`}>
          {t("plain.savePrevious")}
        </Button>
      )}
      {removable && (
        <Button name="intent" value="remove-row" variant="quiet">
          {t("row.remove")}
        </Button>
      )}
    </>
  );
}

function RowActs({ table, row, number }: { table: TableDefinition; row: SheetRow; number: number }) {
  const { t } = useTranslation("sheets");
  const { screen, acts, store, writable, io } = useDesk();
  const openRow = useOpenRow();
  if (!store) return null;
  const move = (to: "up" | "down"): void => acts.moveRow(table.id, row.id, to);
  const remove = (): void => {
    const place = neighboursOf(screen.definition, store.content(), rowAddress(table.id, row.id));
    acts.removeRow(table.id, row.id);
    acts.say(t("row.removed", { count: 1 }));
    const stays = place?.next ?? place?.previous;
    if (stays) openRow(table.id, stays.slice(table.id.length + 1));
  };
  return (
    <div className="mt-8 flex flex-wrap gap-2 border-t border-line pt-4">
      {screen.right !== "read" && (
        <Button type="button" size="sm" variant="quiet" icon={<MessageSquarePlus aria-hidden className="size-4.5" />} onClick={() => acts.openPanel("comments", rowAddress(table.id, row.id))}>
          {t("row.comment")}
        </Button>
      )}
      {writable && !table.fixed && (
        <>
          <Button type="button" size="sm" variant="quiet" disabled={number === 1} onClick={() => move("up")}>
            {t("row.up")}
          </Button>
          <Button type="button" size="sm" variant="quiet" onClick={() => move("down")}>
            {t("row.down")}
          </Button>
          <Button type="button" size="sm" variant="quiet" icon={<Trash2 aria-hidden className="size-4.5" />} onClick={remove} aria-label={t("row.removeNamed", { name: nameOfRow(table, row, io.locale) ?? String(number) })}>
            {t("row.remove")}
          </Button>
        </>
      )}
    </div>
  );
}

/** Within reach of the thumb: back and on through the rows, and one more. */
function Foot({ table, previous, next }: { table: TableDefinition; previous: string | null; next: string | null }) {
  const { t } = useTranslation("sheets");
  const { content, rowHref, acts, store, writable, io } = useDesk();
  const openRow = useOpenRow();
  const add = (): void => {
    const id = acts.addRow(table.id);
    if (id !== null) openRow(table.id, id);
  };
  const step = (to: string | null, label: string, icon: ReactNode) =>
    to ? (
      <Link to={rowHref(to)} replace preventScrollReset aria-label={label} className={buttonClass("secondary", "md", "min-w-14")}>
        {icon}
      </Link>
    ) : (
      <span aria-hidden className={buttonClass("secondary", "md", "min-w-14 opacity-40")}>
        {icon}
      </span>
    );
  return (
    <nav aria-label={t("row.nav")} data-print="no" className="fixed inset-x-0 bottom-0 z-20 border-t border-line bg-surface pb-[env(safe-area-inset-bottom)]">
      <div className="mx-auto flex max-w-2xl items-center justify-between gap-3 px-4 py-2.5 sm:px-6">
        {step(previous, t("row.previous"), <ChevronLeft aria-hidden className="size-5" />)}
        {store && writable && !table.fixed && roomFor(table, content.tables[table.id]?.length ?? 0) > 0 ? (
          <Button type="button" onClick={add} icon={<Plus aria-hidden className="size-4.5" />} className="min-w-0 flex-1">
            <span className="truncate">{t("row.add", { name: pick(table.rowName, io.locale) })}</span>
          </Button>
        ) : (
          <span className="flex-1" />
        )}
        {step(next, t("row.next"), <ChevronRight aria-hidden className="size-5" />)}
      </div>
    </nav>
  );
}
