import i18next, { type i18n } from "i18next";
import resourcesToBackend from "i18next-resources-to-backend";
import { initReactI18next } from "react-i18next";
import { OPTIONS } from "./options";

const files = import.meta.glob<Record<string, unknown>>("./locales/*/*.json", { import: "default" });

/** Starts the browser's texts: the page's language, and only the namespaces that its routes name. */
export async function startI18n(namespaces: string[]): Promise<i18n> {
  await i18next
    .use(initReactI18next)
    .use(resourcesToBackend((locale: string, namespace: string) => files[`./locales/${locale}/${namespace}.json`]!()))
    .init({ ...OPTIONS, lng: document.documentElement.lang.startsWith("en") ? "en" : "zh", ns: [...new Set(["ui", ...namespaces])] });
  return i18next;
}
