import { Link } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { ButtonLink, Card } from "~/ui";
import type { DealPage } from "../deal-page.view.server";
import { formatMoney } from "../money";
import { newInvoicePath, receivablePath } from "../paths";
import { dayText } from "./texts";

/** What was billed on the deal, and what of it is still open. */
export function DealInvoices({ page, locale }: { page: DealPage; locale: Locale }) {
  const { t } = useTranslation("deals");
  const { deal, invoices, right } = page;
  if (invoices.length === 0 && (deal.stage !== "won" || right !== "work")) return null;
  return (
    <Card
      title={t("invoices.title")}
      aside={
        right === "work" && (
          <ButtonLink to={newInvoicePath(deal.id)} size="sm" variant="quiet">
            {t("invoices.add")}
          </ButtonLink>
        )
      }
    >
      {invoices.length === 0 ? (
        <p className="text-ink-soft">{t("invoices.none")}</p>
      ) : (
        <ul className="grid gap-1">
          {invoices.map((invoice) => (
            <li key={invoice.id}>
              <Link to={receivablePath(invoice.id)} className="grid min-h-11 gap-0.5 py-1 hover:text-pine">
                <span className="flex flex-wrap justify-between gap-x-3">
                  <span className="underline decoration-line-strong underline-offset-4">{invoice.number}</span>
                  <span className="tabular">{formatMoney({ minor: invoice.amountMinor, currency: invoice.currency }, locale)}</span>
                </span>
                <span className="text-sm text-ink-soft tabular">{invoice.openMinor === "0" ? t(invoice.writtenOffMinor === "0" ? "invoices.settled" : "invoices.writtenOff") : t(invoice.overdue > 0 ? "invoices.overdue" : "invoices.due", { open: formatMoney({ minor: invoice.openMinor, currency: invoice.currency }, locale), day: dayText(invoice.dueOn, locale), count: invoice.overdue })}</span>
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
