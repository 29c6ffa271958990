import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { CapabilityScreen, type CapabilityScreenProps, figurePath, isCompetency } from "~/capability";
import { capabilityPage, capabilityRight } from "~/capability/index.server";
import { personName } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";

export const handle: RouteHandle<CapabilityScreenProps> = { i18n: ["ui", "road", "quiz", "capability"], title: (t, { person }) => t("capability:titleOf", { name: person.name }) };

export const loader = guardedLoader("signed-in", async ({ db, actor, params, url, now, context }) => {
  const right = await capabilityRight(db, actor, uuidParam(params, "person"));
  if (!right) throw notFound();
  // The way down from a figure on a dashboard names its competency.
  const asked = url.searchParams.get("competency") ?? "";
  if (isCompetency(asked)) throw redirect(figurePath(right.person.id, asked), 302);
  const { locale } = context;
  const page = await context.timing.measure("capability", () => capabilityPage(db, right.person.id, now));
  return { page, person: { id: right.person.id, name: personName(right.person, locale) }, self: right.self, rated: false, cardsDue: null, locale, timeZone: actor.timeZone };
});

export default function PersonsCapability() {
  return <CapabilityScreen {...useLoaderData<typeof loader>()} />;
}
