import { formatDate } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import type { Locale } from "~/i18n/locale";
import type { RequestContext } from "~/platform/context";
import { availabilityPath, candidateHoursPath, dayCalendarPath, DEFEND_PATH, defenseDayPath, type DefenseDay, ownDefensePath, slotCalendarPath } from "~/steps/defense";
import type { Letter, Post, WriteLetter } from "~/steps/defense/index.server";

/** Sends letters about defenses, with addresses that lead here. */
export function postFrom({ origin, log }: Pick<RequestContext, "origin" | "log">): Post {
  return { write: writeLetter(origin), log };
}

/** Says in the addressee's language what became of a day or a slot. Times are those of the day's zone, which is named. */
function writeLetter(origin: string): WriteLetter {
  return ({ name, locale }, letter) => {
    const t = textsOf(locale, "defense-days");
    const key = "occasion" in letter ? `${letter.kind}.${letter.occasion}` : letter.kind;
    const reason = ("reason" in letter && letter.reason) || t("mail.noReason");
    const texts = { name, title: letter.day.title, when: whenOf(letter.day.startsAt, letter.day, locale), reason, ...specifics(letter, origin, locale), interpolation: { escapeValue: false } };
    return { subject: t(`mail.${key}.subject`, texts), body: t(`mail.${key}.body`, texts) };
  };
}

function specifics(letter: Letter, origin: string, locale: Locale): Record<string, string> {
  const { day } = letter;
  switch (letter.kind) {
    case "asked":
      return { link: `${origin}${availabilityPath(day.id)}` };
    case "asked-candidate":
      return { link: `${origin}${candidateHoursPath(day.id)}` };
    case "candidate": {
      const { slot } = letter;
      const [chapter = ""] = slot.chapters;
      return { when: whenOf(slot.startsAt, day, locale), where: [slot.place.name, slot.place.link].filter(Boolean).join(" · "), page: `${origin}${ownDefensePath(slot.enrolmentId, chapter)}`, link: `${origin}${slotCalendarPath(slot.id)}` };
    }
    case "examiner": {
      const slots = letter.slots.map(({ startsAt, place, candidate }) => textsOf(locale, "defense-days")("mail.slotLine", { when: whenOf(startsAt, day, locale), place: place.name, candidate, interpolation: { escapeValue: false } }));
      return { slots: slots.join("\n"), page: `${origin}${DEFEND_PATH}`, link: `${origin}${dayCalendarPath(day.id)}` };
    }
    case "dropped-out":
      return { examiner: letter.examiner, link: `${origin}${defenseDayPath(day.cohortId, day.id)}` };
  }
}

function whenOf(instant: Date, { timeZone }: Pick<DefenseDay, "timeZone">, locale: Locale): string {
  return `${formatDate(instant, { locale, timeZone })} (${timeZone})`;
}
