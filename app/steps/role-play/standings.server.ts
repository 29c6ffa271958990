/** Where learners stand in the role-play of a chapter, over all sessions of their cohort; and telling the pipeline. */
import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { cohortGate, recordEvidence } from "~/pipeline/index.server";
import { sayRounds } from "./capability.server";
import { loadResults } from "./results.server";
import { type PartRecord, rolePlayStanding, type Standing } from "./standing";

export interface StandingScope {
  cohortId: string;
  chapterSlug: string;
  enrolmentIds: readonly string[];
  /** Rounds of this session are left out. */
  exceptSessionId?: string;
}

/** Every part that these learners had in a chapter, whatever the session. */
async function loadParts(db: Kysely<DB>, { cohortId, chapterSlug, enrolmentIds, exceptSessionId }: StandingScope, passMark: number): Promise<Map<string, PartRecord[]>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("role_play_part as p")
    .innerJoin("role_play_round as r", "r.id", "p.round_id")
    .innerJoin("role_play_session as s", "s.id", "r.session_id")
    .select(["p.enrolment_id", "p.role", "r.id", "r.state", "r.scenario_hash as scenarioHash"])
    .where("s.cohort_id", "=", cohortId)
    .where("r.chapter_slug", "=", chapterSlug)
    .where("p.enrolment_id", "in", enrolmentIds)
    .$if(exceptSessionId !== undefined, (query) => query.where("s.id", "!=", exceptSessionId ?? ""))
    .orderBy("r.started_at")
    .orderBy("r.id")
    .execute();
  const results = await loadResults(db, rows.filter((row) => row.role === "salesperson" && row.state === "done"), passMark);
  const parts = new Map<string, PartRecord[]>();
  for (const { enrolment_id, role, state, id } of rows) parts.set(enrolment_id, [...(parts.get(enrolment_id) ?? []), { role, state, result: role === "salesperson" ? (results.get(id) ?? null) : null }]);
  return parts;
}

/** Where each of these learners stands; learners without a part are in it, too. */
export async function loadStandings(db: Kysely<DB>, scope: StandingScope): Promise<Map<string, Standing>> {
  const gate = await cohortGate(db, scope.cohortId, scope.chapterSlug, "role-play");
  const parts = await loadParts(db, scope, gate.passMark);
  return new Map(scope.enrolmentIds.map((id) => [id, rolePlayStanding(parts.get(id) ?? [], gate)]));
}

export interface StandingReport {
  /** The round that brought the change: everybody in it is looked at. */
  round: { id: string; cohortId: string; chapterSlug: string; parts: readonly { enrolmentId: string }[] };
  actorId: string | null;
  now: Date;
}

/**
 * Tells the pipeline what all rounds of each learner in the round come to now. Roads are taken in a fixed order, so that two
 * groups that end at once do not wait for one another.
 */
export async function reportStandings(trx: Transaction<DB>, { round, actorId, now }: StandingReport): Promise<void> {
  const enrolmentIds = round.parts.map((part) => part.enrolmentId).sort();
  const standings = await loadStandings(trx, { cohortId: round.cohortId, chapterSlug: round.chapterSlug, enrolmentIds });
  const passed = await passedNow(trx, round.chapterSlug, enrolmentIds);
  for (const enrolmentId of enrolmentIds) {
    const outcome = standings.get(enrolmentId)?.outcome;
    if (!outcome) continue;
    const report = { enrolmentId, chapterSlug: round.chapterSlug, step: "role-play" as const, evidence: { kind: "role-play-round", id: round.id }, actorId, now };
    // `begun` and `submitted` take nothing back: where a round that was needed counts no more, the pass goes first.
    if (passed.has(enrolmentId) && (outcome === "begun" || outcome === "submitted")) await recordEvidence(trx, { ...report, outcome: "retracted" });
    // Refused where the step is left out, or (begun, submitted) before its turn: the judgement that follows is taken all the same.
    await recordEvidence(trx, { ...report, outcome });
  }
  await sayRounds(trx, [round.id], now);
}

async function passedNow(trx: Transaction<DB>, chapterSlug: string, enrolmentIds: readonly string[]): Promise<Set<string>> {
  if (enrolmentIds.length === 0) return new Set();
  const rows = await trx.selectFrom("progress").select("enrolment_id").where("chapter_slug", "=", chapterSlug).where("step", "=", "role-play").where("state", "=", "passed").where("enrolment_id", "in", enrolmentIds).execute();
  return new Set(rows.map((row) => row.enrolment_id));
}
