import type { Resource } from "i18next";
import { type Locale, LOCALES } from "./locale";

const files = import.meta.glob<Record<string, unknown>>("./locales/*/*.json", { eager: true, import: "default" });

/** Every text of the product, for rendering on the server: locale → namespace → texts. */
export const resources: Resource = Object.fromEntries(
  LOCALES.map((locale) => [
    locale,
    Object.fromEntries(Object.entries(files).filter(([file]) => file.startsWith(`./locales/${locale}/`)).map(([file, texts]) => [namespaceOf(file), texts])),
  ]),
) as Record<Locale, Resource[string]>;

function namespaceOf(file: string): string {
  return file.slice(file.lastIndexOf("/") + 1, -".json".length);
}
