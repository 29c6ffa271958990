import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { UPLOAD_RULES, type UploadStatus } from "./upload";

/** How an upload stands, if it is the person's own; for a device that goes on with it. */
export async function uploadStatus(db: Kysely<DB>, { uploadId, ownerId }: { uploadId: string; ownerId: string }): Promise<UploadStatus | undefined> {
  const own = await db.selectFrom("upload").select("id").where("id", "=", uploadId).where("owner_id", "=", ownerId).executeTakeFirst();
  return own && loadStatus(db, own.id);
}

/** The status of an upload that is known to exist. */
export async function loadStatus(db: Kysely<DB>, uploadId: string): Promise<UploadStatus> {
  const upload = await db.selectFrom("upload").select(["id", "kind", "state", "chunk_bytes"]).where("id", "=", uploadId).executeTakeFirstOrThrow();
  const received = await db.selectFrom("upload_chunk").select(["position", "sha256"]).where("upload_id", "=", uploadId).orderBy("position").execute();
  return { uploadId: upload.id, state: upload.state, chunkBytes: upload.chunk_bytes, maxBytes: UPLOAD_RULES[upload.kind].maxBytes, received };
}
