import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { sha256Of } from "./checksum";
import { mediaTypeOf } from "./media-type.server";
import { chunkProblem, UPLOAD_RULES } from "./upload";

export interface ChunkInput {
  uploadId: string;
  ownerId: string;
  /** From 0. Chunks may come in any order. */
  position: number;
  bytes: Uint8Array;
  /** The device's checksum of the bytes, 64 hexadecimal digits. */
  sha256: string;
  now: Date;
}

export type ChunkError =
  | { code: "unknown-upload" }
  | { code: "closed" }
  | { code: "empty" }
  | { code: "too-long" }
  | { code: "too-large" }
  | { code: "damaged" }
  | { code: "other-bytes" }
  | { code: "type-not-allowed"; mediaType: string | null };

/**
 * Takes one chunk. The same chunk again changes nothing and is fine, also after the end; other bytes at a place that is
 * taken are refused. The first chunk's content says the type.
 */
export async function putChunk(trx: Transaction<DB>, input: ChunkInput): Promise<Result<{ received: number }, ChunkError>> {
  const upload = await trx.selectFrom("upload").select(["id", "kind", "state", "chunk_bytes", "received_bytes"]).where("id", "=", input.uploadId).where("owner_id", "=", input.ownerId).forNoKeyUpdate().executeTakeFirst();
  if (!upload) return fail({ code: "unknown-upload" });
  const there = await trx.selectFrom("upload_chunk").select("sha256").where("upload_id", "=", upload.id).where("position", "=", input.position).executeTakeFirst();
  if (there?.sha256 === input.sha256) return ok({ received: upload.received_bytes });
  if (upload.state !== "open") return fail({ code: "closed" });
  if (there) return fail({ code: "other-bytes" });

  const rule = UPLOAD_RULES[upload.kind];
  const problem = chunkProblem({ maxBytes: rule.maxBytes, chunkBytes: upload.chunk_bytes }, input.position, input.bytes.length);
  if (problem) return fail({ code: problem });
  if ((await sha256Of(input.bytes)) !== input.sha256) return fail({ code: "damaged" });
  if (input.position === 0) {
    const mediaType = await mediaTypeOf(input.bytes);
    if (mediaType === null || !rule.types.includes(mediaType)) return fail({ code: "type-not-allowed", mediaType });
  }
  const received = upload.received_bytes + input.bytes.length;
  await trx.insertInto("upload_chunk").values({ upload_id: upload.id, position: input.position, bytes: input.bytes, sha256: input.sha256, received_at: input.now }).execute();
  await trx.updateTable("upload").set({ received_bytes: sql`received_bytes + ${input.bytes.length}` }).where("id", "=", upload.id).execute();
  return ok({ received });
}
