import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { pageNumber } from "~/platform/request.server";
import { CoachingScreen } from "~/steps/field-tracking";
import { COACHING_PAGE_SIZE, coachingPage } from "~/steps/field-tracking/index.server";
import { COACH } from "./access";
import { actOnNote } from "./act-on-note.server";
import { useFlash } from "./use-flash";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "field"], title: (t) => t("field:coach.tabLog") };
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export const loader = guardedLoader(COACH, async ({ db, actor, url, now, context }) => {
  const asked = url.searchParams.get("person") ?? "";
  const personId = UUID.test(asked) ? asked : null;
  const number = pageNumber(url);
  const page = await coachingPage(db, actor, { personId, page: number, now });
  return { page, personId, readerId: actor.id, number, pageSize: COACHING_PAGE_SIZE, locale: context.locale };
});

export const action = guardedAction(COACH, async (args) => {
  const answer = await actOnNote(args);
  return data(answer, { status: answer.problem === null ? 200 : 409 });
});

export default function Coaching() {
  return <CoachingScreen {...useLoaderData<typeof loader>()} flash={useFlash()} />;
}
