import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, Button, ButtonLink, Card, EmptyState, FilterFields, PageHeader, Select, Table } from "~/ui";
import { plainStem } from "../attempt/stem";
import type { MarkingOverview, WaitingAnswer } from "../marking-overview.view.server";
import { bankPath, markingOf } from "../paths";

export interface OverviewPageProps {
  overview: MarkingOverview;
  cohortId: string | null;
  locale: Locale;
  timeZone: string;
  now: Date;
}

/** What waits for marks in all cohorts within reach: who has waited longest stands first. */
export function OverviewPage({ overview, cohortId, locale, timeZone, now }: OverviewPageProps) {
  const { t } = useTranslation(["marking", "quiz"]);
  const { lines, cohorts, total } = overview;
  const when = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date-time" });
  const [first] = lines;
  const chapters = [...new Map(lines.map((line) => [line.chapterSlug, line.chapterTitle]))];
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={total > 0 && t("lead", { count: total })}
        actions={
          first && (
            <ButtonLink to={markingOf(first.cohortId, first)} variant="primary">
              {t("begin")}
            </ButtonLink>
          )
        }
      />
      {cohorts.length > 1 && (
        <Form role="search">
          <FilterFields>
            <Select label={t("cohort")} name="cohort" defaultValue={cohortId ?? ""} placeholder={t("anyCohort")} options={cohorts.map(({ id, name, waiting }) => ({ value: id, label: t("cohortOption", { name, count: waiting }) }))} className="w-72 max-sm:w-full" />
            <Button variant="secondary">{t("show")}</Button>
          </FilterFields>
        </Form>
      )}
      {lines.length === 0 ? (
        <EmptyState title={t("none")}>{t("noneText")}</EmptyState>
      ) : (
        <Card look="flush">
          <Table
            caption={t("title")}
            cards
            rows={lines}
            rowKey={(line) => `${line.attemptId}.${line.position}`}
            columns={[
              { key: "learner", header: t("learner"), cell: (line) => <LineLink line={line} /> },
              { key: "question", header: t("question"), cell: (line) => <span className="line-clamp-2 max-w-96">{plainStem(pick(line.stem, locale))}</span>, wideOnly: true },
              { key: "chapter", header: t("chapter"), cell: (line) => pick(line.chapterTitle, locale) },
              { key: "cohort", header: t("cohort"), cell: (line) => line.cohortName },
              { key: "handedIn", header: t("handedIn"), cell: (line) => <span className="whitespace-nowrap tabular">{when(line.submittedAt)}</span> },
              {
                key: "due",
                header: t("due"),
                cell: (line) => (
                  <span className="whitespace-nowrap tabular">
                    {formatDate(line.dueAt, { locale, timeZone, style: "short-date" })} {line.dueAt < now && <Badge tone="danger">{t("overdue")}</Badge>}
                  </span>
                ),
              },
            ]}
          />
        </Card>
      )}
      {chapters.length > 0 && (
        <p className="mt-4 flex flex-wrap gap-x-5 text-sm">
          {chapters.map(([slug, title]) => (
            <Link key={slug} to={bankPath(slug)} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
              {t("bank.title", { chapter: pick(title, locale) })}
            </Link>
          ))}
        </p>
      )}
    </>
  );
}

function LineLink({ line }: { line: WaitingAnswer }) {
  return (
    <Link to={markingOf(line.cohortId, line)} className="inline-flex min-h-11 items-center font-semibold text-pine underline underline-offset-4">
      {line.learner}
    </Link>
  );
}
