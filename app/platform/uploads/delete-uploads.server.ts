import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { DeletionReason } from "./upload";

/** Takes the bytes of an upload away for good; that there was one stays known. Nothing happens where they are gone already. */
export async function deleteUpload(trx: Transaction<DB>, { uploadId, because, now }: { uploadId: string; because: DeletionReason; now: Date }): Promise<boolean> {
  const deleted = await trx.updateTable("upload").set({ state: "deleted", deleted_at: now, deleted_because: because }).where("id", "=", uploadId).where("state", "!=", "deleted").returning("id").executeTakeFirst();
  if (!deleted) return false;
  await trx.deleteFrom("upload_chunk").where("upload_id", "=", uploadId).execute();
  return true;
}

/** Deletes at most `limit` uploads whose time is over: kept long enough, or never finished. Answers how many. */
export async function deleteDueUploads(trx: Transaction<DB>, { now, limit }: { now: Date; limit: number }): Promise<number> {
  const due = await trx.selectFrom("upload").select(["id", "state"]).where("state", "!=", "deleted").where("delete_after", "<=", now).orderBy("delete_after").limit(limit).forUpdate().skipLocked().execute();
  for (const { id, state } of due) await deleteUpload(trx, { uploadId: id, because: state === "open" ? "unfinished" : "retention", now });
  return due.length;
}
