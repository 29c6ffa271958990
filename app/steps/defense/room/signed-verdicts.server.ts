import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { ScoreFilter } from "./locked-scores.server";

/** What a signed defense came to, for roll-ups. */
export interface SignedVerdict {
  slotId: string;
  cohortId: string;
  enrolmentId: string;
  personId: string;
  chapterSlugs: string[];
  outcome: "pass" | "conditional" | "fail";
  /** Of a conditional pass: the day it is due, and whether it was settled. */
  due: string | null;
  settled: "met" | "missed" | null;
  signedAt: Date;
}

/** Verdicts of all signed defenses of a time. Whether somebody may see them, the caller asks. */
export async function signedVerdicts(db: Kysely<DB>, { from, to, cohortIds }: ScoreFilter): Promise<SignedVerdict[]> {
  if (cohortIds?.length === 0) return [];
  const rows = await db
    .selectFrom("defense as d")
    .innerJoin("defense_slot as s", "s.id", "d.slot_id")
    .innerJoin("defense_day as y", "y.id", "s.day_id")
    .innerJoin("enrolment as e", "e.id", "s.enrolment_id")
    .innerJoinLateral(
      (eb) => eb.selectFrom("defense_verdict as v").select(["v.id", "v.outcome", "v.condition_due as due"]).whereRef("v.defense_id", "=", "d.id").orderBy("v.id", "desc").limit(1).as("w"),
      (join) => join.onTrue(),
    )
    .select(["s.id as slotId", "y.cohort_id as cohortId", "s.enrolment_id as enrolmentId", "e.person_id as personId", "w.outcome", "w.due", "d.signed_at as signedAt"])
    .select([
      sql<string[]>`(select array_agg(k.chapter_slug order by k.position) from defense_chapter k where k.defense_id = d.id)`.as("chapterSlugs"),
      sql<"met" | "missed" | null>`(select t.outcome from defense_settlement t where t.verdict_id = w.id order by t.id desc limit 1)`.as("settled"),
    ])
    .where("d.state", "=", "signed")
    .where("d.presenting_at", ">=", from)
    .where("d.presenting_at", "<", to)
    .$if(cohortIds !== undefined, (query) => query.where("y.cohort_id", "in", cohortIds ?? []))
    .orderBy("d.signed_at")
    .execute();
  return rows.flatMap(({ signedAt, ...row }) => (signedAt === null ? [] : [{ ...row, signedAt }]));
}
