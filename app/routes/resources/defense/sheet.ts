import { guardedAction, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { saveSheet, sheetOpsSchema } from "~/steps/defense/index.server";

const STATUS = { "unknown-slot": 404, "wrong-state": 409, "no-place": 422 } as const;

/** An examiner's sheet as the browser's log sends it, by fetch or beacon. 401 in JSON for who is signed out: what was tapped then waits on the device. */
export const action = guardedAction("public", async ({ request, db, actor, params, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const parsed = sheetOpsSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 422 });
  const input = { slotId: uuidParam(params, "slot"), ops: parsed.data.ops, now };
  const saved = await inTransaction(db, "save defense sheet", (trx) => saveSheet(trx, actor, input));
  return saved.ok ? Response.json({ receipts: saved.value.receipts }) : Response.json({ code: saved.error.code }, { status: STATUS[saved.error.code] });
});
