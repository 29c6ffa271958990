import { data } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { ApplicationScreen } from "~/steps/field-tracking";
import { applicationPage } from "~/steps/field-tracking/index.server";
import { COACH } from "./access";
import { decideByForm } from "./decide-by-form.server";
import { useFlash } from "./use-flash";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "field"], title: (t) => t("field:detail.title") };

export const loader = guardedLoader(COACH, async ({ db, actor, params, now, context }) => {
  const page = await applicationPage(db, actor, uuidParam(params, "application"), now);
  if (!page?.mayDecide) throw notFound();
  return { page, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(COACH, async (args) => {
  const answer = await decideByForm(args, await args.request.formData());
  return data(answer, { status: answer.problem === null ? 200 : 409 });
});

export default function Application() {
  return <ApplicationScreen {...useLoaderData<typeof loader>()} flash={useFlash()} />;
}
