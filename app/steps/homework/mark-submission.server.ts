import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type CriterionPoints, type Rubric, type RubricError, rubricPoints } from "~/marking";
import { holdForMarking, rubricByHash, settleMarking } from "~/marking/index.server";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { lockSheet, unlockSheet } from "~/sheets/index.server";
import { sayHomework } from "./capability.server";
import { reportVerdict } from "./gate.server";
import { stateAfter, takes, type Verdict } from "./homework";
import { lockClass, lockHomework, SUBMISSION_COLUMNS, versionsOf } from "./rows.server";

export type MarkInput = {
  /** The cohort in which the actor may teach; a submission of another is not found. */
  cohortId: string;
  submissionId: string;
  verdict: Verdict;
  criteria: CriterionPoints;
  remark: string | null;
  /** The mark that the marker had before their eyes, null for none; left out, whatever is there is marked over. */
  seenMarkId?: string | null;
  now: Date;
};
export type MarkError = RubricError
  | { code: "not-found" }
  /** A newer version is in. */
  | { code: "superseded" }
  /** Returned already; the learner is at work on it. */
  | { code: "returned-already" }
  | { code: "no-remark" }
  | { code: "marked-meanwhile"; by: string }
  | { code: "claimed"; by: string; until: Date };

/**
 * The instructor's word on the newest version: accepted by the rubric it was handed in under, or returned with a remark.
 * Saying another word corrects the first; both stay on record, and the pipeline hears what holds now. Peers who have not
 * answered yet need not any more.
 */
export async function markSubmission(trx: Transaction<DB>, actor: { id: string }, input: MarkInput): Promise<Result<undefined, MarkError>> {
  const { cohortId, submissionId, verdict, criteria, now } = input;
  const row = await trx
    .selectFrom("homework_submission as s")
    .innerJoin("homework as h", "h.id", "s.homework_id")
    .innerJoin("enrolment as e", "e.id", "h.enrolment_id")
    .select([...SUBMISSION_COLUMNS, "e.id as enrolmentId", "h.chapter_slug as chapterSlug"])
    .where("s.id", "=", submissionId)
    .where("e.cohort_id", "=", cohortId)
    .executeTakeFirst();
  if (row === undefined || !(await lockClass(trx, { cohortId, chapterSlug: row.chapterSlug }))) return fail({ code: "not-found" });
  const homework = await lockHomework(trx, row.homeworkId);
  if ((await versionsOf(trx, row.homeworkId))[0]?.id !== submissionId) return fail({ code: "superseded" });
  if (!takes(homework.state, verdict === "accepted" ? "accept" : "return")) return fail({ code: "returned-already" });
  const remark = input.remark?.trim() ?? "";
  if (verdict === "returned" && remark.length < 3) return fail({ code: "no-remark" });
  const rubric = await rubricByHash(trx, row.rubricHash);
  if (rubric === null) return fail({ code: "not-found" });
  const points = pointsFor(rubric, criteria, verdict);
  if (!points.ok) return points;
  const meanwhile = await markedMeanwhile(trx, input);
  if (meanwhile !== null) return fail(meanwhile);
  const subject = { kind: "homework", subjectId: submissionId } as const;
  const held = await holdForMarking(trx, actor, { ...subject, now });
  if (!held.ok) return fail({ code: "claimed", by: held.error.claim.name, until: held.error.claim.until });

  const score = points.value;
  await trx
    .insertInto("homework_mark")
    .values({ submission_id: submissionId, marker_id: actor.id, verdict, criteria, points: score?.points ?? null, max_points: score?.max ?? null, remark: remark === "" ? null : remark, at: now })
    .execute();
  const after = stateAfter(verdict);
  await trx.updateTable("homework").set({ state: after }).where("id", "=", homework.id).execute();
  await trx.updateTable("homework_review").set({ state: "withdrawn" }).where("submission_id", "=", submissionId).where("state", "in", ["asked", "over"]).execute();
  for (const { sheetId } of row.sheets) await (verdict === "returned" ? unlockSheet(trx, { sheetId, now }) : lockSheet(trx, { sheetId, by: actor.id, now }));
  await settleMarking(trx, { ...subject, by: actor.id, now, score });
  await sayHomework(trx, [homework.id], now);
  await writeAudit(trx, { actorId: actor.id, action: "mark-homework", subject: { kind: "homework", id: homework.id }, details: { submission: submissionId, verdict, points: score?.points ?? null } });
  const cause = { enrolmentId: row.enrolmentId, chapterSlug: row.chapterSlug, evidence: { kind: "homework-submission" as const, id: submissionId }, actorId: actor.id, now };
  await reportVerdict(trx, cause, { before: homework.state, after, reason: remark });
  return ok();
}

/** Accepting takes a level for every criterion; returning takes what was chosen so far, and counts points only when it is whole. */
function pointsFor(rubric: Rubric, criteria: CriterionPoints, verdict: Verdict): Result<{ points: number; max: number } | null, RubricError> {
  const points = rubricPoints(rubric, criteria);
  if (points.ok || verdict === "accepted" || points.error.code !== "criterion-missing") return points;
  const chosen = { criteria: rubric.criteria.filter(({ id }) => criteria[id] !== undefined) };
  const partly = rubricPoints(chosen, criteria);
  return partly.ok ? ok(null) : partly;
}

/** Whether it has another mark by now than the marker saw. The homework's row lock is held. */
async function markedMeanwhile(trx: Transaction<DB>, { submissionId, seenMarkId }: MarkInput): Promise<Extract<MarkError, { code: "marked-meanwhile" }> | null> {
  if (seenMarkId === undefined) return null;
  const latest = await trx
    .selectFrom("homework_mark")
    .innerJoin("person", "person.id", "homework_mark.marker_id")
    .select(["homework_mark.id", "person.name"])
    .where("submission_id", "=", submissionId)
    .orderBy("homework_mark.id", "desc")
    .limit(1)
    .executeTakeFirst();
  return latest === undefined || latest.id === seenMarkId ? null : { code: "marked-meanwhile", by: latest.name };
}
