/** Rows of homework, and the locks by which this room's changes go one after the other. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { HomeworkState } from "./homework";

/** One learner's homework of one chapter. */
export type HomeworkOf = { enrolmentId: string; chapterSlug: string };
/** All homework of one chapter in one cohort: what peers review among themselves. */
export type ClassKey = { cohortId: string; chapterSlug: string };

export type HomeworkRow = { id: string; state: HomeworkState; assignmentHash: string };

export type HandedIn = {
  id: string;
  homeworkId: string;
  number: number;
  assignmentHash: string;
  rubricHash: string;
  texts: Record<string, string>;
  files: { part: string; uploadId: string; name: string; bytes: number; mediaType: string }[];
  sheets: { part: string; sheetId: string; version: number }[];
  late: boolean;
  submittedAt: Date;
  reviewsWanted: number;
  reviewsUntil: Date;
};

export const SUBMISSION_COLUMNS = [
  "s.id",
  "s.homework_id as homeworkId",
  "s.number",
  "s.assignment_hash as assignmentHash",
  "s.rubric_hash as rubricHash",
  "s.texts",
  "s.files",
  "s.sheets",
  "s.late",
  "s.submitted_at as submittedAt",
  "s.reviews_wanted as reviewsWanted",
  "s.reviews_until as reviewsUntil",
] as const;

/** The homework, if it was begun. */
export function findHomework(db: Kysely<DB>, { enrolmentId, chapterSlug }: HomeworkOf): Promise<HomeworkRow | undefined> {
  return db.selectFrom("homework").select(["id", "state", "assignment_hash as assignmentHash"]).where("enrolment_id", "=", enrolmentId).where("chapter_slug", "=", chapterSlug).executeTakeFirst();
}

/**
 * Holds the peer reviews of a chapter in a cohort until the transaction ends. Everything that hands in, reviews, marks or
 * asks reviewers takes this first: whom to ask next depends on all of it. False: the chapter is not in the cohort.
 */
export async function lockClass(trx: Transaction<DB>, { cohortId, chapterSlug }: ClassKey): Promise<boolean> {
  const row = await trx.selectFrom("cohort_chapter").select("cohort_id").where("cohort_id", "=", cohortId).where("chapter_slug", "=", chapterSlug).forNoKeyUpdate().executeTakeFirst();
  return row !== undefined;
}

/** Holds one homework until the transaction ends. */
export async function lockHomework(trx: Transaction<DB>, homeworkId: string): Promise<HomeworkRow> {
  return trx.selectFrom("homework").select(["id", "state", "assignment_hash as assignmentHash"]).where("id", "=", homeworkId).forNoKeyUpdate().executeTakeFirstOrThrow();
}

/** Every handed-in version of a homework, the newest first. */
export function versionsOf(db: Kysely<DB>, homeworkId: string): Promise<HandedIn[]> {
  return db.selectFrom("homework_submission as s").select(SUBMISSION_COLUMNS).where("s.homework_id", "=", homeworkId).orderBy("s.number", "desc").execute();
}

/** Whether the submission `s` is the newest of its homework. */
export const IS_LATEST = sql<boolean>`not exists (select from homework_submission newer where newer.homework_id = s.homework_id and newer.number > s.number)`;

/** What is written, by position. */
export async function textsOf(db: Kysely<DB>, homeworkId: string): Promise<Map<number, { value: string | null; revision: number }>> {
  const rows = await db.selectFrom("homework_text").select(["position", "value", "revision"]).where("homework_id", "=", homeworkId).execute();
  return new Map(rows.map(({ position, value, revision }) => [position, { value, revision }]));
}

export type AttachedFile = { id: string; part: string; uploadId: string; name: string; bytes: number; mediaType: string };

/** The files that lie with the parts now, as they came. */
export async function filesOf(db: Kysely<DB>, homeworkId: string): Promise<AttachedFile[]> {
  const rows = await db
    .selectFrom("homework_file as f")
    .innerJoin("upload as u", "u.id", "f.upload_id")
    .select(["f.id", "f.part", "f.upload_id as uploadId", "u.name", "u.size_bytes as bytes", "u.media_type as mediaType"])
    .where("f.homework_id", "=", homeworkId)
    .where("f.removed_at", "is", null)
    .where("u.state", "=", "complete")
    .orderBy("f.id")
    .execute();
  return rows.map((row) => ({ ...row, bytes: row.bytes ?? 0, mediaType: row.mediaType ?? "" }));
}

/** The sheets that parts carry on now. */
export function sheetsOf(db: Kysely<DB>, homeworkId: string): Promise<{ part: string; sheetId: string }[]> {
  return db.selectFrom("homework_sheet").select(["part", "sheet_id as sheetId"]).where("homework_id", "=", homeworkId).where("replaced_at", "is", null).execute();
}
