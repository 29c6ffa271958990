import { randomUUID } from "node:crypto";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { WorkScreen, type WorkScreenProps } from "~/steps/homework";
import { workPage } from "~/steps/homework/index.server";
import { homeworkPageOf } from "./own-homework.server";
import { actOnWork } from "./work-actions.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "learn", scope: "any" } as const;
export const handle: RouteHandle<WorkScreenProps> = { i18n: ["ui", "road", "marking", "homework"], title: (t, { page }, locale) => `${t("homework:title")} · ${page.title[locale]}` };
/** What one has written must never come from a cache. */
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader(access, async (args) => {
  const { own, place } = await homeworkPageOf(args);
  const { locale } = args.context;
  const page = await workPage(args.db, own, { locale, now: args.now });
  if (!page) throw notFound();
  return { page, place, nonce: randomUUID(), locale, timeZone: own.timeZone, now: args.now };
});

/** What the forms of the page do; with scripts texts and files go to `/api/homework/…` instead. */
export const action = guardedAction(access, actOnWork);

export default function Work() {
  const props = useLoaderData<typeof loader>();
  const { place, page } = props;
  // Begun with the first word or recording, which must not end with it.
  const state = page.state === "new" ? "draft" : page.state;
  return <WorkScreen key={`${place.enrolmentId} ${place.chapterSlug} ${state}`} {...props} answer={useActionData<typeof action>() ?? null} />;
}
