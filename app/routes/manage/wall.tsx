import { useLoaderData, useRevalidator } from "@remix-run/react";
import { useEffect } from "react";
import { guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { MeetingScreen } from "~/steps/field-tracking";
import { meetingPage } from "~/steps/field-tracking/index.server";
import { LEAD_MEETING } from "./access";

export const handle: RouteHandle = { i18n: ["ui", "field"], title: (t) => t("field:meeting.name") };

/** What is written down on the laptop shows on the wall this soon, in ms. */
const READ_AGAIN_MS = 8_000;

export const loader = guardedLoader(LEAD_MEETING, async ({ db, actor, params, now, context }) => {
  const page = await meetingPage(db, actor, uuidParam(params, "team"), now);
  if (!page) throw notFound();
  return { page, nonce: "", locale: context.locale, timeZone: actor.timeZone };
});

/** The sales meeting on a projector. */
export default function Wall() {
  const props = useLoaderData<typeof loader>();
  const { revalidate } = useRevalidator();
  useEffect(() => {
    const timer = setInterval(() => document.visibilityState === "visible" && revalidate(), READ_AGAIN_MS);
    return () => clearInterval(timer);
  }, [revalidate]);
  return (
    <main className="min-h-dvh bg-paper px-6 py-6 lg:[zoom:1.25]">
      <MeetingScreen {...props} flash={[]} wall />
    </main>
  );
}
