import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { RoundView } from "~/steps/role-play";
import { roundScreen } from "~/steps/role-play/index.server";
import { actOnRound } from "./act-on-round.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ screen: { scenario: { title: string } } }> = { i18n: ["ui", "role-play"], title: (_t, page) => page.screen.scenario.title };
const LEARN = { permission: "learn", scope: "any" } as const;

export const loader = guardedLoader(LEARN, async ({ db, actor, params, context, now }) => {
  const screen = await roundScreen(db, actor, { roundId: uuidParam(params, "round"), locale: context.locale, now });
  if (!screen) throw notFound();
  return { screen, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(LEARN, async (args) => {
  const problem = await actOnRound(args);
  if (problem?.code === "unknown-round") throw notFound();
  return data({ problem: problem?.text ?? null }, { status: problem === null ? 200 : 409 });
});

export default function Round() {
  const { screen, locale, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  return <RoundView key={screen.roundId} screen={screen} problem={answer?.problem ?? null} locale={locale} timeZone={timeZone} />;
}
