import { guardedAction, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { saveBatchSchema, saveTexts } from "~/steps/homework/index.server";

const STATUS = { "not-found": 404, "no-assignment": 404, "not-a-text": 422, "step-closed": 409 } as const;

/**
 * Written parts of homework as the browser's log sends them, by fetch or beacon. Public, because who is signed out must get
 * 401 and not a page: the words then wait on the device. Whose homework it is, the query asks.
 */
export const action = guardedAction("public", async ({ request, params, db, actor, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const batch = saveBatchSchema.safeParse(await request.json().catch(() => null));
  if (!batch.success) return Response.json({ code: "invalid" }, { status: 422 });
  const key = { enrolmentId: uuidParam(params, "enrolment"), chapterSlug: params.chapter ?? "" };
  const saved = await inTransaction(db, "save homework", (trx) => saveTexts(trx, actor, { ...key, ops: batch.data.ops, now }));
  return saved.ok ? Response.json({ receipts: saved.value.receipts }) : Response.json({ code: saved.error.code }, { status: STATUS[saved.error.code] });
});
