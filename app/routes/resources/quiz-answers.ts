import { guardedAction, uuidParam } from "~/auth/guard.server";
import { saveAnswers, saveBatchSchema } from "~/steps/quiz/index.server";

const STATUS = { "not-found": 404, "not-on-paper": 422 } as const;

/**
 * Answers of an attempt as the browser's log sends them, by fetch or beacon. Public, because who is signed out must get
 * 401 and not a page: the answers then wait on the device. Whose attempt it is, the query asks.
 */
export const action = guardedAction("public", async ({ request, params, db, actor, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const batch = saveBatchSchema.safeParse(await request.json().catch(() => null));
  if (!batch.success) return Response.json({ code: "invalid" }, { status: 422 });
  const attemptId = uuidParam(params, "attempt");
  const saved = await saveAnswers(db, actor, { attemptId, ops: batch.data.ops, now });
  return saved.ok ? Response.json({ receipts: saved.value.receipts }) : Response.json({ code: saved.error.code }, { status: STATUS[saved.error.code] });
});
