/** Who gets a letter when: the day is published, changed, cancelled; examiners are asked. */
import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Letter, letterSlots, type Post, sendLetters } from "./letters.server";
import { type DayKey, findDay } from "./rows.server";
import type { Concerned } from "./write-schedule.server";

/** Asks examiners of a day when they are free: those who have not answered, or only the named ones. */
export async function askExaminers(trx: Transaction<DB>, key: DayKey & { personIds?: string[] }, post: Post): Promise<number> {
  const day = await findDay(trx, key);
  if (!day) return 0;
  let query = trx.selectFrom("defense_day_examiner").select("person_id").where("day_id", "=", day.id).where("dropped_at", "is", null).where("answered_at", "is", null);
  if (key.personIds) query = query.where("person_id", "in", [...key.personIds, ...(key.personIds.length === 0 ? ["00000000-0000-0000-0000-000000000000"] : [])]);
  const rows = await query.execute();
  return sendLetters(trx, rows.map(({ person_id }) => person_id), (): Letter => ({ kind: "asked", day }), post);
}

/** Asks candidates of a day when they are free who have neither answered nor a slot: all of them, or only the named ones. */
export async function askCandidates(trx: Transaction<DB>, key: DayKey & { enrolmentIds?: readonly string[] }, post: Post): Promise<number> {
  const day = await findDay(trx, key);
  if (!day || key.enrolmentIds?.length === 0) return 0;
  const rows = await trx
    .selectFrom("defense_candidate as c")
    .innerJoin("enrolment as e", "e.id", "c.enrolment_id")
    .select("e.person_id as personId")
    .where("c.day_id", "=", day.id)
    .where("c.dropped_at", "is", null)
    .where("c.answered_at", "is", null)
    .where("e.left_at", "is", null)
    .$if(key.enrolmentIds !== undefined, (query) => query.where("c.enrolment_id", "in", key.enrolmentIds ?? []))
    .$if(day.publishedAt !== null, (query) => query.where(({ not, exists, selectFrom }) => not(exists(selectFrom("defense_slot as s").select("s.id").where("s.day_id", "=", day.id).whereRef("s.enrolment_id", "=", "c.enrolment_id").where("s.state", "!=", "cancelled")))))
    .execute();
  return sendLetters(trx, rows.map(({ personId }) => personId), (): Letter => ({ kind: "asked-candidate", day }), post);
}

/** Asks examiners and candidates of a day when they are free, whoever has not answered. */
export async function askEverybody(trx: Transaction<DB>, key: DayKey, post: Post): Promise<number> {
  return (await askExaminers(trx, key, post)) + (await askCandidates(trx, key, post));
}

/**
 * Writes to everybody a change concerns, each about what is theirs: candidates about their slot, examiners about their whole day.
 * Says nothing while the day is a draft.
 */
export async function tellConcerned(trx: Transaction<DB>, input: DayKey & { concerned: Concerned | "everybody"; occasion: "planned" | "changed" | "cancelled"; reason: string | null }, post: Post | null): Promise<number> {
  const day = await findDay(trx, input);
  if (!day?.publishedAt || !post) return 0;
  const slots = await letterSlots(trx, day.id);
  const live = slots.filter(({ state }) => state === "planned" || input.occasion === "cancelled");
  const { concerned, occasion, reason } = input;
  const theirs = concerned === "everybody" ? live : slots.filter(({ enrolmentId }) => concerned.candidates.includes(enrolmentId));
  const examiners = concerned === "everybody" ? [...new Set(live.flatMap(({ panel }) => panel))] : concerned.examiners;
  const forCandidate = (personId: string): Letter | null => {
    const own = theirs.filter(({ candidateId }) => candidateId === personId);
    const slot = own.find(({ state }) => state === "planned") ?? own[0];
    if (!slot) return null;
    return { kind: "candidate", occasion: slot.state === "cancelled" ? "cancelled" : occasion, day, slot, reason };
  };
  const sent = await sendLetters(trx, theirs.map(({ candidateId }) => candidateId), forCandidate, post);
  const forExaminer = (personId: string): Letter => {
    const own = live.filter(({ panel }) => panel.includes(personId));
    return { kind: "examiner", occasion: own.length === 0 ? "cancelled" : occasion, day, slots: own, reason };
  };
  return sent + (await sendLetters(trx, examiners, forExaminer, post));
}

/** Who plans a day: the cohort's instructors and whoever set it up. */
export async function plannersOf(db: Kysely<DB>, day: { id: string; cohortId: string }): Promise<string[]> {
  const rows = await db
    .selectFrom("role_grant")
    .select("person_id as personId")
    .where("cohort_id", "=", day.cohortId)
    .where("role", "=", "instructor")
    .where("revoked_at", "is", null)
    .union(db.selectFrom("defense_day").select("created_by as personId").where("id", "=", day.id).where("created_by", "is not", null).$castTo<{ personId: string }>())
    .execute();
  return rows.map(({ personId }) => personId);
}

/** Tells who plans the day that an examiner cannot come. */
export async function tellPlanners(trx: Transaction<DB>, input: DayKey & { examiner: string; reason: string }, post: Post): Promise<number> {
  const day = await findDay(trx, input);
  if (!day) return 0;
  return sendLetters(trx, await plannersOf(trx, day), (): Letter => ({ kind: "dropped-out", day, examiner: input.examiner, reason: input.reason }), post);
}
