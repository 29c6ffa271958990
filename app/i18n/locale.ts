/** The languages of the product: Chinese first, English complete. */
export const LOCALES = ["zh", "en"] as const;
export type Locale = (typeof LOCALES)[number];

/** A text of the content in both languages. */
export type Bilingual = Record<Locale, string>;

/** The tag for `lang`, Intl and speech. */
export const LANGUAGE_TAG = { zh: "zh-CN", en: "en" } as const satisfies Record<Locale, string>;

/** Whether `value` is one of our locales. */
export function isLocale(value: unknown): value is Locale {
  return LOCALES.includes(value as Locale);
}

/** The locale that an Accept-Language header asks for; Chinese when it names neither. */
export function negotiateLocale(header: string | undefined): Locale {
  const wanted = (header ?? "")
    .split(",")
    .map((part) => {
      const [tag = "", ...parameters] = part.trim().split(";");
      const quality = Number(parameters.find((parameter) => parameter.trim().startsWith("q="))?.trim().slice(2) ?? 1);
      return { language: tag.trim().toLowerCase().split("-")[0], quality: Number.isFinite(quality) ? quality : 0 };
    })
    .sort((a, b) => b.quality - a.quality);
  return wanted.map((entry) => entry.language).find(isLocale) ?? "zh";
}
