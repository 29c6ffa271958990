import type { InitOptions } from "i18next";

/** What server and browser must agree on. */
export const OPTIONS = {
  supportedLngs: ["zh", "en"],
  fallbackLng: "zh",
  defaultNS: "ui",
  ns: ["ui"],
  interpolation: { escapeValue: false },
  returnNull: false,
} as const satisfies InitOptions;
