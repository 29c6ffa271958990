import { Form, Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Badge, Button, ButtonLink, Card, EmptyState, FilterFields, PageHeader, Pagination, Select, Table } from "~/ui";
import { formatMoney } from "../money";
import { DEAL_IMPORT_PATH, DEALS_PATH, newInvoicePath, receivablePath } from "../paths";
import { RECEIVABLE_PAGE_SIZE, type ReceivableFilter, receivableSearch } from "../receivables/receivable-filter";
import type { ReceivablesPage } from "../receivables/receivables-page.view.server";
import { Ageing, Bonus } from "./LedgerSums";
import { dayText, nameIn } from "./texts";

export interface ReceivablesScreenProps {
  page: ReceivablesPage;
  filter: ReceivableFilter;
  locale: Locale;
}

/** What is owed to us: how old it is, what it does to the bonus, and which letter is due to whom. */
export function ReceivablesScreen({ page, filter, locale }: ReceivablesScreenProps) {
  const { t } = useTranslation("deals");
  const { sums, bonus, invoices, of } = page;
  const shown = { ...filter, of };
  return (
    <>
      <PageHeader
        title={t(of === "team" ? "receivables.teamTitle" : "receivables.title")}
        lead={t("receivables.lead")}
        crumbs={[{ to: DEALS_PATH + (of === "team" ? "?of=team" : ""), label: t(of === "team" ? "list.teamTitle" : "list.title") }]}
        actions={
          page.mayWork && (
            <>
              <ButtonLink to={newInvoicePath()} variant="primary">
                {t("receivables.new")}
              </ButtonLink>
              <ButtonLink to={DEAL_IMPORT_PATH} variant="quiet">
                {t("receivables.import")}
              </ButtonLink>
            </>
          )
        }
      />
      {sums.map((ledger) => (
        <Ageing key={ledger.currency} ledger={ledger} locale={locale} />
      ))}
      {bonus.filter((effect) => effect.baseMinor !== "0" || effect.badDebtMinor !== "0" || effect.overdueMinor !== "0").map((effect) => (
        <Bonus key={effect.currency} effect={effect} locale={locale} />
      ))}
      <Form method="get" role="search" aria-label={t("list.filter")}>
        <FilterFields>
          {page.mayWork && page.mayLead ? <Select label={t("list.of")} name="of" defaultValue={of} options={(["mine", "team"] as const).map((value) => ({ value, label: t(`list.ofOption.${value}`) }))} /> : <input type="hidden" name="of" value={of} />}
          <Select label={t("receivables.show")} name="show" defaultValue={filter.show} options={(["open", "overdue", "all"] as const).map((value) => ({ value, label: t(`receivables.showOption.${value}`) }))} />
          <Button type="submit">{t("list.show")}</Button>
        </FilterFields>
      </Form>
      <Card look="flush" title={t("receivables.invoices")}>
        <Table
          caption={t("receivables.invoices")}
          cards
          rows={invoices}
          rowKey={(row) => row.id}
          empty={
            <div className="p-4">
              <EmptyState title={t(filter.show === "all" ? "receivables.none" : "receivables.noneOpen")}>{t(page.mayWork ? "receivables.noneText" : "receivables.noneTeamText")}</EmptyState>
            </div>
          }
          columns={[
            {
              key: "number",
              header: t("invoice.number"),
              cell: (row) => (
                <Link to={receivablePath(row.id)} className="-my-2 inline-flex min-h-9 items-center underline decoration-line-strong underline-offset-4 hover:decoration-pine coarse:min-h-11">
                  {row.number}
                </Link>
              ),
            },
            { key: "account", header: t("invoice.account"), cell: (row) => row.accountName },
            ...(of === "team" ? [{ key: "owner", header: t("head.owner"), cell: (row: (typeof invoices)[number]) => nameIn({ name: row.ownerName, nameLatin: row.ownerLatin }, locale) }] : []),
            { key: "open", header: t("invoice.open"), align: "end", cell: (row) => (BigInt(row.openMinor) > 0n ? formatMoney({ minor: row.openMinor, currency: row.currency }, locale) : t(row.writtenOffMinor === "0" ? "invoices.settled" : "invoices.writtenOff")) },
            { key: "due", header: t("invoice.dueOn"), align: "end", cell: (row) => dayText(row.dueOn, locale) },
            { key: "overdue", header: t("invoice.overdue"), align: "end", cell: (row) => (row.overdue > 0 && BigInt(row.openMinor) > 0n ? <Badge tone={row.overdue > 30 ? "danger" : "neutral"}>{t("invoice.days", { count: row.overdue })}</Badge> : <span className="text-ink-faint">–</span>) },
            { key: "letter", header: t("invoice.letterDue"), cell: (row) => (row.letterDue === null ? <span className="text-ink-faint">–</span> : t(`letter.${row.letterDue.letter}`)) },
          ]}
        />
      </Card>
      <Pagination page={filter.page} pageSize={RECEIVABLE_PAGE_SIZE} total={page.total} to={(to) => receivableSearch(shown, { page: to }) || "?"} />
    </>
  );
}
