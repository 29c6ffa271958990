/** What signed defenses say to the rest of the house: the step's standing, and the capability that the panel saw. */
import { type Kysely, sql, type Transaction } from "kysely";
import { recordCapability } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import { progressIn } from "~/pipeline";
import { loadRoad, recordEvidence } from "~/pipeline/index.server";
import { pinnedChapters } from "./pinned.server";
import { agreedLevels, type VerdictOutcome } from "./scores.server";
import { standingOf } from "./standing";

type Report = { enrolmentId: string; chapterSlug: string; defenseId: string; actorId: string; now: Date };

/** Tells pipeline and capability of a defense whose last signature is there. */
export async function reportSigned(trx: Transaction<DB>, { defenseId, actorId, now }: { defenseId: string; actorId: string; now: Date }): Promise<void> {
  const { slotId, enrolmentId, personId, cohortId, observedAt } = await trx
    .selectFrom("defense as d")
    .innerJoin("defense_slot as s", "s.id", "d.slot_id")
    .innerJoin("enrolment as e", "e.id", "s.enrolment_id")
    .select(["s.id as slotId", "e.id as enrolmentId", "e.person_id as personId", "e.cohort_id as cohortId", "d.presenting_at as observedAt"])
    .where("d.id", "=", defenseId)
    .executeTakeFirstOrThrow();
  const agreed = await agreedLevels(trx, defenseId);
  for (const { chapterSlug, rubric } of await pinnedChapters(trx, { id: defenseId, slotId })) {
    await reportStanding(trx, { enrolmentId, chapterSlug, defenseId, actorId, now });
    const lines = rubric.criteria.flatMap(({ id, title, competencies, levels }) => {
      const level = agreed.find((one) => one.chapterSlug === chapterSlug && one.criterionId === id)?.level;
      return level === undefined ? [] : [{ item: id, competencies, share: level / (levels.length - 1), label: title }];
    });
    const source = { kind: "defense-criterion", id: `${defenseId}/${chapterSlug}` } as const;
    await recordCapability(trx, { personId, source, view: "panel", by: null, enrolmentId, cohortId, chapterSlug, occasion: defenseId, observedAt, lines, now });
  }
}

/** Says what all defenses of a chapter come to now. */
export async function reportStanding(trx: Transaction<DB>, { enrolmentId, chapterSlug, defenseId, actorId, now }: Report): Promise<void> {
  const outcome = standingOf(await verdictsOf(trx, enrolmentId, chapterSlug));
  if (outcome === null) return;
  const report = { enrolmentId, chapterSlug, step: "defense", evidence: { kind: "defense", id: defenseId }, actorId, now } as const;
  if (outcome === "submitted") {
    // A verdict that was corrected to a condition takes back what it had said; waiting never does that by itself.
    const road = (await loadRoad(trx, enrolmentId, chapterSlug))?.road;
    const state = road && progressIn(road, "defense").state;
    if (state === "passed" || state === "failed") await recordEvidence(trx, { ...report, outcome: "retracted" });
  }
  // A chapter that was taken off the cohort meanwhile has nothing to hear.
  await recordEvidence(trx, { ...report, outcome });
}

/** Signed verdicts on a chapter of an enrolment, the earliest first. */
async function verdictsOf(db: Kysely<DB>, enrolmentId: string, chapterSlug: string): Promise<{ outcome: VerdictOutcome; settled: "met" | "missed" | null }[]> {
  return db
    .selectFrom("defense as d")
    .innerJoin("defense_slot as s", "s.id", "d.slot_id")
    .innerJoin("defense_chapter as k", "k.defense_id", "d.id")
    .innerJoinLateral(
      (eb) => eb.selectFrom("defense_verdict as v").select(["v.id", "v.outcome"]).whereRef("v.defense_id", "=", "d.id").orderBy("v.id", "desc").limit(1).as("w"),
      (join) => join.onTrue(),
    )
    .select("w.outcome")
    .select(sql<"met" | "missed" | null>`(select t.outcome from defense_settlement t where t.verdict_id = w.id order by t.id desc limit 1)`.as("settled"))
    .where("s.enrolment_id", "=", enrolmentId)
    .where("k.chapter_slug", "=", chapterSlug)
    .where("d.state", "=", "signed")
    .orderBy("d.presenting_at")
    .execute();
}
