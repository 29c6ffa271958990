import { randomUUID } from "node:crypto";
import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { meetingPartOf, MeetingScreen } from "~/steps/field-tracking";
import { meetingPage } from "~/steps/field-tracking/index.server";
import { LEAD_MEETING } from "./access";
import { actInMeeting } from "./act-in-meeting.server";
import { useFlash } from "./use-flash";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "field"], title: (t) => t("field:meeting.name") };

export const loader = guardedLoader(LEAD_MEETING, async ({ db, actor, params, url, now, context }) => {
  const page = await context.timing.measure("meeting", () => meetingPage(db, actor, uuidParam(params, "team"), now, meetingPartOf(url.searchParams)));
  if (!page) throw notFound();
  return { page, nonce: randomUUID(), locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(LEAD_MEETING, async (args) => {
  const answer = await actInMeeting(args);
  return data(answer, { status: answer.problem === null ? 200 : 409 });
});

export default function Meeting() {
  return <MeetingScreen {...useLoaderData<typeof loader>()} flash={useFlash()} />;
}
