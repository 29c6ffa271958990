import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Card, DataList, Disclosure, FormErrors, type FormFailure, FormFailureProvider, Select, SubmitButton, TextField } from "~/ui";
import type { DealPage } from "../deal-page.view.server";
import { formatMoney, toDecimal } from "../money";
import { CurrencyField } from "./CurrencyField";
import { dayText, nameIn } from "./texts";

/** What the deal is about, and the form to change it. */
export function DealHead({ page, locale, failure }: { page: DealPage; locale: Locale; failure: FormFailure | null }) {
  const { t } = useTranslation("deals");
  const { deal, right } = page;
  const labels = { title: t("field.title"), amount: t("field.amount"), expectedClose: t("field.expectedClose") };
  return (
    <Card title={t("head.title")}>
      <DataList
        columns
        className="lg:grid-cols-2!"
        items={[
          { term: labels.amount, value: formatMoney({ minor: deal.amountMinor, currency: deal.currency }, locale) },
          { term: labels.expectedClose, value: deal.expectedClose === null ? t("head.noDate") : dayText(deal.expectedClose, locale) },
          { term: t("head.owner"), value: nameIn({ name: deal.ownerName, nameLatin: deal.ownerLatin }, locale) },
          { term: t("head.opened"), value: dayText(deal.openedOn, locale) },
          ...(deal.source === null ? [] : [{ term: t("head.source"), value: `${deal.source} · ${deal.externalKey ?? ""}` }]),
        ]}
      />
      {right === "work" && (
        <Disclosure summary={t("head.change")} open={failure !== null} className="mt-2">
          <Form method="post" className="mt-2 grid gap-4">
            <FormFailureProvider failure={failure}>
              <FormErrors labels={labels} />
              <input type="hidden" name="version" value={deal.version} />
              <TextField label={labels.title} name="title" defaultValue={deal.title} maxLength={160} required />
              <TextField label={labels.amount} hint={t("field.amountHint")} name="amount" defaultValue={toDecimal(deal.amountMinor, deal.currency)} maxLength={40} required />
              <CurrencyField value={deal.currency} />
              <TextField type="date" label={labels.expectedClose} name="expectedClose" defaultValue={deal.expectedClose ?? ""} />
              <div>
                <SubmitButton name="intent" value="change">
                  {t("save")}
                </SubmitButton>
              </div>
            </FormFailureProvider>
          </Form>
        </Disclosure>
      )}
      {right === "coach" && page.heirs.length > 0 && (
        <Disclosure summary={t("head.handOver")} className="mt-2">
          <Form method="post" className="mt-2 grid gap-4">
            <Select label={t("head.to")} hint={t("head.handOverHint")} name="to" placeholder={t("close.choose")} required options={page.heirs.map((person) => ({ value: person.id, label: nameIn(person, locale) }))} />
            <div>
              <SubmitButton name="intent" value="hand-over" variant="secondary">
                {t("head.handOver")}
              </SubmitButton>
            </div>
          </Form>
        </Disclosure>
      )}
    </Card>
  );
}
