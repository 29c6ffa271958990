import { useLoaderData } from "@remix-run/react";
import { guardedLoader } from "~/auth/guard.server";
import { CapabilityScreen } from "~/capability";
import { capabilityPage, ownRatings } from "~/capability/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { reviewQueue } from "~/steps/quiz/index.server";

export const handle: RouteHandle = { i18n: ["ui", "road", "quiz", "capability"], title: (t) => t("capability:title") };

export const loader = guardedLoader("signed-in", async ({ db, actor, now, context }) => {
  const [queue, page, ratings] = await Promise.all([reviewQueue(db, actor, now), context.timing.measure("capability", () => capabilityPage(db, actor.id, now)), ownRatings(db, actor.id)]);
  return { page, person: { id: actor.id, name: actor.name }, self: true, rated: Object.keys(ratings).length > 0, cardsDue: queue.today.length, locale: context.locale, timeZone: actor.timeZone };
});

export default function OwnCapability() {
  return <CapabilityScreen {...useLoaderData<typeof loader>()} />;
}
