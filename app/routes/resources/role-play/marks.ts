import { guardedAction, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { observerOpsSchema, recordMarks } from "~/steps/role-play/index.server";

const STATUS = { "unknown-round": 404, "not-observer": 403, "wrong-state": 409 } as const;

/** An observer's taps as the device's queue sends them, by fetch or beacon. 401 in JSON, as for answers of a quiz. */
export const action = guardedAction("public", async ({ request, db, actor, params, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const parsed = observerOpsSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 422 });
  const input = { roundId: uuidParam(params, "round"), ops: parsed.data.ops, now };
  const result = await inTransaction(db, "record marks", (trx) => recordMarks(trx, actor, input));
  return result.ok ? Response.json(result.value) : Response.json({ code: result.error.code }, { status: STATUS[result.error.code] });
});
