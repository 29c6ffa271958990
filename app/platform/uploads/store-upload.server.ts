import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, type Result } from "~/platform/result";
import { type BeginError, beginUpload, type UploadPlan } from "./begin-upload.server";
import { sha256Of, wholeChecksum } from "./checksum";
import { type CompleteUpload, type FinishError, finishUpload } from "./finish-upload.server";
import { type ChunkError, putChunk } from "./put-chunk.server";

/** A small file in one go: what a plain form sends (2 MB at most), or a seed. */
export async function storeUpload(trx: Transaction<DB>, plan: Omit<UploadPlan, "declaredBytes"> & { bytes: Uint8Array }): Promise<Result<CompleteUpload, BeginError | ChunkError | FinishError>> {
  const { bytes, ...rest } = plan;
  if (bytes.length === 0) return fail({ code: "empty" });
  const begun = await beginUpload(trx, { ...rest, declaredBytes: bytes.length });
  if (!begun.ok) return begun;
  const { uploadId, chunkBytes } = begun.value;
  const own = { uploadId, ownerId: plan.ownerId, now: plan.now };
  const checksums: string[] = [];
  for (let start = 0; start < bytes.length; start += chunkBytes) {
    const chunk = bytes.subarray(start, start + chunkBytes);
    const sha256 = await sha256Of(chunk);
    checksums.push(sha256);
    const put = await putChunk(trx, { ...own, position: start / chunkBytes, bytes: chunk, sha256 });
    if (!put.ok) return put;
  }
  return finishUpload(trx, { ...own, size: bytes.length, checksum: await wholeChecksum(checksums) });
}
