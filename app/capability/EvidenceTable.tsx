import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Table } from "~/ui";
import type { FigureRow } from "./figure-page.view.server";

/** A row with the address of what it comes from; null where that is not open to the reader. */
export type LinkedRow = FigureRow & { path: string | null };

/** The rows of a figure, each with its factors and what it adds. */
export function EvidenceTable({ caption, rows, locale, timeZone }: { caption: string; rows: readonly LinkedRow[]; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("capability");
  const titleOf = (row: LinkedRow): string => (row.label ? pick(row.label, locale) : row.kind === "quiz-item" ? t("row.question", { item: row.item }) : row.kind === "self-rating" ? t("row.level") : row.item === "accepted" ? t("row.accepted") : row.item);
  return (
    <Table
      caption={caption}
      cards
      rows={rows}
      rowKey={(row) => `${row.entryId} ${row.item}`}
      empty={<p className="px-4 pb-4 text-ink-soft sm:px-5">{t("row.none")}</p>}
      columns={[
        { key: "what", header: t("row.what"), className: "min-w-56", cell: (row) => <Evidence row={row} title={titleOf(row)} locale={locale} timeZone={timeZone} /> },
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

function Evidence({ row, title, locale, timeZone }: { row: LinkedRow; title: string; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("capability");
  const where = [t(`kind.${row.kind}`), row.chapterNumber === null ? null : t("chapter", { number: row.chapterNumber })].filter((part) => part !== null).join(" · ");
  const when = formatDate(row.observedAt, { locale, timeZone, style: "date" });
  return (
    <span className="block font-normal">
      <span className="block">{title}</span>
      <span className="block text-ink-soft">
        {where} · {when}
      </span>
      <span className="block text-ink-soft">
        {row.by === null ? t(`view.${row.view}`) : t("row.by", { view: t(`view.${row.view}`), name: row.by })}
        {row.corrections > 0 && ` · ${t("row.corrected", { count: row.corrections })}`}
      </span>
      {row.kind !== "self-rating" &&
        (row.path === null ? (
          <span className="text-ink-soft">{t("row.closed")}</span>
        ) : (
          <Link to={row.path} aria-label={t("row.openNamed", { what: `${title}, ${where}` })} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
            {t("row.open")}
          </Link>
        ))}
    </span>
  );
}
