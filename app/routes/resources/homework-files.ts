import { z } from "zod";
import { guardedAction, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { beginFile, beginRecording } from "~/steps/homework/index.server";

const file = { part: z.string().max(64), name: z.string().min(1).max(300) };
/** A file is announced with its size, a recording with the consent to it. */
const schema = z.union([z.object({ ...file, bytes: z.int().positive() }), z.object({ ...file, agreed: z.literal(true) })]);

/** Begins a file or a recording of homework for a page with scripts; its chunks then go to the addresses of uploads. 401 in JSON for who is signed out. */
export const action = guardedAction("public", async ({ request, params, db, actor, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const parsed = schema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 422 });
  const { data } = parsed;
  const plan = { enrolmentId: uuidParam(params, "enrolment"), chapterSlug: params.chapter ?? "", part: data.part, name: data.name, now };
  const begun = await inTransaction(db, "begin homework file", (trx) => ("agreed" in data ? beginRecording(trx, actor, { ...plan, agreed: data.agreed }) : beginFile(trx, actor, { ...plan, declaredBytes: data.bytes })));
  return begun.ok ? Response.json(begun.value) : Response.json({ code: begun.error.code }, { status: begun.error.code === "not-found" ? 404 : 409 });
});
