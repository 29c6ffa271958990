import { guardedAction, uuidParam } from "~/auth/guard.server";
import { logSchema, takeLog } from "~/steps/field-tracking/index.server";

/** Applications as the device's queue sends them, by fetch or beacon. 401 in JSON, as for an observer's taps. */
export const action = guardedAction("public", async ({ request, db, actor, params, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const parsed = logSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 422 });
  const step = { enrolmentId: uuidParam(params, "enrolment"), chapterSlug: params.chapter ?? "" };
  const result = await takeLog(db, actor, step, parsed.data.ops, now);
  return result.ok ? Response.json(result.value) : Response.json({ code: result.error.code }, { status: 404 });
});
