import { randomUUID } from "node:crypto";
import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { atOf, resultPath, TakeQuiz, type TakeQuizProps } from "~/steps/quiz";
import { attemptScreen } from "~/steps/quiz/index.server";
import { actOnAttempt } from "./attempt-actions.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "learn", scope: "any" } as const;
export const handle: RouteHandle<TakeQuizProps> = { i18n: ["ui", "quiz"], title: (t, { screen }) => t("quiz:paper.title", { chapter: screen.chapterTitle }) };
/** Answers must never come from a cache. */
export const headers = () => ({ "Cache-Control": "no-store" });

export const loader = guardedLoader(access, async ({ db, params, actor, now, url, context }) => {
  const attemptId = uuidParam(params, "attempt");
  const { locale } = context;
  const screen = await context.timing.measure("paper", () => attemptScreen(db, actor, { attemptId, locale, now }));
  if (screen === null) throw notFound();
  if (screen.state !== "open") throw redirect(resultPath(attemptId));
  const startAt = atOf(url.searchParams.get("q"), screen.questions.map(({ position }) => position));
  return { screen, startAt, nonce: randomUUID(), locale, timeZone: actor.timeZone };
});

/** What the plain forms of the page do; with scripts answers go to `/api/attempts/…` instead. */
export const action = guardedAction(access, async (args) => actOnAttempt(args, uuidParam(args.params, "attempt")));

export default function Attempt() {
  const data = useLoaderData<typeof loader>();
  const refused = useActionData<typeof action>();
  return <TakeQuiz key={data.screen.attemptId} {...data} startAt={refused?.position ?? data.startAt} refused={refused ?? null} />;
}
