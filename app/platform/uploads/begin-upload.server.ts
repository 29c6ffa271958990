import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { loadStatus } from "./upload-status.server";
import { cleanName, UNFINISHED_DAYS, UPLOAD_RULES, type UploadKind, type UploadStatus } from "./upload";

export interface UploadPlan {
  kind: UploadKind;
  /** The thing in the room that it belongs to. The room has checked that `ownerId` may add to it. */
  subjectId: string;
  ownerId: string;
  name: string;
  /** Of a file; null while a recording goes on. */
  declaredBytes: number | null;
  now: Date;
}

export type BeginError = { code: "too-large"; maxBytes: number } | { code: "too-many" };

const DAY = 86_400_000;

/**
 * Begins an upload, or finds the unfinished one of the same file (owner, subject, name, size), so that a file chosen again
 * after a reload goes on where it stopped. A recording (no declared size) always begins anew.
 */
export async function beginUpload(trx: Transaction<DB>, plan: UploadPlan): Promise<Result<UploadStatus, BeginError>> {
  const rule = UPLOAD_RULES[plan.kind];
  const name = cleanName(plan.name);
  if (plan.declaredBytes !== null && plan.declaredBytes > rule.maxBytes) return fail({ code: "too-large", maxBytes: rule.maxBytes });
  // Two devices of one person that begin at once are counted one after the other.
  await trx.selectFrom("person").select("id").where("id", "=", plan.ownerId).forNoKeyUpdate().executeTakeFirstOrThrow();
  const existing = await trx
    .selectFrom("upload")
    .select(["id", "state", "name", "declared_bytes"])
    .where("kind", "=", plan.kind)
    .where("subject_id", "=", plan.subjectId)
    .where("owner_id", "=", plan.ownerId)
    .where("state", "!=", "deleted")
    .execute();
  const same = existing.find((upload) => upload.state === "open" && plan.declaredBytes !== null && upload.name === name && upload.declared_bytes === plan.declaredBytes);
  if (same) return ok(await loadStatus(trx, same.id));
  if (existing.length >= rule.perSubject) return fail({ code: "too-many" });
  const { id } = await trx
    .insertInto("upload")
    .values({
      kind: plan.kind,
      subject_id: plan.subjectId,
      owner_id: plan.ownerId,
      name,
      chunk_bytes: rule.chunkBytes,
      declared_bytes: plan.declaredBytes,
      begun_at: plan.now,
      delete_after: new Date(plan.now.getTime() + UNFINISHED_DAYS * DAY),
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  return ok(await loadStatus(trx, id));
}
