import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { notFound } from "~/platform/errors";
import { codeCard } from "~/steps/lecture/index.server";

/** The check-in code of the moment, for presenter and projector alone. */
export const loader = guardedLoader({ permission: "cohort:teach", scope: { cohort: "cohort" } }, async ({ db, params, context, now }) => {
  const card = await codeCard(db, { cohortId: uuidParam(params, "cohort"), sessionId: uuidParam(params, "session") }, { origin: context.origin, now });
  if (!card) throw notFound();
  return Response.json(card, { headers: { "Cache-Control": "no-store" } });
});
