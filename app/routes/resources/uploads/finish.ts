import { z } from "zod";
import { guardedAction, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { finishUpload } from "~/platform/uploads/index.server";
import { UPLOAD_READERS } from "./readers.server";

const STATUS = { "unknown-upload": 404, "deleted": 409, "missing-chunks": 409, "damaged": 422, "type-not-allowed": 415 } as const;
const schema = z.object({ size: z.int().positive(), checksum: z.string().regex(/^[0-9a-f]{64}$/) });

/** Closes an own upload, and tells its room in the same transaction. */
export const action = guardedAction("public", async ({ request, db, actor, params, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const parsed = schema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 422 });
  const input = { uploadId: uuidParam(params, "upload"), ownerId: actor.id, ...parsed.data, now };
  const result = await inTransaction(db, "finish upload", async (trx) => {
    const finished = await finishUpload(trx, input);
    if (finished.ok) await UPLOAD_READERS[finished.value.kind].completed?.(trx, finished.value, now);
    return finished;
  });
  return result.ok ? Response.json(result.value) : Response.json({ ...result.error }, { status: STATUS[result.error.code] });
});
