import { redirect } from "@remix-run/node";
import { z } from "zod";
import { guardedAction, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { markingItemPath } from "~/marking";
import { claimMarking, markingItemOf, releaseMarking } from "~/marking/index.server";
import { reachOf } from "~/people";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";

const schema = z.object({ intent: z.enum(["claim", "release", "take-over"]), queue: z.string().max(300).default("") });

/** Takes a waiting thing in hand, renews that, gives it back; `take-over` is a form and leads back to the thing. */
export const action = guardedAction({ permission: "cohort:teach", scope: "any" }, async ({ request, params, db, actor, now }) => {
  const itemId = uuidParam(params, "item");
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) return Response.json({ code: "invalid" }, { status: 400 });
  const { intent, queue } = parsed.value;
  if (intent === "release") {
    await inTransaction(db, "release marking", (trx) => releaseMarking(trx, actor, itemId));
    return Response.json({ code: "released" });
  }
  const reach = reachOf(actor, "cohort:teach");
  const claimed = await inTransaction(db, "claim marking", (trx) => claimMarking(trx, actor, { itemId, reach, takeOver: intent === "take-over", now }));
  if (intent === "take-over") {
    // Where it was marked meanwhile, the page says so.
    const item = await markingItemOf(db, { itemId, reach });
    if (item === undefined) throw notFound();
    throw redirect(markingItemPath(item, { queue }), 303);
  }
  if (claimed.ok) return Response.json({ claim: { personId: actor.id, name: actor.name, until: claimed.value.until, mine: true } });
  if (claimed.error.code === "not-found") throw notFound();
  return Response.json({ claim: { ...claimed.error.claim, mine: false } }, { status: 409 });
});
