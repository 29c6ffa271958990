/** Recordings made on the page of a homework: begun with consent, and gone when it is taken back. */
import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { UploadStatus } from "~/platform/uploads";
import { deleteUpload } from "~/platform/uploads/index.server";
import { beginFile, type FileError } from "./files.server";
import { findHomework, type HomeworkOf } from "./rows.server";

export type RecordingError = FileError | { code: "no-consent" };

/** Begins a recording of a part that takes one. `agreed`: the author says that everybody who can be heard or seen agrees; it is written down. */
export async function beginRecording(trx: Transaction<DB>, actor: { id: string }, input: HomeworkOf & { part: string; name: string; agreed: boolean; now: Date }): Promise<Result<UploadStatus, RecordingError>> {
  if (!input.agreed) return fail({ code: "no-consent" });
  const begun = await beginFile(trx, actor, { ...input, declaredBytes: null });
  if (!begun.ok) return begun;
  const homework = await findHomework(trx, input);
  if (homework === undefined) return fail({ code: "not-found" });
  await trx.insertInto("homework_recording_consent").values({ homework_id: homework.id, upload_id: begun.value.uploadId, person_id: actor.id, agrees: true, at: input.now }).execute();
  return begun;
}

/** Takes consent back, at any time: what was recorded is deleted at once. A handed-in version keeps its name and says that it is gone. */
export async function withdrawRecording(trx: Transaction<DB>, actor: { id: string }, input: HomeworkOf & { uploadId: string; now: Date }): Promise<Result<undefined, { code: "not-found" }>> {
  const consent = await trx
    .selectFrom("homework_recording_consent as c")
    .innerJoin("homework as h", "h.id", "c.homework_id")
    .innerJoin("upload as u", "u.id", "c.upload_id")
    .select("h.id as homeworkId")
    .where("h.enrolment_id", "=", input.enrolmentId)
    .where("h.chapter_slug", "=", input.chapterSlug)
    .where("u.id", "=", input.uploadId)
    .where("u.owner_id", "=", actor.id)
    .where("u.state", "!=", "deleted")
    .limit(1)
    .executeTakeFirst();
  if (consent === undefined) return fail({ code: "not-found" });
  await trx.insertInto("homework_recording_consent").values({ homework_id: consent.homeworkId, upload_id: input.uploadId, person_id: actor.id, agrees: false, at: input.now }).execute();
  await trx.updateTable("homework_file").set({ removed_at: input.now }).where("upload_id", "=", input.uploadId).where("removed_at", "is", null).execute();
  await deleteUpload(trx, { uploadId: input.uploadId, because: "withdrawn", now: input.now });
  return ok();
}

/** A recording that was made here and is still kept, for its author. */
export type OwnRecording = { uploadId: string; name: string; bytes: number; mediaType: string; agreedAt: Date; deleteAfter: Date };

/** The recordings of a homework that were made on its page and are still kept, as they came. */
export async function recordingsOf(db: Kysely<DB>, homeworkId: string): Promise<OwnRecording[]> {
  const rows = await db
    .selectFrom("homework_recording_consent as c")
    .innerJoin("upload as u", "u.id", "c.upload_id")
    .select(["u.id as uploadId", "u.name", "u.size_bytes as bytes", "u.media_type as mediaType", "u.delete_after as deleteAfter", "c.at as agreedAt"])
    .where("c.homework_id", "=", homeworkId)
    .where("c.agrees", "=", true)
    .where("u.state", "=", "complete")
    .orderBy("c.id")
    .execute();
  return rows.map((row) => ({ ...row, bytes: row.bytes ?? 0, mediaType: row.mediaType ?? "" }));
}
