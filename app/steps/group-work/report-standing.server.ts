import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { applyCommand, recordEvidence } from "~/pipeline/index.server";
import { standingOf } from "./group-sheet";
import { workOf } from "./rows.server";
import { pickedTools } from "./tools-of-chapter.server";

export interface StandingReport {
  cohortId: string;
  chapterSlug: string;
  enrolmentIds: readonly string[];
  /** What brought the change: a sheet that was begun, something handed in. */
  evidence: { kind: "group-sheet" | "group-submission"; id: string };
  actorId: string | null;
  /** The work goes back to the group: who is waiting for a judgement waits no more. */
  sentBack?: { by: string; reason: string };
  /** An acceptance counts no more. */
  takenBack?: boolean;
  now: Date;
}

/**
 * Tells the pipeline what all group work on the chapter comes to, learner by learner in the order of their enrolments. Who
 * is behind with earlier steps keeps the evidence: it is said again when they next open the room. Answers for whom something
 * waits to be judged now.
 */
export async function reportStanding(trx: Transaction<DB>, report: StandingReport): Promise<{ waiting: string[] }> {
  const { cohortId, chapterSlug, evidence, actorId, now } = report;
  const enrolmentIds = await holdEnrolments(trx, report.enrolmentIds);
  const [tools, work] = [await pickedTools(trx, report), await workOf(trx, { cohortId, chapterSlug }, enrolmentIds)];
  const waiting: string[] = [];
  for (const enrolmentId of enrolmentIds) {
    const outcome = standingOf(tools.map((tool) => tool.key), work.get(enrolmentId) ?? []);
    const step = { enrolmentId, chapterSlug, step: "group-work" as const, now };
    if (outcome === "begun" && report.sentBack) {
      const cause = { kind: "person", actorId: report.sentBack.by, reason: report.sentBack.reason } as const;
      // Refused where the step was not waiting for a judgement: behind, or past it already.
      await applyCommand(trx, { ...step, command: { kind: "reopen", cause } });
    }
    if (outcome !== "passed" && report.takenBack) await recordEvidence(trx, { ...step, outcome: "retracted", evidence, actorId });
    const told = await recordEvidence(trx, { ...step, outcome, evidence, actorId });
    if (outcome === "submitted" && told.ok) waiting.push(enrolmentId);
  }
  return { waiting };
}

/** Holds the enrolments in a fixed order: two groups' sheets that are judged at once see one another's outcome. */
async function holdEnrolments(trx: Transaction<DB>, ids: readonly string[]): Promise<string[]> {
  const rows = await trx.selectFrom("enrolment").select("id").where("id", "=", sql<string>`any(${[...ids]}::uuid[])`).orderBy("id").forNoKeyUpdate().execute();
  return rows.map((row) => row.id);
}
