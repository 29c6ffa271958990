import type { TFunction } from "i18next";

/** What a route says of itself in its `handle`: the namespaces it needs, and its title from texts and its loader's data. */
export interface RouteHandle<Data = never> {
  i18n: string[];
  title?: (t: TFunction, data: Data, locale: "zh" | "en") => string;
}
