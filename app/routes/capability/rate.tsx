import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { COMPETENCY_IDS, OWN_CAPABILITY_PATH, RateSelfScreen, SELF_LEVELS } from "~/capability";
import { ownRatings, rateSelf } from "~/capability/index.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { parseForm } from "~/platform/forms.server";

export const handle: RouteHandle = { i18n: ["ui", "quiz", "capability"], title: (t) => t("capability:rate.title") };
const level = z.coerce.number("invalid").pipe(z.literal(SELF_LEVELS, "invalid"));
const schema = z.object({ ratings: z.partialRecord(z.enum(COMPETENCY_IDS), level).default({}) });

export const loader = guardedLoader("signed-in", async ({ db, actor }) => ({ ratings: await ownRatings(db, actor.id) }));

export const action = guardedAction("signed-in", async ({ request, db, actor, now }) => {
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  await inTransaction(db, "rate oneself", (trx) => rateSelf(trx, actor, { ratings: parsed.value.ratings, now }));
  throw redirect(OWN_CAPABILITY_PATH, 303);
});

export default function RateSelf() {
  return <RateSelfScreen {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>() ?? null} />;
}
