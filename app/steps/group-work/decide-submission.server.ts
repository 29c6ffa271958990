/** The instructor's word on a sheet that was handed in: accepted, sent back, an acceptance taken back. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type ClaimRefusal, holdForMarking, rubricByHash, settleMarking } from "~/marking/index.server";
import { type CriterionPoints, rubricPoints } from "~/marking";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { unlockSheet } from "~/sheets/index.server";
import { announceGroupWork } from "./announce.server";
import { saySheets } from "./capability.server";
import { type Decision, type GroupSheetCommand, type GroupSheetState, stateAfter } from "./group-sheet";
import { reportStanding } from "./report-standing.server";
import { type GroupSheet, latestOf, lockGroupSheet, type Submission, submissionsOf } from "./rows.server";

export interface DecideInput {
  cohortId: string;
  groupSheetId: string;
  /** The number of the submission that the instructor looked at. */
  seen: number;
  now: Date;
}

/** Somebody was faster: how the sheet stands now, and whose act that was. */
export interface Overtaken {
  code: "overtaken";
  state: GroupSheetState;
  by: string | null;
  at: Date | null;
}

export type DecideError = { code: "not-found" } | { code: "reason-missing" } | Overtaken | ClaimRefusal;
export type AcceptError = DecideError | { code: "bad-rubric" };

/** Accepts the sheet: evidence for everybody who was in the group when it was handed in. Levels by the rubric may go with it. */
export async function acceptSheet(trx: Transaction<DB>, actor: { id: string }, input: DecideInput & { remark?: string | null; rubric?: { hash: string; points: CriterionPoints } | null }): Promise<Result<undefined, AcceptError>> {
  const taken = await take(trx, actor, input, "accept");
  if (!taken.ok) return taken;
  const rubric = input.rubric ?? null;
  const body = rubric && (await rubricByHash(trx, rubric.hash));
  const score = rubric && body ? rubricPoints(body, rubric.points) : null;
  if (rubric && !score?.ok) return fail({ code: "bad-rubric" });
  await write(trx, actor, taken.value, { kind: "accepted", remark: input.remark?.trim() || null, rubric, now: input.now });
  await settleMarking(trx, { kind: "group-sheet", subjectId: input.groupSheetId, by: actor.id, now: input.now, score: score?.ok ? score.value : null });
  await report(trx, actor, taken.value, input.now, {});
  return ok();
}

/** Sends the sheet back with remarks: it is open again, and whoever waited for the judgement works on. */
export async function sendBackSheet(trx: Transaction<DB>, actor: { id: string }, input: DecideInput & { remark: string }): Promise<Result<undefined, DecideError>> {
  const remark = input.remark.trim();
  if (remark === "") return fail({ code: "reason-missing" });
  const taken = await take(trx, actor, input, "send-back");
  if (!taken.ok) return taken;
  await write(trx, actor, taken.value, { kind: "returned", remark, rubric: null, now: input.now });
  await settleMarking(trx, { kind: "group-sheet", subjectId: input.groupSheetId, by: actor.id, now: input.now });
  await unlockSheet(trx, { sheetId: taken.value.sheet.sheetId, now: input.now });
  await report(trx, actor, taken.value, input.now, { sentBack: { by: actor.id, reason: remark } });
  return ok();
}

/** Takes an acceptance back, with the reason: the group works on, and what hung on it is computed anew. */
export async function takeBackAcceptance(trx: Transaction<DB>, actor: { id: string }, input: DecideInput & { reason: string }): Promise<Result<undefined, DecideError>> {
  const remark = input.reason.trim();
  if (remark === "") return fail({ code: "reason-missing" });
  const taken = await take(trx, actor, input, "take-back");
  if (!taken.ok) return taken;
  await write(trx, actor, taken.value, { kind: "taken-back", remark, rubric: null, now: input.now });
  await unlockSheet(trx, { sheetId: taken.value.sheet.sheetId, now: input.now });
  await report(trx, actor, taken.value, input.now, { takenBack: true });
  return ok();
}

interface Taken {
  sheet: GroupSheet;
  submission: Submission;
  state: GroupSheetState;
}

/** Holds the sheet and sees to it that it is still as the instructor saw it, and in nobody else's hand. */
async function take(trx: Transaction<DB>, actor: { id: string }, input: DecideInput, command: GroupSheetCommand): Promise<Result<Taken, DecideError>> {
  const sheet = await lockGroupSheet(trx, input);
  const submission = sheet && latestOf(await submissionsOf(trx, [sheet.id])).get(sheet.id);
  if (!sheet || !submission) return fail({ code: "not-found" });
  const state = stateAfter(sheet.state, command);
  if (!state || submission.number !== input.seen) {
    const { decision } = submission;
    return fail({ code: "overtaken", state: sheet.state, by: decision?.by ?? submission.by, at: decision?.at ?? submission.at });
  }
  const held = await holdForMarking(trx, actor, { kind: "group-sheet", subjectId: sheet.id, now: input.now });
  return held.ok ? ok({ sheet, submission, state }) : held;
}

async function write(trx: Transaction<DB>, actor: { id: string }, { sheet, submission, state }: Taken, { kind, remark, rubric, now }: { kind: Decision; remark: string | null; rubric: { hash: string; points: CriterionPoints } | null; now: Date }): Promise<void> {
  await trx
    .insertInto("group_decision")
    .values({ submission_id: submission.id, kind, remark, rubric_hash: rubric?.hash ?? null, points: rubric?.points ?? null, decided_by: actor.id, at: now })
    .execute();
  await trx.updateTable("group_sheet").set({ state }).where("id", "=", sheet.id).execute();
  const action = { accepted: "accept-group-sheet", returned: "send-back-group-sheet", "taken-back": "take-back-group-sheet" }[kind];
  await writeAudit(trx, { actorId: actor.id, action, subject: { kind: "group-sheet", id: sheet.id }, details: { cohort: sheet.cohortId, chapter: sheet.chapterSlug, submission: submission.number, ...(remark ? { reason: remark } : {}) } });
}

/** Everybody who was in the group when it was handed in, whether or not they still are. */
async function report(trx: Transaction<DB>, actor: { id: string }, { sheet, submission }: Taken, now: Date, how: { sentBack?: { by: string; reason: string }; takenBack?: boolean }): Promise<void> {
  const members = await trx.selectFrom("group_submission_member").select("enrolment_id").where("submission_id", "=", submission.id).execute();
  const evidence = { kind: "group-submission", id: submission.id } as const;
  await reportStanding(trx, { cohortId: sheet.cohortId, chapterSlug: sheet.chapterSlug, enrolmentIds: members.map((row) => row.enrolment_id), evidence, actorId: actor.id, now, ...how });
  await saySheets(trx, [sheet.id], now);
  await announceGroupWork(trx, sheet);
}
