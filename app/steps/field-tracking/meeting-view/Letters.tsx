import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { formatMoney, receivablePath, RECEIVABLES_PATH } from "~/deals";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { Badge, Card, Table } from "~/ui";
import type { DueLetter } from "../due-letters.server";

/** Letters to customers that should go out now, from finance to finance. */
export function Letters({ letters, total, locale }: { letters: readonly DueLetter[]; total: number; locale: Locale }) {
  const { t } = useTranslation("field");
  const day = (iso: string): string => formatDate(`${iso}T00:00:00Z`, { locale, timeZone: "UTC", style: "short-date" });
  return (
    <Card look="flush" level={2} title={t("meeting.letters")}>
      <Table
        caption={t("meeting.letters")}
        cards
        footer={total > letters.length ? <Link to={RECEIVABLES_PATH} className="inline-flex min-h-11 items-center underline underline-offset-4">{t("meeting.moreLetters", { count: total - letters.length })}</Link> : undefined}
        rows={letters}
        rowKey={(row) => row.id}
        columns={[
          { key: "customer", header: t("meeting.customer"), cell: (row) => row.accountName },
          {
            key: "invoice",
            header: t("meeting.invoice"),
            cell: (row) => (
              <Link to={receivablePath(row.id)} className="-my-2 inline-flex min-h-9 items-center underline underline-offset-4 hover:text-pine coarse:min-h-11">
                {row.number}
              </Link>
            ),
          },
          { key: "open", header: t("meeting.openAmount"), align: "end", cell: (row) => formatMoney({ minor: row.openMinor, currency: row.currency }, locale) },
          { key: "owner", header: t("meeting.owner"), cell: (row) => personName({ name: row.ownerName, nameLatin: row.ownerLatin }, locale) },
          {
            key: "letter",
            header: t("meeting.nextLetter"),
            cell: (row) => (
              <>
                {t(`meeting.letter.${row.letterDue.letter}`)} <span className="text-ink-soft tabular">{t("meeting.letterSince", { day: day(row.letterDue.since) })}</span>{" "}
                {row.overdue > 0 && <Badge tone="danger">{t("meeting.overdue", { count: row.overdue })}</Badge>}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}
