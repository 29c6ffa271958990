import { formatDate } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import { rolePlayCalendarPath } from "~/steps/role-play";
import type { Occasion, WriteInvitation } from "~/steps/role-play/index.server";

/** The letter that tells learners of a role-play session: planned, changed, cancelled. */
export function writeInvitation(occasion: Occasion, origin: string): WriteInvitation {
  return ({ name, locale }, session) => {
    const t = textsOf(locale, "role-play");
    const when = `${formatDate(session.startsAt, { locale, timeZone: session.timeZone })} (${session.timeZone})`;
    const where = [session.place, session.link].filter(Boolean).join(" · ");
    const texts = { name, title: session.title, when, where, link: `${origin}${rolePlayCalendarPath(session.id)}`, interpolation: { escapeValue: false } };
    return { subject: t(`mail.${occasion}.subject`, texts), body: t(`mail.${occasion}.body`, texts) };
  };
}
