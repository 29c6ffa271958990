import type { Bilingual, Locale } from "./locale";

/** The text in the reader's language. */
export function pick(text: Bilingual, locale: Locale): string {
  return text[locale];
}
