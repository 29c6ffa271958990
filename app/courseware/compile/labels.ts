/** The few words of the interface that stand in compiled text. A change here changes the input hash of every section. */
import type { Locale } from "~/i18n/locale";
import en from "~/i18n/locales/en/courseware.json";
import zh from "~/i18n/locales/zh/courseware.json";

const labels = { zh: zh.callout, en: en.callout } satisfies Record<Locale, Record<"key" | "mistake" | "example" | "try", string>>;

/** What each kind of callout is called. */
export function calloutLabels(locale: Locale): Record<"key" | "mistake" | "example" | "try", string> {
  return labels[locale];
}
