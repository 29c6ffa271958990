import { formatDate } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import { pick } from "~/i18n/pick";
import type { Services } from "~/platform/context";
import { COACH_PATH } from "~/steps/field-tracking";
import type { WriteNotice } from "~/steps/field-tracking/index.server";

/** Says to a manager what waits, and to those above what was let lie, in their own language. */
export function writeFieldNotice({ ROADBOOK_ORIGIN }: Pick<Services["env"], "ROADBOOK_ORIGIN">): WriteNotice {
  const link = `${ROADBOOK_ORIGIN?.replace(/\/+$/, "") ?? ""}${COACH_PATH}`;
  return ({ stage, to, applications }) => {
    const t = textsOf(to.locale, "field");
    const lines = applications.map(({ learnerName, dealTitle, tool, dueAt }) =>
      t("mail.line", { learner: learnerName, deal: dealTitle, tool: tool ? pick(tool, to.locale) : "–", day: formatDate(dueAt, { locale: to.locale, timeZone: to.timeZone, style: "short-date" }), interpolation: { escapeValue: false } }),
    );
    return { subject: t(`mail.${stage}Subject`, { count: applications.length }), body: t(`mail.${stage}`, { name: to.name, lines: lines.join("\n"), link, interpolation: { escapeValue: false } }) };
  };
}
