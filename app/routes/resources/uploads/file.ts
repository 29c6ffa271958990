import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { notFound } from "~/platform/errors";
import { openUpload, uploadResponse } from "~/platform/uploads/index.server";
import { UPLOAD_READERS } from "./readers.server";

/** An upload, whole or the part a player asks for, for whom its room lets read it; for others there is none. */
export const loader = guardedLoader("signed-in", async ({ request, db, actor, params }) => {
  const upload = await openUpload(db, uuidParam(params, "upload"));
  if (!upload || !(await UPLOAD_READERS[upload.kind].mayRead(db, actor, upload))) throw notFound();
  return uploadResponse(upload, request);
});
