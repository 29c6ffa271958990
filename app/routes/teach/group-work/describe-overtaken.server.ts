import { formatDate } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import type { Locale } from "~/i18n/locale";
import type { ClaimRefusal } from "~/marking/index.server";
import type { Overtaken } from "~/steps/group-work/index.server";

/** Says who was faster, and how the sheet stands now. */
export function describeOvertaken(error: Overtaken | ClaimRefusal, locale: Locale, timeZone: string): string {
  const t = textsOf(locale, "group-work");
  if (error.code === "claimed") return t("error.claimed", { who: error.claim.name });
  const state = t(`state.${error.state}`);
  return error.by && error.at ? t("error.overtaken", { who: error.by, when: formatDate(error.at, { locale, timeZone, style: "short-date-time" }), state }) : t("error.overtakenSomehow", { state });
}
