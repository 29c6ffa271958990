import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Assignment } from "./assignment";
import { findHomework } from "./rows.server";

/** An assignment with the name of its version. */
export type PinnedAssignment = { hash: string; assignment: Assignment };

/** The assignment under which homework of the chapter begins now; null where the chapter has none. */
export async function currentAssignment(db: Kysely<DB>, chapterSlug: string): Promise<PinnedAssignment | null> {
  const row = await db
    .selectFrom("homework_assignment as a")
    .innerJoin("homework_assignment_version as v", "v.hash", "a.current_hash")
    .select(["v.hash", "v.body"])
    .where("a.chapter_slug", "=", chapterSlug)
    .where("a.retired_at", "is", null)
    .executeTakeFirst();
  return row === undefined ? null : { hash: row.hash, assignment: row.body as unknown as Assignment };
}

/** The version that homework was begun under. */
export async function assignmentByHash(db: Kysely<DB>, hash: string): Promise<Assignment> {
  const row = await db.selectFrom("homework_assignment_version").select("body").where("hash", "=", hash).executeTakeFirstOrThrow();
  return row.body as unknown as Assignment;
}

/** The assignment of one's homework: the version it was begun under, or the one it would begin under; null where there is none. */
export async function assignmentOf(db: Kysely<DB>, homework: { enrolmentId: string; chapterSlug: string }): Promise<Assignment | null> {
  const begun = await findHomework(db, homework);
  return begun === undefined ? ((await currentAssignment(db, homework.chapterSlug))?.assignment ?? null) : assignmentByHash(db, begun.assignmentHash);
}
