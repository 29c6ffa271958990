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
    rememberPlainTexts(instance);
    instances.set(locale, instance);
  }
  return instance;
}

/**
 * A page asks for a hundred texts, most of them without anything to fill in. i18next looks each one up through all its languages,
 * namespaces and plural forms; here that is done once, since the server's texts never change while it runs.
 */
function rememberPlainTexts(instance: i18n): void {
  const getFixedT = instance.getFixedT.bind(instance);
  const known = new Map<string, TFunction>();
  const remembering: i18n["getFixedT"] = (...place: Parameters<i18n["getFixedT"]>) => {
    const name = JSON.stringify(place);
    const t = known.get(name) ?? remember(getFixedT(...place));
    known.set(name, t);
    return t;
  };
  instance.getFixedT = remembering;
}

function remember(t: TFunction): TFunction {
  const texts = new Map<string, string>();
  const remembering = (...args: unknown[]): unknown => {
    const [key] = args;
    if (args.length !== 1 || typeof key !== "string") return Reflect.apply(t, undefined, args);
    const text = texts.get(key) ?? t(key);
    texts.set(key, text);
    return text;
  };
  return Object.assign(remembering, t) as unknown as TFunction;
}

/** Texts of one namespace for what is not a page: mail, calendar files, exports. */
export function textsOf(locale: Locale, namespace: string): TFunction {
  return serverI18n(locale).getFixedT(locale, namespace);
}
