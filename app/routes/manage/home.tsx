import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { pageNumber } from "~/platform/request.server";
import { OpenConditions } from "~/steps/defense";
import { openConditions } from "~/steps/defense/index.server";
import { CoachScreen } from "~/steps/field-tracking";
import { COACH_PAGE_SIZE, coachPage } from "~/steps/field-tracking/index.server";
import { COACH } from "./access";
import { decideByForm } from "./decide-by-form.server";
import { useFlash } from "./use-flash";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "field", "defense"], title: (t) => t("field:coach.title") };

export const loader = guardedLoader(COACH, async ({ db, actor, url, now, context }) => {
  const number = pageNumber(url);
  const page = await context.timing.measure("field", () => coachPage(db, actor, { page: number, now }));
  const conditions = await openConditions(db, actor, context.locale);
  return { page, number, conditions, pageSize: COACH_PAGE_SIZE, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(COACH, async (args) => {
  const answer = await decideByForm(args, await args.request.formData());
  return data(answer, { status: answer.problem === null ? 200 : 409 });
});

export default function Manage() {
  const { conditions, ...coach } = useLoaderData<typeof loader>();
  return (
    <>
      <OpenConditions conditions={conditions} locale={coach.locale} />
      <CoachScreen {...coach} flash={useFlash()} />
    </>
  );
}
