import { guardedAction, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { handInSchema, submitAttempt, timeLeftOf } from "~/steps/quiz/index.server";

/**
 * Hands a paper in, for pages with scripts. A page that says the time is over is believed only when it is: otherwise it
 * learns how much is left. 401 instead of a redirect, as for answers.
 */
export const action = guardedAction("public", async ({ request, params, db, actor, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const parsed = handInSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 422 });
  const attemptId = uuidParam(params, "attempt");
  if (parsed.data.because === "deadline") {
    const leftMs = await timeLeftOf(db, actor, { attemptId, now });
    if (leftMs !== null && leftMs > 0) return Response.json({ state: "open", leftMs });
  }
  const result = await inTransaction(db, "hand in quiz", (trx) => submitAttempt(trx, actor, { attemptId, now }));
  return result.ok ? Response.json({ state: result.value.state }) : Response.json({ code: result.error.code }, { status: 404 });
});
