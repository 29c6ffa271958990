import { randomUUID } from "node:crypto";
import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { StepScreen, type StepScreenProps } from "~/steps/field-tracking";
import { stepPage } from "~/steps/field-tracking/index.server";
import { actOnStep } from "./act-on-step.server";
import { ownStep } from "./own-step.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "learn", scope: "any" } as const;
export const handle: RouteHandle<StepScreenProps> = { i18n: ["ui", "road", "field"], title: (t, { page }, locale) => `${t("field:title")} · ${page.title[locale]}` };

export const loader = guardedLoader(access, async (args) => {
  const own = await ownStep(args);
  const page = await stepPage(args.db, args.actor, own, args.now);
  if (!page) throw notFound();
  return { page, personId: own.personId, nonce: randomUUID(), locale: args.context.locale, timeZone: own.timeZone };
});

/** What a page without scripts logs, and what is done with one's own applications. */
export const action = guardedAction(access, async (args) => {
  const answer = await actOnStep(args);
  return data(answer, { status: answer.problem === null ? 200 : 409 });
});

export default function FieldStep() {
  const props = useLoaderData<typeof loader>();
  return <StepScreen key={`${props.page.enrolmentId} ${props.page.chapterSlug}`} {...props} answer={useActionData<typeof action>() ?? null} />;
}
