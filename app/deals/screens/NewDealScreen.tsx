import { useTranslation } from "react-i18next";
import { type FormFailure, Select, TextField } from "~/ui";
import type { Account } from "../choose-account.server";
import { DEALS_PATH } from "../paths";
import { OPEN_STAGES } from "../stage";
import { CurrencyField } from "./CurrencyField";
import { NewRecordForm } from "./NewRecordForm";

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
    <NewRecordForm title={t("new.title")} lead={t("new.lead")} back={{ to: DEALS_PATH, label: t("list.title") }} labels={labels} submit={t("new.submit")} failure={failure}>
      {accounts.length > 0 && <Select label={labels.account} hint={t("new.accountHint")} name="account" placeholder={t("new.accountNew")} options={accounts.map(({ id, name }) => ({ value: id, label: name }))} />}
      <TextField label={labels.accountName} hint={accounts.length > 0 ? t("new.accountNameHint") : undefined} name="accountName" maxLength={160} required={accounts.length === 0} />
      <TextField label={labels.title} hint={t("new.titleHint")} name="title" maxLength={160} required />
      <TextField label={labels.amount} hint={t("field.amountHint")} name="amount" maxLength={40} inputMode="text" required />
      <CurrencyField />
      <TextField type="date" label={labels.expectedClose} name="expectedClose" />
      <Select label={labels.stage} name="stage" options={OPEN_STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))} required />
      <TextField type="date" label={labels.since} hint={t("new.sinceHint")} name="since" max={today} defaultValue={today} required />
    </NewRecordForm>
  );
}
