import { z } from "zod";
import { guardedAction, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { beginFile } from "~/steps/homework/index.server";

const schema = z.object({ part: z.string().max(64), name: z.string().min(1).max(300), bytes: z.int().positive() });

/** Begins a file of homework for a page with scripts; its chunks then go to the addresses of uploads. 401 in JSON for who is signed out. */
export const action = guardedAction("public", async ({ request, params, db, actor, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const parsed = schema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 422 });
  const { part, name, bytes } = parsed.data;
  const key = { enrolmentId: uuidParam(params, "enrolment"), chapterSlug: params.chapter ?? "" };
  const begun = await inTransaction(db, "begin homework file", (trx) => beginFile(trx, actor, { ...key, part, name, declaredBytes: bytes, now }));
  return begun.ok ? Response.json(begun.value) : Response.json({ code: begun.error.code }, { status: begun.error.code === "not-found" ? 404 : 409 });
});
