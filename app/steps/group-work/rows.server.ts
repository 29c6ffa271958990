/** Rows of group work ⇄ what this room's files share. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Decision, GroupSheetState, SubmissionFate } from "./group-sheet";

export interface GroupSheet {
  id: string;
  groupId: string;
  groupName: string;
  cohortId: string;
  chapterSlug: string;
  sheetKey: string;
  sheetId: string;
  customer: string;
  state: GroupSheetState;
}

/** Groups' sheets `s` with the name of the group. */
export function groupSheetRows(db: Kysely<DB>) {
  return db
    .selectFrom("group_sheet as s")
    .innerJoin("cohort_group as g", "g.id", "s.group_id")
    .select(["s.id", "s.group_id as groupId", "g.name as groupName", "s.cohort_id as cohortId", "s.chapter_slug as chapterSlug", "s.sheet_key as sheetKey", "s.sheet_id as sheetId", "s.customer", "s.state"]);
}

/** The group's sheet, if it is of this cohort. */
export function findGroupSheet(db: Kysely<DB>, { cohortId, groupSheetId }: { cohortId: string; groupSheetId: string }): Promise<GroupSheet | undefined> {
  return groupSheetRows(db).where("s.id", "=", groupSheetId).where("s.cohort_id", "=", cohortId).executeTakeFirst();
}

/** The group's sheet, held until the transaction ends: of two who act on it at once the second sees what the first did. */
export function lockGroupSheet(trx: Transaction<DB>, { cohortId, groupSheetId }: { cohortId: string; groupSheetId: string }): Promise<GroupSheet | undefined> {
  return groupSheetRows(trx).where("s.id", "=", groupSheetId).where("s.cohort_id", "=", cohortId).forNoKeyUpdate("s").executeTakeFirst();
}

/** Something handed in, with the latest word on it. */
export interface Submission {
  id: string;
  groupSheetId: string;
  number: number;
  sheetVersion: number;
  done: number;
  of: number;
  complete: boolean;
  problems: number;
  warnings: number;
  note: string | null;
  by: string;
  at: Date;
  decision: { kind: Decision; remark: string | null; by: string; at: Date } | null;
}

/** What was handed in of these sheets, the latest first. */
export async function submissionsOf(db: Kysely<DB>, groupSheetIds: readonly string[]): Promise<Submission[]> {
  if (groupSheetIds.length === 0) return [];
  const rows = await db
    .selectFrom("group_submission as u")
    .innerJoin("person as p", "p.id", "u.submitted_by")
    .leftJoinLateral(
      (eb) => eb.selectFrom("group_decision as x").innerJoin("person as q", "q.id", "x.decided_by").select(["x.kind", "x.remark", "x.at", "q.name"]).whereRef("x.submission_id", "=", "u.id").orderBy("x.id", "desc").limit(1).as("d"),
      (join) => join.onTrue(),
    )
    .select(["u.id", "u.group_sheet_id as groupSheetId", "u.number", "u.sheet_version as sheetVersion", "u.done_count as done", "u.of_count as of", "u.complete", "u.problem_count as problems", "u.warning_count as warnings", "u.note", "p.name as by", "u.submitted_at as at"])
    .select(["d.kind", "d.remark", "d.at as decidedAt", "d.name as decidedBy"])
    .where("u.group_sheet_id", "=", sql<string>`any(${groupSheetIds}::uuid[])`)
    .orderBy("u.group_sheet_id")
    .orderBy("u.number", "desc")
    .execute();
  return rows.map(({ kind, remark, decidedAt, decidedBy, ...row }) => ({ ...row, decision: kind && decidedAt ? { kind, remark, by: decidedBy ?? "", at: decidedAt } : null }));
}

/** The latest submission of each sheet, by sheet. */
export function latestOf(submissions: readonly Submission[]): Map<string, Submission> {
  const latest = new Map<string, Submission>();
  for (const submission of submissions) if (!latest.has(submission.groupSheetId)) latest.set(submission.groupSheetId, submission);
  return latest;
}

/** What learners were among the group for when it was handed in: of each sheet the latest such submission, by enrolment. */
export async function workOf(db: Kysely<DB>, chapter: { cohortId: string; chapterSlug: string }, enrolmentIds: readonly string[]): Promise<Map<string, { tool: string; fate: SubmissionFate; submissionId: string }[]>> {
  const rows = await db
    .selectFrom("group_submission_member as m")
    .innerJoin("group_submission as u", "u.id", "m.submission_id")
    .innerJoin("group_sheet as s", "s.id", "u.group_sheet_id")
    .distinctOn(["m.enrolment_id", "s.id"])
    .select(["m.enrolment_id as enrolmentId", "s.sheet_key as tool", "u.id as submissionId"])
    .select(sql<SubmissionFate>`coalesce((select x.kind from group_decision x where x.submission_id = u.id order by x.id desc limit 1), 'waiting')`.as("fate"))
    .where("s.cohort_id", "=", chapter.cohortId)
    .where("s.chapter_slug", "=", chapter.chapterSlug)
    .where("m.enrolment_id", "=", sql<string>`any(${enrolmentIds}::uuid[])`)
    .orderBy("m.enrolment_id")
    .orderBy("s.id")
    .orderBy("u.number", "desc")
    .execute();
  const work = new Map<string, { tool: string; fate: SubmissionFate; submissionId: string }[]>();
  for (const { enrolmentId, ...own } of rows) work.set(enrolmentId, [...(work.get(enrolmentId) ?? []), own]);
  return work;
}
