import type { Transaction } from "kysely";
import { membersOf } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { enqueueMarking } from "~/marking/index.server";
import { cohortGate } from "~/pipeline/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { contributions, lockSheet, sheetSummaries, unlockSheet } from "~/sheets/index.server";
import { announceGroupWork } from "./announce.server";
import { type GroupSheetState, handInProblem, stateAfter } from "./group-sheet";
import { reportStanding } from "./report-standing.server";
import { type GroupSheet, lockGroupSheet } from "./rows.server";
import { pickedTools } from "./tools-of-chapter.server";

export type HandInError =
  | { code: "not-found" }
  /** Handed in or accepted already: another member was faster. */
  | { code: "wrong-state"; state: GroupSheetState }
  | { code: "empty" }
  /** The cohort's gate asks for a complete sheet. */
  | { code: "incomplete"; done: number; of: number };

export interface HandIn {
  cohortId: string;
  groupSheetId: string;
  /** Who hands in; must be a member now. */
  enrolmentId: string;
  /** The group's word to the instructor. */
  note?: string | null;
  now: Date;
}

const DAY_MS = 86_400_000;

/** A member hands the group's sheet in: it is locked as it stands, with who is in the group and what each contributed. */
export async function handInSheet(trx: Transaction<DB>, actor: { id: string }, input: HandIn): Promise<Result<{ submissionId: string; number: number }, HandInError>> {
  const { now } = input;
  const sheet = await lockGroupSheet(trx, input);
  if (!sheet) return fail({ code: "not-found" });
  const members = (await membersOf(trx, [sheet.groupId])).get(sheet.groupId) ?? [];
  if (!members.some((member) => member.enrolmentId === input.enrolmentId)) return fail({ code: "not-found" });
  const state = stateAfter(sheet.state, "hand-in");
  if (!state) return fail({ code: "wrong-state", state: sheet.state });
  const gate = await cohortGate(trx, sheet.cohortId, sheet.chapterSlug, "group-work");
  const summary = (await sheetSummaries(trx, [sheet.sheetId])).get(sheet.sheetId);
  const seen = summary && handInProblem(summary, gate);
  if (!summary || seen) return fail(seen === "incomplete" ? { code: seen, done: summary?.done ?? 0, of: summary?.of ?? 0 } : { code: "empty" });
  const { version, evaluation } = await lockSheet(trx, { sheetId: sheet.sheetId, by: actor.id, now });
  const { complete, done, of } = evaluation.completeness;
  // What is missing may have changed with the day.
  if (handInProblem({ complete, done }, gate)) {
    await unlockSheet(trx, { sheetId: sheet.sheetId, now });
    return fail({ code: "incomplete", done, of });
  }
  const submission = await insertSubmission(trx, sheet, { by: actor.id, note: input.note?.trim() || null, version, done, of, complete, problems: summary.problems, warnings: summary.warnings, now });
  await keepMembers(trx, submission.id, sheet, members);
  await trx.updateTable("group_sheet").set({ state }).where("id", "=", sheet.id).execute();
  const evidence = { kind: "group-submission", id: submission.id } as const;
  const { waiting } = await reportStanding(trx, { cohortId: sheet.cohortId, chapterSlug: sheet.chapterSlug, enrolmentIds: members.map((member) => member.enrolmentId), evidence, actorId: actor.id, now });
  const title = (await pickedTools(trx, sheet)).find((tool) => tool.key === sheet.sheetKey)?.title;
  await enqueueMarking(trx, {
    kind: "group-sheet",
    subjectId: sheet.id,
    cohortId: sheet.cohortId,
    chapterSlug: sheet.chapterSlug,
    title: `${sheet.groupName} · ${sheet.customer}`,
    task: title ?? null,
    taskKey: sheet.sheetKey,
    blockedCount: waiting.length,
    waitingSince: now,
    dueAt: new Date(now.getTime() + gate.reviewDays * DAY_MS),
  });
  await announceGroupWork(trx, sheet);
  return ok({ submissionId: submission.id, number: submission.number });
}

interface HandedIn {
  by: string;
  note: string | null;
  version: number;
  done: number;
  of: number;
  complete: boolean;
  problems: number;
  warnings: number;
  now: Date;
}

async function insertSubmission(trx: Transaction<DB>, sheet: GroupSheet, given: HandedIn): Promise<{ id: string; number: number }> {
  const last = await trx.selectFrom("group_submission").select((eb) => eb.fn.max("number").as("number")).where("group_sheet_id", "=", sheet.id).executeTakeFirst();
  return trx
    .insertInto("group_submission")
    .values({
      group_sheet_id: sheet.id,
      number: (last?.number ?? 0) + 1,
      sheet_version: given.version,
      done_count: given.done,
      of_count: given.of,
      complete: given.complete,
      problem_count: given.problems,
      warning_count: given.warnings,
      note: given.note,
      submitted_by: given.by,
      submitted_at: given.now,
    })
    .returning(["id", "number"])
    .executeTakeFirstOrThrow();
}

/** Who is in the group now, with what the ledger counts for each: kept with the submission. */
async function keepMembers(trx: Transaction<DB>, submissionId: string, sheet: GroupSheet, members: readonly { enrolmentId: string; personId: string }[]): Promise<void> {
  const ledger = new Map((await contributions(trx, sheet.sheetId)).map((one) => [one.personId, one]));
  await trx
    .insertInto("group_submission_member")
    .values(
      members.map(({ enrolmentId, personId }) => {
        const { filled = 0, improved = 0, fixed = 0, resolved = 0 } = ledger.get(personId) ?? {};
        return { submission_id: submissionId, enrolment_id: enrolmentId, filled, improved, fixed, resolved };
      }),
    )
    .execute();
}

