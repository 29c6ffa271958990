import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { ButtonLink, Card, FieldGrid, FormErrors, type FormFailure, FormFailureProvider, PageHeader, Select, SubmitButton, TextField } from "~/ui";
import type { Account } from "../choose-account.server";
import { DEALS_PATH } from "../paths";
import { OPEN_STAGES } from "../stage";

export interface NewDealScreenProps {
  accounts: Account[];
  today: string;
  failure: FormFailure | null;
}

/** A deal in a few fields: who, what, how much, until when, and where it stands. */
export function NewDealScreen({ accounts, today, failure }: NewDealScreenProps) {
  const { t } = useTranslation("deals");
  const labels = { account: t("new.account"), accountName: t("new.accountName"), title: t("field.title"), amount: t("field.amount"), expectedClose: t("field.expectedClose"), stage: t("field.stage"), since: t("field.since") };
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("new.title")} lead={t("new.lead")} crumbs={[{ to: DEALS_PATH, label: t("list.title") }]} />
      <Form method="post">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={labels} />
          <Card>
            <FieldGrid>
              {accounts.length > 0 && <Select label={labels.account} hint={t("new.accountHint")} name="account" placeholder={t("new.accountNew")} options={accounts.map(({ id, name }) => ({ value: id, label: name }))} />}
              <TextField label={labels.accountName} hint={accounts.length > 0 ? t("new.accountNameHint") : undefined} name="accountName" maxLength={160} required={accounts.length === 0} />
              <TextField label={labels.title} hint={t("new.titleHint")} name="title" maxLength={160} required />
              <TextField label={labels.amount} hint={t("field.amountHint")} name="amount" maxLength={40} inputMode="text" required />
              <CurrencyField />
              <TextField type="date" label={labels.expectedClose} name="expectedClose" />
              <Select label={labels.stage} name="stage" options={OPEN_STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))} required />
              <TextField type="date" label={labels.since} hint={t("new.sinceHint")} name="since" max={today} defaultValue={today} required />
            </FieldGrid>
          </Card>
          <div className="mt-6 flex flex-wrap gap-3">
            <SubmitButton>{t("new.submit")}</SubmitButton>
            <ButtonLink to={DEALS_PATH} variant="quiet">
              {t("cancel")}
            </ButtonLink>
          </div>
        </FormFailureProvider>
      </Form>
    </div>
  );
}

/** The currencies that a company selling from China meets; the API takes every one of ISO 4217. */
export const CURRENCIES = ["CNY", "USD", "EUR", "HKD", "JPY", "GBP", "SGD"] as const;

/** A currency by its code and name. */
export function CurrencyField({ value = "CNY" }: { value?: string }) {
  const { t, i18n } = useTranslation("deals");
  const names = new Intl.DisplayNames(i18n.language, { type: "currency" });
  const codes = CURRENCIES.includes(value as never) ? CURRENCIES : [value, ...CURRENCIES];
  return <Select label={t("field.currency")} name="currency" defaultValue={value} options={codes.map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ""}` }))} required />;
}
