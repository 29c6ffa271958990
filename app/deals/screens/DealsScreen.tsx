import { Form, Link } from "@remix-run/react";
import clsx from "clsx";
import Plus from "lucide-react/icons/plus";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Button, ButtonLink, EmptyState, FilterFields, FoldedFilter, PageHeader, Pagination, Select, TextField } from "~/ui";
import { DEAL_PAGE_SIZE, type DealListFilter, dealSearch } from "../deal-filter";
import type { DealsPage, StageSum } from "../deals-page.view.server";
import { formatShortMoney } from "../money";
import { DEAL_IMPORT_PATH, NEW_DEAL_PATH, RECEIVABLES_PATH } from "../paths";
import { DealItem } from "./DealItem";

export interface DealsScreenProps {
  page: DealsPage;
  filter: DealListFilter;
  today: string;
  locale: Locale;
}

/** The deals by stage, with their age against the deadlines of the roadbook, and what is due next. */
export function DealsScreen({ page, filter, today, locale }: DealsScreenProps) {
  const { t } = useTranslation("deals");
  const { deals, total, stages, of } = page;
  const shown = { ...filter, of };
  const narrowed = filter.stage !== null || filter.only !== null || filter.search !== "";
  const applied = [
    ...(page.mayWork && page.mayLead ? [t(`list.ofOption.${of}`)] : []),
    t(`list.stateOption.${filter.state}`),
    ...(filter.stage === null ? [] : [t(`stage.${filter.stage}`)]),
    ...(filter.only === null ? [] : [t(`list.onlyOption.${filter.only}`, { count: page[filter.only] })]),
    ...(filter.search === "" ? [] : [filter.search]),
  ];
  return (
    <>
      <PageHeader
        title={t(of === "team" ? "list.teamTitle" : "list.title")}
        lead={t(of === "team" ? "list.teamLead" : "list.lead")}
        actions={
          <>
            {page.mayWork && (
              <ButtonLink to={NEW_DEAL_PATH} variant="primary" icon={<Plus aria-hidden className="size-4.5" />}>
                {t("list.new")}
              </ButtonLink>
            )}
            <ButtonLink to={RECEIVABLES_PATH + (of === "team" ? "?of=team" : "")}>{t("list.receivables")}</ButtonLink>
            {page.mayWork && (
              <ButtonLink to={DEAL_IMPORT_PATH} variant="quiet">
                {t("list.import")}
              </ButtonLink>
            )}
          </>
        }
      />
      <nav aria-label={t("list.stages")} className="mb-4">
        <ul className={clsx("grid gap-2", filter.state === "open" ? "grid-cols-5 max-sm:gap-1" : "grid-cols-2 sm:max-w-md")}>
          {stages.map((stage) => (
            <li key={stage.stage}>
              <StageTile stage={stage} filter={shown} locale={locale} />
            </li>
          ))}
        </ul>
      </nav>
      <Form method="get" role="search" aria-label={t("list.filter")}>
        <FoldedFilter applied={applied}>
          <FilterFields>
            {page.mayWork && page.mayLead && <Select label={t("list.of")} name="of" defaultValue={of} options={(["mine", "team"] as const).map((value) => ({ value, label: t(`list.ofOption.${value}`) }))} />}
            {!page.mayWork && <input type="hidden" name="of" value={of} />}
            <Select label={t("list.state")} name="state" defaultValue={filter.state} options={(["open", "closed"] as const).map((value) => ({ value, label: t(`list.stateOption.${value}`) }))} />
            {filter.state === "open" && <Select label={t("list.only")} name="only" defaultValue={filter.only ?? ""} placeholder={t("list.onlyOption.all")} options={[{ value: "late", label: t("list.onlyOption.late", { count: page.late }) }, { value: "action", label: t("list.onlyOption.action", { count: page.action }) }]} />}
            {filter.stage !== null && <input type="hidden" name="stage" value={filter.stage} />}
            <TextField label={t("list.search")} name="q" type="search" defaultValue={filter.search} maxLength={80} />
            <Button type="submit">{t("list.show")}</Button>
            {narrowed && (
              <ButtonLink variant="quiet" to={dealSearch(shown, { stage: null, only: null, search: "" }) || "?"}>
                {t("list.showAll")}
              </ButtonLink>
            )}
          </FilterFields>
        </FoldedFilter>
      </Form>
      {deals.length === 0 ? (
        <EmptyState title={t(narrowed ? "list.noneFound" : "list.empty")} action={page.mayWork && !narrowed && <ButtonLink to={NEW_DEAL_PATH}>{t("list.new")}</ButtonLink>}>
          {t(narrowed ? "list.noneFoundText" : page.mayWork ? "list.emptyText" : "list.emptyTeamText")}
        </EmptyState>
      ) : (
        stages
          .map(({ stage }) => ({ stage, own: deals.filter((deal) => deal.stage === stage) }))
          .filter(({ own }) => own.length > 0)
          .map(({ stage, own }) => (
            <section key={stage} aria-labelledby={`stage-${stage}`} className="mb-8">
              <h2 id={`stage-${stage}`} className="mb-2 flex items-baseline gap-2 text-lg">
                {t(`stage.${stage}`)}
                <span className="text-sm font-normal text-ink-soft tabular">{t("list.count", { count: own.length })}</span>
              </h2>
              <ul className="grid gap-2.5 xl:grid-cols-2">
                {own.map((deal) => (
                  <DealItem key={deal.id} deal={deal} today={today} locale={locale} withOwner={of === "team"} />
                ))}
              </ul>
            </section>
          ))
      )}
      <Pagination page={filter.page} pageSize={DEAL_PAGE_SIZE} total={total} to={(to) => dealSearch(shown, { page: to }) || "?"} />
    </>
  );
}

function StageTile({ stage, filter, locale }: { stage: StageSum; filter: DealListFilter; locale: Locale }) {
  const { t } = useTranslation("deals");
  const on = filter.stage === stage.stage;
  return (
    <Link
      to={dealSearch(filter, { stage: on ? null : stage.stage }) || "?"}
      aria-current={on ? "true" : undefined}
      preventScrollReset
      className={clsx("grid h-full min-h-13 content-start gap-0.5 rounded-md border px-3 py-2 max-sm:px-1 max-sm:text-center", on ? "border-pine bg-pine-soft" : "border-line bg-surface hover:border-line-strong")}
    >
      <span className="text-sm text-ink-soft max-sm:text-xs">{t(`stage.${stage.stage}`)}</span>
      <span className="flex items-baseline gap-2 tabular max-sm:justify-center">
        <span className="text-xl font-semibold">{stage.count}</span>
        <span className="text-sm text-ink-soft max-lg:hidden">{stage.sums.map((sum) => formatShortMoney(sum, locale)).join(" + ")}</span>
      </span>
      <span className={clsx("text-xs tabular", stage.late > 0 ? "font-semibold text-danger" : "text-ink-soft max-sm:hidden")}>{stage.late > 0 ? t("list.late", { count: stage.late }) : filter.state === "open" && stage.count > 0 ? t("list.inTime") : "\u00a0"}</span>
    </Link>
  );
}
