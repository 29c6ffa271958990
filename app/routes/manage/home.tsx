import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { pageNumber } from "~/platform/request.server";
import { MentionList } from "~/sheets";
import { waitingMentions } from "~/sheets/index.server";
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
  const [conditions, mentions] = await Promise.all([openConditions(db, actor, context.locale), waitingMentions(db, actor.id, 5)]);
  return { page, number, conditions, mentions, pageSize: COACH_PAGE_SIZE, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(COACH, async (args) => {
  const answer = await decideByForm(args, await args.request.formData());
  return data(answer, { status: answer.problem === null ? 200 : 409 });
});

export default function Manage() {
  const { conditions, mentions, ...coach } = useLoaderData<typeof loader>();
  return (
    <>
      <MentionList mentions={mentions} locale={coach.locale} timeZone={coach.timeZone} />
      <OpenConditions conditions={conditions} locale={coach.locale} />
      <CoachScreen {...coach} flash={useFlash()} />
    </>
  );
}
