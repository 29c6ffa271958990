import { formatDate } from "~/i18n/dates";
import { pick } from "~/i18n/pick";
import type { Services } from "~/platform/context";
import type { WriteNotice } from "~/steps/field-tracking/index.server";
import { letterOrigin, letterTexts } from "./letter-texts";

/** Says to a manager what waits, and to those above what was let lie, in their own language. */
export function writeFieldNotice(env: Pick<Services["env"], "ROADBOOK_ORIGIN">): WriteNotice {
  // Who is told because a manager lets things lie may be no manager: for them there is the page of everything overdue.
  const links = { reminder: `${letterOrigin(env)}/manage`, escalation: `${letterOrigin(env)}/lead/overdue` };
  return ({ stage, to, applications }) => {
    const t = letterTexts(to.locale, "field");
    const lines = applications.map(({ learnerName, dealTitle, tool, dueAt }) =>
      t("mail.line", { learner: learnerName, deal: dealTitle, tool: tool ? pick(tool, to.locale) : "–", day: formatDate(dueAt, { locale: to.locale, timeZone: to.timeZone, style: "short-date" }) }),
    );
    return { subject: t(`mail.${stage}Subject`, { count: applications.length }), body: t(`mail.${stage}`, { name: to.name, lines: lines.join("\n"), link: links[stage] }) };
  };
}
