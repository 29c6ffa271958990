import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { type Competency, figurePath } from "~/capability";
import { personName } from "~/cohorts";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, Card, EmptyState, Table } from "~/ui";
import type { PersonStanding } from "./people-of.view.server";
import { READY_AT, type Standing } from "./ready";

const TONES: Record<Standing, "pine" | "danger" | "mist" | "neutral"> = { ready: "pine", "not-ready": "danger", unsure: "mist", none: "neutral" };

/** People by where they stand, then by name. The interval is shown as it is; nobody is ranked by it. */
export function PeopleList({ people, competency, locale, timeZone }: { people: readonly PersonStanding[]; competency: Competency; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("dashboards");
  if (people.length === 0) return <EmptyState title={t("people.none")}>{t("people.noneText")}</EmptyState>;
  return (
    <Card look="flush">
      <Table
        caption={t("people.title")}
        cards
        rows={people}
        rowKey={(row) => row.personId}
        columns={[
          {
            key: "name",
            header: t("people.name"),
            cell: (row) => (
              <Link to={figurePath(row.personId, competency)} className="-my-2 inline-flex min-h-11 items-center text-pine underline underline-offset-4" aria-label={t("people.evidenceOf", { name: personName(row, locale) })}>
                {personName(row, locale)}
              </Link>
            ),
          },
          { key: "team", header: t("team"), cell: (row) => pick(row.team, locale) },
          { key: "standing", header: t("people.stands"), cell: (row) => <Badge tone={TONES[row.standing]}>{t(`people.standing.${row.standing}`)}</Badge> },
          { key: "interval", header: t("people.interval"), cell: (row) => (row.interval ? <Interval {...row.interval} /> : <span className="text-ink-soft">{t("people.needs", { n: rounded(row.n), needed: row.needed })}</span>) },
          { key: "n", header: t("people.n"), align: "end", cell: (row) => rounded(row.n) },
          { key: "newest", header: t("people.newest"), cell: (row) => (row.newestAt ? formatDate(row.newestAt, { locale, timeZone, style: "date" }) : "–") },
        ]}
      />
    </Card>
  );
}

function rounded(n: number): string {
  return n.toFixed(1);
}

/** The 80 % interval as a stroke on the scale from 0 to 1, with the line of being ready, and in numbers. */
function Interval({ low, high }: { low: number; high: number }) {
  const { t } = useTranslation("dashboards");
  const x = (share: number) => `${share * 100}%`;
  return (
    <span className="flex items-center gap-3 max-sm:justify-end">
      <svg aria-hidden className="h-4 w-24 shrink-0">
        <line x1="0" x2="100%" y1="8" y2="8" className="stroke-line" strokeWidth="2" />
        <line x1={x(READY_AT)} x2={x(READY_AT)} y1="1" y2="15" className="stroke-ink" strokeWidth="1.5" />
        <line x1={x(low)} x2={x(high)} y1="8" y2="8" className="stroke-pine" strokeWidth="5" strokeLinecap="round" />
      </svg>
      <span className="tabular">{t("people.between", { low: Math.round(low * 100), high: Math.round(high * 100) })}</span>
    </span>
  );
}
