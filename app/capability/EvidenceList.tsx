import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Disclosure, Table } from "~/ui";
import type { FigureRow } from "./figure-page.view.server";

/** A row with the address of what it comes from; null where that is not open to the reader. */
export type LinkedRow = FigureRow & { path: string | null };

/** The rows of a figure, source by source, the newest first: what each source adds, and on demand every row with its factors. */
export function EvidenceList({ rows, locale, timeZone }: { rows: readonly LinkedRow[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("capability");
  const sources = new Map<string, LinkedRow[]>();
  for (const row of rows) sources.set(row.entryId, [...(sources.get(row.entryId) ?? []), row]);
  if (sources.size === 0) return <p className="px-4 pb-4 text-ink-soft sm:px-5">{t("row.none")}</p>;
  return (
    <ul className="divide-y divide-line border-t border-line">
      {[...sources.values()].map((own) => (
        <SourceItem key={own[0]!.entryId} rows={own} locale={locale} timeZone={timeZone} />
      ))}
    </ul>
  );
}

function SourceItem({ rows, locale, timeZone }: { rows: readonly LinkedRow[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("capability");
  const first = rows[0]!;
  const where = [t(`kind.${first.kind}`), first.chapterNumber === null ? null : t("chapter", { number: first.chapterNumber })].filter((part) => part !== null).join(t("dot"));
  const facts = [
    formatDate(first.observedAt, { locale, timeZone, style: "date" }),
    first.by === null ? t(`view.${first.view}`) : t("row.by", { view: t(`view.${first.view}`), name: first.by }),
    first.corrections > 0 ? t("row.corrected", { count: first.corrections }) : null,
  ].filter((part) => part !== null);
  const sum = (of: (row: LinkedRow) => number) => rows.reduce((total, row) => total + of(row), 0).toFixed(3);
  return (
    <li className="px-4 py-2 sm:px-5">
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <div className="min-w-0">
          {first.path === null ? (
            <span className="inline-flex min-h-11 items-center font-semibold">{where}</span>
          ) : (
            <Link to={first.path} className="inline-flex min-h-11 items-center font-semibold text-pine underline underline-offset-4">
              {where}
            </Link>
          )}
          <p className="text-sm text-ink-soft">{facts.join(t("dot"))}</p>
        </div>
        <p className="text-sm tabular">
          {t("row.adds", { up: sum((row) => row.up), down: sum((row) => row.down) })}
          {first.path === null && first.kind !== "self-rating" && <span className="ms-3 text-ink-soft">{t("row.closed")}</span>}
        </p>
      </div>
      <Disclosure summary={<span className="text-sm">{t("row.count", { count: rows.length })}</span>} name={t("row.countOf", { what: where, count: rows.length })}>
        <div className="-mx-4 pb-2 sm:-mx-5">
          <RowTable caption={`${where}${t("dot")}${facts[0] ?? ""}`} rows={rows} locale={locale} />
        </div>
      </Disclosure>
    </li>
  );
}

function RowTable({ caption, rows, locale }: { caption: string; rows: readonly LinkedRow[]; locale: Locale }) {
  const { t } = useTranslation("capability");
  const titleOf = (row: LinkedRow): string => (row.label ? pick(row.label, locale) : row.kind === "quiz-item" ? t("row.question", { item: row.item }) : row.kind === "self-rating" ? t("row.level") : row.item === "accepted" ? t("row.accepted") : row.item);
  return (
    <Table
      caption={caption}
      cards
      rows={rows}
      rowKey={(row) => row.item}
      columns={[
        { key: "what", header: t("row.what"), className: "min-w-48", cell: titleOf },
        { key: "share", header: t("row.share"), align: "end", cell: (row) => row.share.toFixed(2) },
        { key: "weight", header: t("row.weight"), align: "end", cell: (row) => row.weight },
        { key: "cap", header: t("row.cap"), align: "end", cell: (row) => `× ${row.capped.toFixed(2)}` },
        { key: "decay", header: t("row.decay"), align: "end", className: "whitespace-nowrap", cell: (row) => `${t("row.days", { count: Math.floor(row.ageDays) })} × ${row.decay.toFixed(2)}` },
        { key: "difficulty", header: t("row.difficulty"), align: "end", className: "whitespace-nowrap", cell: (row) => `× ${row.forShown.toFixed(2)} / × ${row.forMissed.toFixed(2)}` },
        { key: "up", header: t("row.up"), align: "end", cell: (row) => row.up.toFixed(3) },
        { key: "down", header: t("row.down"), align: "end", cell: (row) => row.down.toFixed(3) },
      ]}
    />
  );
}
