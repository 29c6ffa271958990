import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { ownEnrolment } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { Assignment } from "./assignment";
import { reportWork, type StepClosed } from "./gate.server";
import { assignmentByHash, currentAssignment } from "./load-assignment.server";
import { findHomework, type HomeworkOf, type HomeworkRow, lockHomework } from "./rows.server";

/** One's own homework, held until the transaction ends. */
export type OwnHomework = HomeworkRow & HomeworkOf & { personId: string; cohortId: string; assignment: Assignment };
/** `no-assignment`: the chapter has no task to work on. */
export type BeginError = { code: "not-found" } | { code: "no-assignment" } | StepClosed;

/**
 * Takes one's own homework for a change. The first change begins it: under the chapter's task of that moment, which it
 * keeps, and the pipeline hears of it. It says no as long as the step is not open.
 */
export async function beginHomework(trx: Transaction<DB>, actor: { id: string }, input: HomeworkOf & { now: Date }): Promise<Result<OwnHomework, BeginError>> {
  const { enrolmentId, chapterSlug, now } = input;
  const own = await ownEnrolment(trx, actor.id, enrolmentId, chapterSlug);
  if (own === undefined) return fail({ code: "not-found" });
  const common = { enrolmentId, chapterSlug, personId: own.personId, cohortId: own.cohortId };
  const existing = await findHomework(trx, input);
  if (existing !== undefined) return ok({ ...(await lockHomework(trx, existing.id)), ...common, assignment: await assignmentByHash(trx, existing.assignmentHash) });

  const current = await currentAssignment(trx, chapterSlug);
  if (current === null) return fail({ code: "no-assignment" });
  // Before anything is written: a refusal leaves nothing behind.
  const id = randomUUID();
  const told = await reportWork(trx, { ...input, evidence: { kind: "homework", id }, actorId: actor.id }, "begun");
  if (!told.ok) return told;
  // Two devices that begin at once begin the same one.
  await trx
    .insertInto("homework")
    .values({ id, enrolment_id: enrolmentId, chapter_slug: chapterSlug, assignment_hash: current.hash, begun_at: now })
    .onConflict((conflict) => conflict.columns(["enrolment_id", "chapter_slug"]).doNothing())
    .execute();
  const begun = await findHomework(trx, input);
  if (begun === undefined) return fail({ code: "not-found" });
  return ok({ ...(await lockHomework(trx, begun.id)), ...common, assignment: await assignmentByHash(trx, begun.assignmentHash) });
}
