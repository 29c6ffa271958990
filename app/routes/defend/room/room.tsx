import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { RoomScreen } from "~/steps/defense";
import { type RoomPage, roomMember, roomPage } from "~/steps/defense/index.server";
import { actOnRoom } from "./act-on-room.server";
import { exhibitsOf } from "./exhibits.server";
import { Exhibits } from "./Exhibits";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "defense:sit", scope: "any" } as const;
export const handle: RouteHandle<{ page: RoomPage }> = { i18n: ["ui", "defense", "sheets", "homework", "role-play"], title: (t, { page }) => `${t("defense:title")} · ${page.head.candidate}` };
/** Scores must never come from a cache. */
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader(access, async (args) => {
  const { db, actor, params, context, now } = args;
  const slotId = uuidParam(params, "slot");
  const [page, member] = await Promise.all([roomPage(db, actor, { slotId, locale: context.locale }), roomMember(db, actor, slotId)]);
  if (!page || !member) throw notFound();
  const exhibits = await exhibitsOf(args, { personId: member.candidateId, ...member, chapters: page.chapters });
  return { page, exhibits, locale: context.locale, timeZone: page.head.timeZone, now };
});

/** What the buttons of the page do; with scripts the sheet goes to `/api/defense/…` instead. */
export const action = guardedAction(access, actOnRoom);

export default function Room() {
  const { page, exhibits, locale, timeZone, now } = useLoaderData<typeof loader>();
  return <RoomScreen key={page.head.slotId} page={page} exhibits={<Exhibits exhibits={exhibits} locale={locale} timeZone={timeZone} />} problem={useActionData<typeof action>()?.problem ?? null} locale={locale} now={now} />;
}
