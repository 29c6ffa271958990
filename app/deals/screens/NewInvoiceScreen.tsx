import { useTranslation } from "react-i18next";
import { type FormFailure, Select, TextField } from "~/ui";
import type { Account } from "../choose-account.server";
import { RECEIVABLES_PATH } from "../paths";
import { CurrencyField } from "./CurrencyField";
import { NewRecordForm } from "./NewRecordForm";

export interface NewInvoiceScreenProps {
  accounts: Account[];
  deals: { id: string; title: string; accountName: string }[];
  dealId: string | null;
  today: string;
  failure: FormFailure | null;
}

/** An invoice by hand: of a deal, or of a customer alone. */
export function NewInvoiceScreen({ accounts, deals, dealId, today, failure }: NewInvoiceScreenProps) {
  const { t } = useTranslation("deals");
  const labels = { deal: t("invoice.deal"), account: t("invoice.account"), number: t("invoice.number"), amount: t("invoice.amount"), cost: t("invoice.cost"), issuedOn: t("invoice.issuedOn"), deliveredOn: t("invoice.deliveredOn"), dueOn: t("invoice.dueOn") };
  return (
    <NewRecordForm title={t("invoice.new")} lead={t("invoice.newLead")} back={{ to: RECEIVABLES_PATH, label: t("receivables.title") }} labels={labels} submit={t("invoice.enter")} failure={failure}>
      <Select label={labels.deal} hint={t("invoice.dealHint")} name="deal" placeholder={t("invoice.noDeal")} defaultValue={dealId ?? ""} options={deals.map((deal) => ({ value: deal.id, label: `${deal.accountName} · ${deal.title}` }))} />
      <Select label={labels.account} hint={t("invoice.accountHint")} name="account" placeholder={t("close.choose")} options={accounts.map(({ id, name }) => ({ value: id, label: name }))} />
      <TextField label={labels.number} name="number" maxLength={80} required />
      <TextField label={labels.amount} hint={t("field.amountHint")} name="amount" maxLength={40} required />
      <CurrencyField />
      <TextField label={labels.cost} hint={t("invoice.costHint")} name="cost" maxLength={40} />
      <TextField type="date" label={labels.issuedOn} name="issuedOn" defaultValue={today} required />
      <TextField type="date" label={labels.deliveredOn} name="deliveredOn" />
      <TextField type="date" label={labels.dueOn} name="dueOn" required />
    </NewRecordForm>
  );
}
