import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import { daysBetween, formatDate } from "~/i18n/dates";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { Badge, Card, EmptyState, ExportLinks, FilterFields, PageHeader, Pagination, Select, SubmitButton, Table } from "~/ui";
import { LeadTabs } from "./LeadFrame";
import type { OverdueStep } from "./overdue.view.server";
import { overdueExportPath, overduePath } from "./paths";

interface Name {
  name: string;
  nameLatin: string | null;
}

/** A use in the field that its manager lets lie, as field tracking tells it. */
export interface OverdueUse {
  applicationId: string;
  managers: readonly Name[];
  learner: Name;
  team: Bilingual;
  dealTitle: string;
  tool: Bilingual;
  dueAt: Date;
  remindedAt: Date | null;
  escalatedAt: Date | null;
  /** Where whoever reads this may answer in the manager's place; null: they may not. */
  answer: string | null;
}

export interface OverdueScreenProps {
  steps: readonly OverdueStep[];
  total: number;
  page: number;
  pageSize: number;
  uses: readonly OverdueUse[];
  teams: readonly { id: string; name: Bilingual; depth: number }[];
  team: string | null;
  locale: Locale;
  timeZone: string;
  now: Date;
}

/** What learners wait for past its deadline: by whom, since when, and what gets it going. */
export function OverdueScreen({ steps, total, page, pageSize, uses, teams, team, locale, timeZone, now }: OverdueScreenProps) {
  const { t } = useTranslation("dashboards");
  const names = (people: readonly Name[], party: string): string => (people.length > 0 ? new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en", { type: "disjunction" }).format(people.map((person) => personName(person, locale))) : t(`waits.${party}`));
  const since = (dueAt: Date) => <Since dueAt={dueAt} locale={locale} timeZone={timeZone} now={now} />;
  return (
    <>
      <PageHeader title={t("overdue.title")} lead={t("overdue.lead")} />
      <LeadTabs team={team} at={null} />
      <div className="mb-4 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <Form data-print="no">
          <FilterFields>
            <Select key={team} label={t("part")} name="team" defaultValue={team ?? ""} placeholder={t("partAll")} options={teams.map((one) => ({ value: one.id, label: `${"\u2003".repeat(one.depth)}${pick(one.name, locale)}` }))} className="w-60 max-sm:w-full" />
            <SubmitButton variant="secondary">{t("show")}</SubmitButton>
          </FilterFields>
        </Form>
        <ExportLinks to={(format) => overdueExportPath(format, team)} />
      </div>
      {total + uses.length === 0 ? (
        <EmptyState title={t("overdue.none")}>{t("overdue.noneText")}</EmptyState>
      ) : (
        <div className="grid grid-cols-[minmax(0,1fr)] gap-6">
          {uses.length > 0 && (
            <Card look="flush" title={t("overdue.uses")} aside={<span className="text-sm text-ink-soft tabular">{uses.length}</span>}>
              <Table
                caption={t("overdue.uses")}
                cards
                rows={uses}
                rowKey={({ applicationId }) => applicationId}
                columns={[
                  { key: "for", header: t("overdue.waitsFor"), cell: (row) => names(row.managers, "manager") },
                  { key: "who", header: t("overdue.who"), cell: (row) => <Who learner={row.learner} team={row.team} locale={locale} /> },
                  { key: "what", header: t("overdue.what"), cell: (row) => t("overdue.use", { tool: pick(row.tool, locale), deal: row.dealTitle }) },
                  { key: "since", header: t("overdue.since"), cell: (row) => since(row.dueAt) },
                  { key: "next", header: t("overdue.next"), className: "sm:max-w-sm", cell: (row) => <NextOfUse use={row} locale={locale} timeZone={timeZone} /> },
                ]}
              />
            </Card>
          )}
          {total > 0 && (
            <section aria-label={t("overdue.steps")}>
              <Card look="flush" title={t("overdue.steps")} aside={<span className="text-sm text-ink-soft tabular">{total}</span>}>
                <Table
                  caption={t("overdue.steps")}
                  cards
                  rows={steps}
                  rowKey={({ key }) => key}
                  columns={[
                    { key: "for", header: t("overdue.waitsFor"), cell: (row) => names(row.people, row.party) },
                    { key: "who", header: t("overdue.who"), cell: (row) => <Who learner={row.learner} team={row.team} locale={locale} /> },
                    { key: "what", header: t("overdue.what"), cell: (row) => t("overdue.step", { step: t(`road:step.${row.step}`), chapter: pick(row.chapter, locale), cohort: row.cohortName }) },
                    { key: "since", header: t("overdue.since"), cell: (row) => since(row.dueAt) },
                    { key: "next", header: t("overdue.next"), className: "sm:max-w-sm", cell: (row) => t(`overdue.nextOf.${row.party}`) },
                  ]}
                />
              </Card>
              <Pagination page={page} pageSize={pageSize} total={total} to={(at) => overduePath(team, at)} />
            </section>
          )}
        </div>
      )}
    </>
  );
}

function Who({ learner, team, locale }: { learner: Name; team: Bilingual; locale: Locale }) {
  return (
    <>
      <span className="whitespace-nowrap">{personName(learner, locale)}</span> <span className="text-sm text-ink-soft">{pick(team, locale)}</span>
    </>
  );
}

function Since({ dueAt, locale, timeZone, now }: { dueAt: Date; locale: Locale; timeZone: string; now: Date }) {
  const { t } = useTranslation("dashboards");
  return (
    <span className="inline-flex flex-wrap items-center gap-x-2 tabular">
      <span className="whitespace-nowrap">{formatDate(dueAt, { locale, timeZone, style: "short-date" })}</span>
      <Badge tone="danger">{t("overdue.days", { count: daysBetween(dueAt, now, timeZone) })}</Badge>
    </span>
  );
}

/** Who was told, and what is left to do. */
function NextOfUse({ use, locale, timeZone }: { use: OverdueUse; locale: Locale; timeZone: string }) {
  const { t } = useTranslation("dashboards");
  const day = (at: Date): string => formatDate(at, { locale, timeZone, style: "short-date" });
  return (
    <>
      {t(use.managers.length === 0 ? "overdue.nextOf.nobody" : "overdue.nextOf.use")}
      {use.answer !== null && (
        <>
          {" "}
          <a href={use.answer} className="inline-flex min-h-9 items-center text-pine underline underline-offset-4 coarse:min-h-11">
            {t("overdue.answer")}
          </a>
        </>
      )}
      {(use.remindedAt !== null || use.escalatedAt !== null) && (
        <span className="block text-sm text-ink-soft tabular">{use.escalatedAt !== null ? t("overdue.escalated", { day: day(use.escalatedAt) }) : use.remindedAt !== null && t("overdue.reminded", { day: day(use.remindedAt) })}</span>
      )}
    </>
  );
}
