import { z } from "zod";
import { guardedAction, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { beginRecording, stopRecording } from "~/steps/role-play/index.server";

const schema = z.union([z.object({ name: z.string().trim().min(1).max(200) }), z.object({ stopped: z.uuid() })]);
const STATUS = { "unknown-round": 404, "wrong-state": 409, "no-consent": 409, "recorded-already": 409, "too-large": 413, "too-many": 409 } as const;

/** Begins a recording of a round, or says that it stopped. Its bytes go to the uploads. */
export const action = guardedAction("public", async ({ request, db, actor, params, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const parsed = schema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 422 });
  const { data } = parsed;
  const roundId = uuidParam(params, "round");
  if ("stopped" in data) {
    const stopped = await inTransaction(db, "stop recording", (trx) => stopRecording(trx, actor, { roundId, uploadId: data.stopped, now }));
    return stopped.ok ? Response.json({ stopped: true }) : Response.json({ code: stopped.error.code }, { status: 404 });
  }
  const begun = await inTransaction(db, "begin recording", (trx) => beginRecording(trx, actor, { roundId, name: data.name, now }));
  return begun.ok ? Response.json(begun.value) : Response.json({ code: begun.error.code }, { status: STATUS[begun.error.code] });
});
