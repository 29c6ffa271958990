/** Whom a verdict is told, each once: the candidate, who checks the condition, those who plan another day. */
import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { plannersOf } from "../days/tell-people.server";
import { type Post, sendLetters } from "../days/letters.server";
import { chaptersOf, type DefenseRow } from "./rows.server";
import { latestVerdict } from "./scores.server";
import type { LetterSubject, VerdictLetter } from "./verdict-letter";

export type VerdictPost = Post<VerdictLetter>;

/** What letters about a defense that has begun are about; its latest verdict with it. */
export async function letterSubject(db: Kysely<DB>, row: DefenseRow & { id: string }) {
  const verdict = await latestVerdict(db, row.id);
  if (verdict === null) throw new Error(`the defense ${row.id} has no verdict`);
  const [chapter] = await chaptersOf(db, row.id);
  const { title } = await db.selectFrom("defense_day").select("title").where("id", "=", row.dayId).executeTakeFirstOrThrow();
  const { condition } = verdict;
  const about: LetterSubject = {
    slotId: row.slotId,
    cohortId: row.cohortId,
    enrolmentId: row.enrolmentId,
    chapterSlug: chapter?.chapterSlug ?? "",
    title,
    startsAt: row.startsAt,
    timeZone: row.timeZone,
    candidate: { name: row.candidateName, nameLatin: row.candidateNameLatin },
    condition: condition && { what: condition.what, due: condition.due, checker: { name: condition.checkerName, nameLatin: condition.checkerNameLatin } },
    redo: verdict.redo,
  };
  return { about, verdict };
}

type LetterKind = "verdict" | "condition" | "released" | "new-slot" | "reminder" | "overdue" | "settled";

interface Once {
  verdictId: string;
  settlementId?: string;
  kind: LetterKind;
  personIds: readonly string[];
  now: Date;
}

/** Writes to those of them who were not written to before. Answers how many letters it were. */
export async function tellOnce(trx: Transaction<DB>, { verdictId, settlementId, kind, personIds, now }: Once, letterFor: (personId: string) => VerdictLetter, post: VerdictPost): Promise<number> {
  if (personIds.length === 0) return 0;
  const rows = [...new Set(personIds)].map((person_id) => ({ verdict_id: verdictId, settlement_id: settlementId ?? null, kind, person_id, at: now }));
  const fresh = await trx.insertInto("defense_letter").values(rows).onConflict((conflict) => conflict.constraint("defense_letter_once").doNothing()).returning("person_id").execute();
  return sendLetters(trx, fresh.map(({ person_id }) => person_id), letterFor, post);
}

/** A verdict counts: its candidate hears what it is and what comes next, the checker what they are to look at, those who teach that a slot is needed. */
export async function tellSigned(trx: Transaction<DB>, row: DefenseRow & { id: string }, now: Date, post: VerdictPost): Promise<void> {
  const { about, verdict } = await letterSubject(trx, row);
  const before = await toldBefore(trx, row.id, verdict.id);
  const base = { verdictId: verdict.id, now };
  await tellOnce(trx, { ...base, kind: "verdict", personIds: [row.candidateId] }, () => ({ about, kind: "verdict", outcome: verdict.outcome, corrected: before.corrected }), post);
  const checkerId = verdict.condition?.checkerId;
  if (checkerId !== undefined) await tellOnce(trx, { ...base, kind: "condition", personIds: [checkerId] }, () => ({ about, kind: "condition" }), post);
  await tellOnce(trx, { ...base, kind: "released", personIds: before.checkerIds.filter((id) => id !== checkerId) }, () => ({ about, kind: "released" }), post);
  if (verdict.outcome === "fail") await tellOnce(trx, { ...base, kind: "new-slot", personIds: await plannersOf(trx, { id: row.dayId, cohortId: row.cohortId }) }, () => ({ about, kind: "new-slot", why: "failed" }), post);
}

/** A condition was settled: its candidate hears how, and, where it was missed, those who teach that a slot is needed. */
export async function tellSettled(trx: Transaction<DB>, row: DefenseRow & { id: string }, settlementId: string, now: Date, post: VerdictPost): Promise<void> {
  const { about, verdict } = await letterSubject(trx, row);
  const { settlement } = verdict;
  if (settlement === null) return;
  const base = { verdictId: verdict.id, settlementId, now };
  const { outcome, note } = settlement;
  await tellOnce(trx, { ...base, kind: "settled", personIds: [row.candidateId] }, () => ({ about, kind: "settled", outcome, note, by: { name: settlement.byName, nameLatin: settlement.byNameLatin } }), post);
  if (outcome === "missed") await tellOnce(trx, { ...base, kind: "new-slot", personIds: await plannersOf(trx, { id: row.dayId, cohortId: row.cohortId }) }, () => ({ about, kind: "new-slot", why: "missed" }), post);
}

/** What was said about earlier verdicts of the same defense: whether anything was, and who was asked to look at a condition by the one that held last. */
async function toldBefore(db: Kysely<DB>, defenseId: string, verdictId: string): Promise<{ corrected: boolean; checkerIds: string[] }> {
  const earlier = await db
    .selectFrom("defense_letter as l")
    .innerJoin("defense_verdict as v", "v.id", "l.verdict_id")
    .select(["l.kind", "l.person_id as personId", "l.verdict_id as verdictId"])
    .where("v.defense_id", "=", defenseId)
    .where("v.id", "<", verdictId)
    .where("l.kind", "in", ["verdict", "condition"])
    .orderBy("l.verdict_id", "desc")
    .execute();
  const last = earlier.filter((one) => one.verdictId === earlier[0]?.verdictId);
  return { corrected: earlier.length > 0, checkerIds: last.filter(({ kind }) => kind === "condition").map(({ personId }) => personId) };
}
