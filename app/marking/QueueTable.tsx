import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, type Column, Table } from "~/ui";
import type { QueueLine } from "./queue-page.view.server";

interface Props {
  lines: readonly QueueLine[];
  /** Whether the list covers more than one cohort, so that each must be named. */
  manyCohorts: boolean;
  locale: Locale;
  timeZone: string;
}

/** What waits, a line each; cards on a phone. */
export function QueueTable({ lines, manyCohorts, locale, timeZone }: Props) {
  const { t } = useTranslation("marking");
  const when = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date-time" });
  const columns: Column<QueueLine>[] = [
    {
      key: "who",
      header: t("who"),
      cell: (line) => (
        <span className="grid">
          <Link to={line.path} className="inline-flex min-h-11 items-center font-semibold text-pine underline underline-offset-4">
            {line.title}
          </Link>
          {line.claim && <ClaimedBy claim={line.claim} until={formatDate(line.claim.until, { locale, timeZone, style: "time" })} />}
        </span>
      ),
    },
    { key: "kind", header: t("filter.kind"), cell: (line) => <Badge>{t(`kind.${line.kind}`)}</Badge> },
    { key: "task", header: t("task"), cell: (line) => <span className="line-clamp-2 max-w-80">{line.task && pick(line.task, locale)}</span>, wideOnly: true },
    { key: "chapter", header: t("chapter"), cell: (line) => pick(line.chapterTitle, locale) },
    ...(manyCohorts ? [{ key: "cohort", header: t("cohort"), cell: (line: QueueLine) => line.cohortName }] : []),
    { key: "blocked", header: t("blocked"), align: "end", cell: (line) => line.blockedCount },
    { key: "waiting", header: t("handedIn"), cell: (line) => <span className="whitespace-nowrap tabular">{when(line.waitingSince)}</span> },
    {
      key: "due",
      header: t("due"),
      cell: (line) =>
        line.dueAt && (
          <span className="whitespace-nowrap tabular">
            {formatDate(line.dueAt, { locale, timeZone, style: "short-date" })} {line.late && <Badge tone="danger">{t("overdue")}</Badge>}
          </span>
        ),
    },
  ];
  return <Table caption={t("title")} cards rows={lines} rowKey={(line) => line.id} columns={columns} />;
}

function ClaimedBy({ claim, until }: { claim: NonNullable<QueueLine["claim"]>; until: string }) {
  const { t } = useTranslation("marking");
  return <span className="text-xs text-ink-soft tabular">{claim.mine ? t("claim.mineShort", { until }) : t("claim.othersShort", { name: claim.name, until })}</span>;
}
