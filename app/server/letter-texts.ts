import { createInstance, type TFunction } from "i18next";
import type { Locale } from "~/i18n/locale";
import enDefense from "~/i18n/locales/en/defense.json";
import enField from "~/i18n/locales/en/field.json";
import zhDefense from "~/i18n/locales/zh/defense.json";
import zhField from "~/i18n/locales/zh/field.json";
import { OPTIONS } from "~/i18n/options";
import type { Services } from "~/platform/context";

// The host process is bundled without Vite, whose globs gather the texts of pages: it takes those of its own letters.
const texts = createInstance();
void texts.init({ ...OPTIONS, ns: ["field", "defense"], lng: "zh", resources: { zh: { field: zhField, defense: zhDefense }, en: { field: enField, defense: enDefense } }, initImmediate: false });

/** Texts of letters that jobs write, in the reader's language. */
export function letterTexts(locale: Locale, namespace: "field" | "defense"): TFunction {
  return texts.getFixedT(locale, namespace);
}

/** What addresses in letters of jobs begin with; empty where nobody said where this house stands. */
export function letterOrigin({ ROADBOOK_ORIGIN }: Pick<Services["env"], "ROADBOOK_ORIGIN">): string {
  return ROADBOOK_ORIGIN?.replace(/\/+$/, "") ?? "";
}
