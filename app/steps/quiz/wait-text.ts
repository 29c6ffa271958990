import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import type { NamedBlocker } from "~/pipeline";

/** Says in words whom the quiz waits for, and until when. Needs the namespace `road`. */
export function useWaitText(locale: Locale, timeZone: string): (blocker: NamedBlocker) => { text: string; by: string } {
  const { t } = useTranslation("road");
  const list = new Intl.ListFormat(locale === "zh" ? "zh-CN" : "en", { type: "disjunction" });
  return ({ people, waitsFor, what, step, by }) => {
    const who = people.length > 0 ? list.format(people.slice(0, 3).map(({ name }) => name)) : t(`party.${waitsFor}`);
    return {
      text: t(`wait.${what}`, { who, step: step === undefined ? "" : t(`step.${step}`) }),
      by: t("by", { day: formatDate(by, { locale, timeZone, style: "short-date" }) }),
    };
  };
}
