import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { ownEnrolment } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { currentRubric, enqueueMarking } from "~/marking/index.server";
import { daysAfter } from "~/pipeline";
import { cohortGate } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { lockSheet } from "~/sheets/index.server";
import { type BeginError, beginHomework, type OwnHomework } from "./begin-homework.server";
import { reportWork } from "./gate.server";
import { decideHandIn, type HandInRefusal, type Work } from "./homework";
import { advanceReviews } from "./review/advance-reviews.server";
import { reviewsUntil } from "./review/review-rules";
import { filesOf, type HomeworkOf, lockClass, sheetsOf, textsOf, versionsOf } from "./rows.server";

export type HandInError = BeginError | HandInRefusal | { code: "no-rubric" };

/**
 * Hands in what lies with the parts, as the next version: texts as saved, files as attached, sheets locked as they stand.
 * The first version goes to peers and then to the instructor; one that was returned goes straight back to the instructor.
 */
export async function handIn(trx: Transaction<DB>, actor: { id: string }, input: HomeworkOf & { now: Date }): Promise<Result<{ submissionId: string; late: boolean }, HandInError>> {
  const { chapterSlug, now } = input;
  const own = await ownEnrolment(trx, actor.id, input.enrolmentId, chapterSlug);
  if (own === undefined || !(await lockClass(trx, { cohortId: own.cohortId, chapterSlug }))) return fail({ code: "not-found" });
  const begun = await beginHomework(trx, actor, input);
  if (!begun.ok) return begun;
  const homework = begun.value;
  const [gate, rubric, before, work] = await Promise.all([cohortGate(trx, own.cohortId, chapterSlug, "homework"), currentRubric(trx, homework.assignment.rubric), versionsOf(trx, homework.id), workOf(trx, homework)]);
  const decided = decideHandIn(homework.state, homework.assignment.parts, work, { now, dueAt: gate.dueAt, acceptLate: gate.acceptLate, handedInBefore: before.length > 0 });
  if (!decided.ok) return decided;
  if (rubric === null) return fail({ code: "no-rubric" });
  // Before anything is written: a refusal leaves nothing behind.
  const submissionId = randomUUID();
  const told = await reportWork(trx, { ...input, evidence: { kind: "homework-submission", id: submissionId }, actorId: actor.id }, "submitted");
  if (!told.ok) return told;

  const number = (before[0]?.number ?? 0) + 1;
  const wanted = number === 1 ? gate.peerReviews : 0;
  const until = reviewsUntil(now, wanted);
  const sheets: { part: string; sheetId: string; version: number }[] = [];
  for (const { part, sheetId } of work.sheets) sheets.push({ part, sheetId, version: (await lockSheet(trx, { sheetId, by: actor.id, now })).version });
  await trx
    .insertInto("homework_submission")
    .values({
      id: submissionId,
      homework_id: homework.id,
      number,
      assignment_hash: homework.assignmentHash,
      rubric_hash: rubric.hash,
      texts: work.texts,
      files: work.files.map(({ part, uploadId, name, bytes, mediaType }) => ({ part, uploadId, name, bytes, mediaType })),
      sheets,
      late: decided.value.late,
      submitted_at: now,
      reviews_wanted: wanted,
      reviews_until: until,
    })
    .execute();
  await trx.updateTable("homework").set({ state: "handed-in" }).where("id", "=", homework.id).execute();
  const learner = await trx.selectFrom("person").select("name").where("id", "=", actor.id).executeTakeFirstOrThrow();
  await enqueueMarking(trx, {
    kind: "homework",
    subjectId: submissionId,
    cohortId: own.cohortId,
    chapterSlug,
    title: learner.name,
    task: homework.assignment.title,
    taskKey: homework.assignment.rubric,
    waitingSince: now,
    readyAt: until,
    dueAt: daysAfter(until, gate.reviewDays),
  });
  await advanceReviews(trx, { cohortId: own.cohortId, chapterSlug, now });
  return ok({ submissionId, late: decided.value.late });
}

type WholeWork = Omit<Work, "files" | "sheets"> & { files: Awaited<ReturnType<typeof filesOf>>; sheets: Awaited<ReturnType<typeof sheetsOf>> };

/** What lies with the parts of the assignment. */
async function workOf(trx: Transaction<DB>, { id, assignment }: OwnHomework): Promise<WholeWork> {
  const texts = await textsOf(trx, id);
  const parts = new Set(assignment.parts.map((part) => part.id));
  const written = assignment.parts.flatMap((part, at) => {
    const value = texts.get(at + 1)?.value ?? "";
    return part.kind === "text" && value.trim() !== "" ? [[part.id, value] as const] : [];
  });
  return {
    texts: Object.fromEntries(written),
    files: (await filesOf(trx, id)).filter(({ part }) => parts.has(part)),
    sheets: (await sheetsOf(trx, id)).filter(({ part }) => parts.has(part)),
  };
}
