/** Files and recordings of a homework: begun here, sent by `~/platform/uploads`, attached when they are complete. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { UploadKind, UploadStatus } from "~/platform/uploads";
import { beginUpload, type BeginError as UploadRefusal, type CompleteUpload, deleteUpload, storeUpload } from "~/platform/uploads/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { type BeginError, beginHomework, type OwnHomework } from "./begin-homework.server";
import { takes } from "./homework";
import { filesOf, findHomework, type HomeworkOf } from "./rows.server";

export type FileError = BeginError | { code: "not-open" } | { code: "no-such-part" } | { code: "enough"; most: number } | UploadRefusal | { code: "not-taken" };

type Plan = HomeworkOf & { part: string; name: string; now: Date };

/** Begins a file for a part, or without `declaredBytes` something that is being recorded; its chunks then go to the address of uploads. */
export async function beginFile(trx: Transaction<DB>, actor: { id: string }, input: Plan & { declaredBytes: number | null }): Promise<Result<UploadStatus, FileError>> {
  const place = await placeFor(trx, actor, input);
  if (!place.ok) return place;
  if (input.declaredBytes === null && place.value.upload.kind !== "homework-recording") return fail({ code: "no-such-part" });
  return beginUpload(trx, { ...place.value.upload, ownerId: actor.id, name: input.name, declaredBytes: input.declaredBytes, now: input.now });
}

/** A small file in one go, as a plain form sends it. */
export async function storeFile(trx: Transaction<DB>, actor: { id: string }, input: Plan & { bytes: Uint8Array }): Promise<Result<undefined, FileError>> {
  const place = await placeFor(trx, actor, input);
  if (!place.ok) return place;
  const stored = await storeUpload(trx, { ...place.value.upload, ownerId: actor.id, name: input.name, bytes: input.bytes, now: input.now });
  if (!stored.ok) return stored.error.code === "too-large" || stored.error.code === "too-many" ? fail(stored.error as UploadRefusal) : fail({ code: "not-taken" });
  await attachFile(trx, stored.value, input.now);
  return ok();
}

/** Hears that an upload of this room is complete, in the same transaction; saying it again is fine. */
export async function attachFile(trx: Transaction<DB>, upload: CompleteUpload, now: Date): Promise<void> {
  const [homeworkId = "", part = ""] = upload.subjectId.split(".");
  await trx
    .insertInto("homework_file")
    .values({ homework_id: homeworkId, part, upload_id: upload.uploadId, attached_at: now })
    .onConflict((conflict) => conflict.column("upload_id").doNothing())
    .execute();
}

/** Takes a file away again. Where a handed-in version names it, it stays there; otherwise its bytes go. */
export async function removeFile(trx: Transaction<DB>, actor: { id: string }, input: HomeworkOf & { fileId: string; now: Date }): Promise<Result<undefined, BeginError | { code: "not-open" }>> {
  if ((await findHomework(trx, input)) === undefined) return fail({ code: "not-found" });
  const begun = await beginHomework(trx, actor, input);
  if (!begun.ok) return begun;
  if (!takes(begun.value.state, "write")) return fail({ code: "not-open" });
  const removed = await trx
    .updateTable("homework_file")
    .set({ removed_at: input.now })
    .where("id", "=", input.fileId)
    .where("homework_id", "=", begun.value.id)
    .where("removed_at", "is", null)
    .returning("upload_id")
    .executeTakeFirst();
  if (removed === undefined) return fail({ code: "not-found" });
  const handedIn = await trx.selectFrom("homework_submission").select("files").where("homework_id", "=", begun.value.id).execute();
  const isKept = handedIn.some(({ files }) => files.some(({ uploadId }) => uploadId === removed.upload_id));
  if (!isKept) await deleteUpload(trx, { uploadId: removed.upload_id, because: "withdrawn", now: input.now });
  return ok();
}

/** The part that takes a file now, and the upload it makes there. */
async function placeFor(trx: Transaction<DB>, actor: { id: string }, { part, ...input }: Plan): Promise<Result<{ homework: OwnHomework; upload: { kind: UploadKind; subjectId: string } }, FileError>> {
  const begun = await beginHomework(trx, actor, input);
  if (!begun.ok) return begun;
  const homework = begun.value;
  if (!takes(homework.state, "write")) return fail({ code: "not-open" });
  const found = homework.assignment.parts.find(({ id }) => id === part);
  if (found === undefined || (found.kind !== "files" && found.kind !== "recording")) return fail({ code: "no-such-part" });
  const there = (await filesOf(trx, homework.id)).filter((file) => file.part === part).length;
  if (there >= found.most) return fail({ code: "enough", most: found.most });
  return ok({ homework, upload: { kind: found.kind === "files" ? "homework-file" : "homework-recording", subjectId: `${homework.id}.${part}` } });
}
