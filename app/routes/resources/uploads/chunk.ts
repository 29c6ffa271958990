import { guardedAction, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { notFound } from "~/platform/errors";
import { putChunk } from "~/platform/uploads/index.server";

const STATUS = { "unknown-upload": 404, "closed": 409, "other-bytes": 409, "empty": 422, "too-long": 413, "too-large": 413, "damaged": 422, "type-not-allowed": 415 } as const;

/** Takes one chunk of an own upload; the body is its bytes. 401 in JSON for who is signed out, as for answers. */
export const action = guardedAction("public", async ({ request, db, actor, params, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  if (!/^\d{1,6}$/.test(params.position ?? "")) throw notFound();
  const sha256 = request.headers.get("X-Chunk-Sha256") ?? "";
  if (!/^[0-9a-f]{64}$/.test(sha256)) return Response.json({ code: "damaged" }, { status: 422 });
  const bytes = new Uint8Array(await request.arrayBuffer());
  const input = { uploadId: uuidParam(params, "upload"), ownerId: actor.id, position: Number(params.position), bytes, sha256, now };
  const result = await inTransaction(db, "put chunk", (trx) => putChunk(trx, input));
  return result.ok ? Response.json(result.value) : Response.json({ code: result.error.code }, { status: STATUS[result.error.code] });
});
