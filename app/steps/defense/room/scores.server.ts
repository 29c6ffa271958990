/** Independent scores, revisions and agreed levels as they are stored. Who may read them is asked of `blindness.ts` by whoever shows them. */
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";

export interface StoredScore {
  id: string;
  examinerId: string;
  chapterSlug: string;
  criterionId: string;
  /** The independent level. */
  level: number;
  note: string | null;
  /** The level after the discussion, with the reason. */
  revision: { level: number; reason: string } | null;
}

/** The level that an examiner holds now. */
export function levelNow({ level, revision }: Pick<StoredScore, "level" | "revision">): number {
  return revision?.level ?? level;
}

/** Every locked score of a defense. */
export async function storedScores(db: Kysely<DB>, defenseId: string): Promise<StoredScore[]> {
  const rows = await db
    .selectFrom("defense_score as c")
    .leftJoinLateral(
      (eb) => eb.selectFrom("defense_revision as r").select(["r.level", "r.reason"]).whereRef("r.score_id", "=", "c.id").orderBy("r.id", "desc").limit(1).as("r"),
      (join) => join.onTrue(),
    )
    .select(["c.id", "c.examiner_id as examinerId", "c.chapter_slug as chapterSlug", "c.criterion_id as criterionId", "c.level", "c.note", "r.level as newLevel", "r.reason"])
    .where("c.defense_id", "=", defenseId)
    .orderBy("c.id")
    .execute();
  return rows.map(({ newLevel, reason, ...row }) => ({ ...row, revision: newLevel === null || reason === null ? null : { level: newLevel, reason } }));
}

export interface AgreedLevel {
  chapterSlug: string;
  criterionId: string;
  level: number;
  how: "rule" | "panel";
}

/** The agreed level of each criterion that has one. */
export function agreedLevels(db: Kysely<DB>, defenseId: string): Promise<AgreedLevel[]> {
  return db
    .selectFrom("defense_agreed")
    .distinctOn(["chapter_slug", "criterion_id"])
    .select(["chapter_slug as chapterSlug", "criterion_id as criterionId", "level", "how"])
    .where("defense_id", "=", defenseId)
    .orderBy("chapter_slug")
    .orderBy("criterion_id")
    .orderBy("id", "desc")
    .execute();
}

export type VerdictOutcome = "pass" | "conditional" | "fail";
export const VERDICT_OUTCOMES = ["pass", "conditional", "fail"] as const satisfies readonly VerdictOutcome[];

export interface StoredVerdict {
  id: string;
  outcome: VerdictOutcome;
  remarks: { chapterSlug: string; criterionId: string; remark: string }[];
  strengths: string;
  redo: string | null;
  minutes: string | null;
  condition: { what: string; due: string; checkerId: string; checkerName: string; checkerNameLatin: string | null } | null;
  at: Date;
  settlement: { outcome: "met" | "missed"; note: string; byName: string; byNameLatin: string | null; at: Date } | null;
}

/** The latest verdict of a defense, with what came of its condition. */
export async function latestVerdict(db: Kysely<DB>, defenseId: string): Promise<StoredVerdict | null> {
  const row = await db
    .selectFrom("defense_verdict as v")
    .leftJoin("person as k", "k.id", "v.checker_id")
    .select(["v.id", "v.outcome", "v.remarks", "v.strengths", "v.redo", "v.minutes", "v.condition_what as what", "v.condition_due as due", "v.checker_id as checkerId", "k.name as checkerName", "k.name_latin as checkerNameLatin", "v.at"])
    .where("v.defense_id", "=", defenseId)
    .orderBy("v.id", "desc")
    .limit(1)
    .executeTakeFirst();
  if (row === undefined) return null;
  const { what, due, checkerId, checkerName, checkerNameLatin, ...verdict } = row;
  const condition = what === null || due === null || checkerId === null ? null : { what, due, checkerId, checkerName: checkerName ?? "", checkerNameLatin };
  const settlement = await db
    .selectFrom("defense_settlement as t")
    .innerJoin("person as p", "p.id", "t.by_id")
    .select(["t.outcome", "t.note", "p.name as byName", "p.name_latin as byNameLatin", "t.at"])
    .where("t.verdict_id", "=", verdict.id)
    .orderBy("t.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return { ...verdict, condition, settlement: settlement ?? null };
}

/** Signatures of a verdict, in order. */
export function signaturesOf(db: Kysely<DB>, verdictId: string): Promise<{ personId: string; name: string; nameLatin: string | null; at: Date }[]> {
  return db
    .selectFrom("defense_signature as g")
    .innerJoin("person as p", "p.id", "g.person_id")
    .select(["p.id as personId", "p.name", "p.name_latin as nameLatin", "g.at"])
    .where("g.verdict_id", "=", verdictId)
    .orderBy("g.at")
    .orderBy(sql`p.id`)
    .execute();
}
