import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { isPublic } from "./blindness";
import type { DefenseState } from "./defense";
import type { VerdictOutcome } from "./scores.server";

/** A defense that was held, as far as candidate and cohort staff may know of it before and after the signatures. */
export interface DefenseOfLearner {
  slotId: string;
  heldAt: Date;
  state: DefenseState;
  /** Signed ones only. */
  verdict: { outcome: VerdictOutcome; due: string | null; checkerId: string | null; settled: "met" | "missed" | null } | null;
}

/** The defenses of one enrolment that covered a chapter, the latest first. Whether somebody may see them, the caller asks. */
export async function defensesOfLearner(db: Kysely<DB>, { enrolmentId, chapterSlug }: { enrolmentId: string; chapterSlug: string }): Promise<DefenseOfLearner[]> {
  const rows = await db
    .selectFrom("defense as d")
    .innerJoin("defense_slot as s", "s.id", "d.slot_id")
    .innerJoin("defense_chapter as k", "k.defense_id", "d.id")
    .leftJoinLateral(
      (eb) => eb.selectFrom("defense_verdict as v").select(["v.id", "v.outcome", "v.condition_due as due", "v.checker_id as checkerId"]).whereRef("v.defense_id", "=", "d.id").orderBy("v.id", "desc").limit(1).as("w"),
      (join) => join.onTrue(),
    )
    .select(["s.id as slotId", "d.presenting_at as heldAt", "d.state", "w.outcome", "w.due", "w.checkerId"])
    .select(sql<"met" | "missed" | null>`(select t.outcome from defense_settlement t where t.verdict_id = w.id order by t.id desc limit 1)`.as("settled"))
    .where("s.enrolment_id", "=", enrolmentId)
    .where("k.chapter_slug", "=", chapterSlug)
    .orderBy("d.presenting_at", "desc")
    .execute();
  return rows.map(({ slotId, heldAt, state, outcome, due, checkerId, settled }) => ({
    slotId,
    heldAt,
    state,
    // A verdict that is not signed is nobody's but the panel's.
    verdict: isPublic(state) && outcome !== null ? { outcome, due, checkerId, settled } : null,
  }));
}
