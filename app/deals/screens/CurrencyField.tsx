import { useTranslation } from "react-i18next";
import { Select } from "~/ui";

/** The currencies that a company selling from China meets; the API takes every one of ISO 4217. */
const CURRENCIES = ["CNY", "USD", "EUR", "HKD", "JPY", "GBP", "SGD"] as const;

/** A currency by its code and name. */
export function CurrencyField({ value = "CNY" }: { value?: string }) {
  const { t, i18n } = useTranslation("deals");
  const names = new Intl.DisplayNames(i18n.language, { type: "currency" });
  const codes = CURRENCIES.includes(value as never) ? CURRENCIES : [value, ...CURRENCIES];
  return <Select label={t("field.currency")} name="currency" defaultValue={value} options={codes.map((code) => ({ value: code, label: `${code} ${names.of(code) ?? ""}` }))} required />;
}
