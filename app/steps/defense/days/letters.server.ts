import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { Logger } from "~/platform/log.server";
import { queueMail } from "~/platform/mail.server";
import type { DefenseDay, Place } from "./day";
import { slotRows } from "./rows.server";

export interface Addressee {
  name: string;
  locale: Locale;
  timeZone: string;
}

/** An appointment as a letter names it. */
export interface LetterSlot {
  id: string;
  startsAt: Date;
  endsAt: Date;
  place: Place;
  enrolmentId: string;
  candidate: string;
  chapters: string[];
}

/** What somebody is told about a day. */
export type Letter =
  | { kind: "asked" | "asked-candidate"; day: DefenseDay }
  | { kind: "candidate"; occasion: "planned" | "changed" | "cancelled"; day: DefenseDay; slot: LetterSlot; reason: string | null }
  | { kind: "examiner"; occasion: "planned" | "changed" | "cancelled"; day: DefenseDay; slots: LetterSlot[]; reason: string | null }
  | { kind: "dropped-out"; day: DefenseDay; examiner: string; reason: string };

/** Says it in the addressee's language; who calls has the texts. */
export type WriteLetter<L = Letter> = (to: Addressee, letter: L) => { subject: string; body: string };

export interface Post<L = Letter> {
  write: WriteLetter<L>;
  log: Logger;
}

interface Recipient extends Addressee {
  id: string;
  email: string;
}

/** Queues one letter for each of these people who can still read it; answers to how many. */
export async function sendLetters<L>(trx: Transaction<DB>, personIds: readonly string[], letterFor: (personId: string) => L | null, { write, log }: Post<L>): Promise<number> {
  let sent = 0;
  for (const { id, email, ...to } of await recipients(trx, personIds)) {
    const letter = letterFor(id);
    if (!letter) continue;
    await queueMail(trx, { to: email, template: "defense", locale: to.locale, ...write(to, letter) }, log);
    sent += 1;
  }
  return sent;
}

async function recipients(db: Kysely<DB>, personIds: readonly string[]): Promise<Recipient[]> {
  if (personIds.length === 0) return [];
  return db.selectFrom("person").select(["id", "email", "name", "locale", "time_zone as timeZone"]).where("id", "in", [...new Set(personIds)]).where("state", "=", "active").orderBy("email").execute();
}

/** The slots of a day for letters, with whose they are and who sits there. */
export async function letterSlots(db: Kysely<DB>, dayId: string): Promise<(LetterSlot & { state: string; candidateId: string; panel: string[] })[]> {
  const rows = await slotRows(db)
    .innerJoin("defense_place as pl", "pl.id", "s.place_id")
    .innerJoin("enrolment as e", "e.id", "s.enrolment_id")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["pl.name as placeName", "pl.link as placeLink", "p.id as candidateId", "p.name as candidate"])
    .where("s.day_id", "=", dayId)
    .orderBy("s.starts_at")
    .orderBy("s.created_at", "desc")
    .execute();
  return rows.map(({ id, startsAt, endsAt, placeId, placeName, placeLink, candidate, candidateId, enrolmentId, state, panel, chapters }) => ({
    id,
    startsAt,
    endsAt,
    place: { id: placeId, name: placeName, link: placeLink },
    candidate,
    candidateId,
    enrolmentId,
    chapters,
    state,
    panel: panel.map(({ personId }) => personId),
  }));
}
