import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

let language: "zh" | "en" = "zh";

/** The gallery's own texts, in the page's language; it is no page of the product, so they are not in the locale files. */
export function say(zh: string, en: string): string {
  return language === "zh" ? zh : en;
}

/** Call at the top of the gallery's render. */
export function useGalleryLanguage(): "zh" | "en" {
  language = useTranslation("ui").i18n.language.startsWith("en") ? "en" : "zh";
  return language;
}

/** One heading of the gallery. */
export function Sample({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-10">
      <h2 className="mb-3 border-b border-line pb-1 text-sm text-ink-soft">{title}</h2>
      {children}
    </section>
  );
}
