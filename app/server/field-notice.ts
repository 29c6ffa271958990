import { createInstance, type TFunction } from "i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import en from "~/i18n/locales/en/field.json";
import zh from "~/i18n/locales/zh/field.json";
import { OPTIONS } from "~/i18n/options";
import { pick } from "~/i18n/pick";
import type { Services } from "~/platform/context";
import type { WriteNotice } from "~/steps/field-tracking/index.server";

// The host process is bundled without Vite, whose globs gather the texts of pages: it takes those of its own letters.
const texts = createInstance();
void texts.init({ ...OPTIONS, ns: ["field"], lng: "zh", resources: { zh: { field: zh }, en: { field: en } }, initImmediate: false });

const textsIn = (locale: Locale): TFunction => texts.getFixedT(locale, "field");

/** Says to a manager what waits, and to those above what was let lie, in their own language. */
export function writeFieldNotice({ ROADBOOK_ORIGIN }: Pick<Services["env"], "ROADBOOK_ORIGIN">): WriteNotice {
  const link = `${ROADBOOK_ORIGIN?.replace(/\/+$/, "") ?? ""}/manage`;
  return ({ stage, to, applications }) => {
    const t = textsIn(to.locale);
    const lines = applications.map(({ learnerName, dealTitle, tool, dueAt }) =>
      t("mail.line", { learner: learnerName, deal: dealTitle, tool: tool ? pick(tool, to.locale) : "–", day: formatDate(dueAt, { locale: to.locale, timeZone: to.timeZone, style: "short-date" }) }),
    );
    return { subject: t(`mail.${stage}Subject`, { count: applications.length }), body: t(`mail.${stage}`, { name: to.name, lines: lines.join("\n"), link }) };
  };
}
