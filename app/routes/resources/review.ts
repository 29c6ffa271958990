import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { gradeOpsSchema, heldReview, takeGrades } from "~/steps/quiz/index.server";

const HELD = { headers: { "cache-control": "no-store" } };

/** Today's cards for the device to hold. Under the person's id: a device that was handed on asks for the one it belonged to, and gets nothing. */
export const loader = guardedLoader("public", async ({ db, actor, params, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  if (uuidParam(params, "person") !== actor.id) return Response.json({ code: "not-found" }, { status: 404 });
  return Response.json(await heldReview(db, actor, now), HELD);
});

/** Gradings as the device's queue sends them, by fetch or beacon. 401 in JSON for who is signed out: they wait on the device then. */
export const action = guardedAction("public", async ({ request, db, actor, params, now }) => {
  if (actor === null) return Response.json({ code: "signed-out" }, { status: 401 });
  const parsed = gradeOpsSchema.safeParse(await request.json().catch(() => null));
  if (!parsed.success) return Response.json({ code: "invalid" }, { status: 422 });
  if (uuidParam(params, "person") !== actor.id) return Response.json({ code: "not-found" }, { status: 404 });
  return Response.json(await takeGrades(db, actor, parsed.data.ops, now));
});
