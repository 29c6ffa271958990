import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { wholeChecksum } from "./checksum";
import { mediaTypeOf } from "./media-type.server";
import { UPLOAD_RULES, type UploadKind } from "./upload";

export interface FinishInput {
  uploadId: string;
  ownerId: string;
  /** Of the whole, in bytes. */
  size: number;
  /** `wholeChecksum` of the chunks as the device sent them. */
  checksum: string;
  now: Date;
}

export type FinishError = { code: "unknown-upload" } | { code: "deleted" } | { code: "missing-chunks"; positions: number[] } | { code: "damaged" } | { code: "type-not-allowed"; mediaType: string | null };

/** A whole upload. */
export interface CompleteUpload {
  uploadId: string;
  kind: UploadKind;
  subjectId: string;
  mediaType: string;
  size: number;
}

const DAY = 86_400_000;

/** Closes an upload: every chunk is there, none is short, and the whole has the device's checksum. Saying it again is fine. */
export async function finishUpload(trx: Transaction<DB>, input: FinishInput): Promise<Result<CompleteUpload, FinishError>> {
  const upload = await trx
    .selectFrom("upload")
    .select(["id", "kind", "subject_id", "state", "chunk_bytes", "checksum", "media_type", "size_bytes"])
    .where("id", "=", input.uploadId)
    .where("owner_id", "=", input.ownerId)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (!upload) return fail({ code: "unknown-upload" });
  if (upload.state === "deleted") return fail({ code: "deleted" });
  const base = { uploadId: upload.id, kind: upload.kind, subjectId: upload.subject_id, size: input.size };
  if (upload.state === "complete") return upload.checksum === input.checksum && upload.size_bytes === input.size ? ok({ ...base, mediaType: upload.media_type ?? "" }) : fail({ code: "damaged" });

  const chunks = await trx.selectFrom("upload_chunk").select(["position", "sha256", sql<number>`octet_length(bytes)`.as("length")]).where("upload_id", "=", upload.id).orderBy("position").execute();
  const wanted = Math.max(1, Math.ceil(input.size / upload.chunk_bytes));
  const there = new Set(chunks.map((chunk) => chunk.position));
  const missing = Array.from({ length: wanted }, (_, position) => position).filter((position) => !there.has(position));
  if (missing.length > 0) return fail({ code: "missing-chunks", positions: missing });
  const whole = chunks.every((chunk, at) => chunk.length === (at === wanted - 1 ? input.size - at * upload.chunk_bytes : upload.chunk_bytes));
  if (chunks.length !== wanted || !whole || (await wholeChecksum(chunks.map((chunk) => chunk.sha256))) !== input.checksum) return fail({ code: "damaged" });

  const rule = UPLOAD_RULES[upload.kind];
  const first = await trx.selectFrom("upload_chunk").select("bytes").where("upload_id", "=", upload.id).where("position", "=", 0).executeTakeFirstOrThrow();
  const mediaType = await mediaTypeOf(first.bytes);
  if (mediaType === null || !rule.types.includes(mediaType)) return fail({ code: "type-not-allowed", mediaType });
  await trx
    .updateTable("upload")
    .set({ state: "complete", size_bytes: input.size, media_type: mediaType, checksum: input.checksum, completed_at: input.now, delete_after: new Date(input.now.getTime() + rule.retentionDays * DAY) })
    .where("id", "=", upload.id)
    .execute();
  return ok({ ...base, mediaType });
}
