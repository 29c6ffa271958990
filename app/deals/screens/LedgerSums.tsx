import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Bar, Card, DataList } from "~/ui";
import { formatMoney } from "../money";
import type { BonusEffect } from "../receivables/bonus.server";
import type { LedgerSums } from "../receivables/ledger.server";
import { BUCKETS, DSO_DAYS } from "../receivables/receivable";
import { tenths } from "./texts";

/** How old the open money is, in five steps, every figure to the cent. */
export function Ageing({ ledger, locale }: { ledger: LedgerSums; locale: Locale }) {
  const { t } = useTranslation("deals");
  const { currency, buckets } = ledger;
  const money = (minor: string) => formatMoney({ minor, currency }, locale);
  const all = BigInt(ledger.openMinor);
  return (
    <Card title={t("ageing.title", { currency })} className="mb-6" aside={<span className="text-sm text-ink-soft tabular">{t("ageing.all", { amount: money(ledger.openMinor) })}</span>}>
      <div className="grid grid-cols-[minmax(0,1fr)] gap-x-10 gap-y-4 lg:grid-cols-[minmax(0,1fr)_24rem] xl:grid-cols-[minmax(0,1fr)_28rem]">
        <table className="w-full text-sm">
          <caption className="sr-only">{t("ageing.title", { currency })}</caption>
          <thead className="sr-only">
            <tr>
              <th scope="col">{t("ageing.bucket")}</th>
              <th scope="col">{t("ageing.share")}</th>
              <th scope="col">{t("ageing.amount")}</th>
            </tr>
          </thead>
          <tbody>
            {BUCKETS.map((bucket) => (
              <tr key={bucket} className="border-b border-line last:border-b-0">
                <th scope="row" className="py-2 pe-3 text-start font-normal sm:whitespace-nowrap">
                  {t(`bucket.${bucket}`)}
                  <span className="text-ink-soft tabular max-sm:block sm:ms-1.5">{t("ageing.count", { count: buckets[bucket].count })}</span>
                </th>
                <td className="w-1/3 py-2 max-sm:hidden">
                  <Bar share={all > 0n ? Number((BigInt(buckets[bucket].minor) * 1000n) / all) / 1000 : 0} tone={bucket === "not-due" ? "fill-pine" : "fill-danger"} />
                </td>
                <td className="py-2 ps-3 text-end tabular">{money(buckets[bucket].minor)}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <DataList
          items={[
            { term: t("ageing.overdue"), value: ledger.overdueTenths === null ? t("ageing.nothingOpen") : t("ageing.overdueValue", { amount: money(ledger.overdueMinor), share: tenths(ledger.overdueTenths) }) },
            { term: t("ageing.dso"), value: ledger.dsoTenths === null ? t("ageing.noBilling", { days: DSO_DAYS }) : t("ageing.dsoValue", { days: tenths(ledger.dsoTenths) }) },
            { term: t("ageing.dsoHow"), value: <span className="text-sm text-ink-soft">{t("ageing.dsoFormula", { open: money(ledger.openMinor), billed: money(ledger.billedMinor), days: DSO_DAYS })}</span> },
          ]}
        />
      </div>
    </Card>
  );
}

/** What the quarter's billing and bad debt make of the bonus, and what would be left if everything overdue went bad. */
export function Bonus({ effect, locale }: { effect: BonusEffect; locale: Locale }) {
  const { t } = useTranslation("deals");
  const { currency, rule } = effect;
  const money = (minor: string) => formatMoney({ minor, currency }, locale);
  const rate = rule.ratePercent.replace(/\.?0+$/, "");
  return (
    <Card title={t("bonus.title", { currency })} className="mb-6">
      <DataList
        columns
        items={[
          { term: t(`bonus.gross.${rule.base}`), value: t("bonus.grossValue", { base: money(effect.baseMinor), rate, amount: money(effect.gross) }) },
          { term: t("bonus.deduction"), value: t("bonus.deductionValue", { bad: money(effect.badDebtMinor), rate, amount: money(effect.deduction) }) },
          { term: t("bonus.bonus"), value: <strong>{money(effect.bonus)}</strong> },
          { term: t("bonus.atRisk"), value: t("bonus.atRiskValue", { overdue: money(effect.overdueMinor), amount: money(effect.atRisk) }) },
          { term: t("bonus.ifLost"), value: money(effect.ifLost) },
        ]}
      />
      {effect.withoutCost > 0 && <p className="mt-3 text-sm text-ink-soft">{t("bonus.withoutCost", { count: effect.withoutCost })}</p>}
    </Card>
  );
}
