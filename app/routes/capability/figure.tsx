import { useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/guard.server";
import { FigureScreen, type FigureScreenProps, isCompetency } from "~/capability";
import { capabilityRight, figurePage } from "~/capability/index.server";
import { personName } from "~/cohorts";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { evidenceLink } from "./evidence-link";

export const handle: RouteHandle<FigureScreenProps> = { i18n: ["ui", "quiz", "capability"], title: (t, { page, person }) => `${t(`quiz:competency.${page.competency}`)} · ${person.name}` };

export const loader = guardedLoader("signed-in", async ({ db, actor, params, now, context }) => {
  const right = await capabilityRight(db, actor, uuidParam(params, "person"));
  const { competency = "" } = params;
  if (!right || !isCompetency(competency)) throw notFound();
  const { locale } = context;
  const page = await context.timing.measure("figure", () => figurePage(db, { personId: right.person.id, competency, now }));
  const linked = evidenceLink(actor, right);
  return { page: { ...page, rows: page.rows.map(linked), self: page.self.map(linked) }, person: { id: right.person.id, name: personName(right.person, locale) }, self: right.self, locale, timeZone: actor.timeZone };
});

export default function Figure() {
  return <FigureScreen {...useLoaderData<typeof loader>()} />;
}
