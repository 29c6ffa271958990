import { createInstance, type i18n, type TFunction } from "i18next";
import { initReactI18next } from "react-i18next";
import type { Locale } from "./locale";
import { OPTIONS } from "./options";
import { resources } from "./resources.server";

const instances = new Map<Locale, i18n>();

/** The server's texts in one language. Instances are shared: nothing in them belongs to a request. */
export function serverI18n(locale: Locale): i18n {
  let instance = instances.get(locale);
  if (!instance) {
    instance = createInstance();
    void instance.use(initReactI18next).init({ ...OPTIONS, lng: locale, resources, initImmediate: false });
    instances.set(locale, instance);
  }
  return instance;
}

/** Texts of one namespace for what is not a page: mail, calendar files, exports. */
export function textsOf(locale: Locale, namespace: string): TFunction {
  return serverI18n(locale).getFixedT(locale, namespace);
}
