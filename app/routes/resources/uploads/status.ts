import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { uploadStatus } from "~/platform/uploads/index.server";

/** How an own upload stands. Public, because who is signed out must get 401 and not a page: the bytes then wait on the device. */
export const loader = guardedLoader("public", async ({ db, actor, params }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const status = await uploadStatus(db, { uploadId: uuidParam(params, "upload"), ownerId: actor.id });
  return status ? Response.json(status, { headers: { "Cache-Control": "no-store" } }) : Response.json({ code: "unknown-upload" }, { status: 404 });
});
