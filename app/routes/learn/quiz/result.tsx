import { redirect } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";
import { guardedLoader, uuidParam } from "~/auth/guard.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { attemptPath, ResultPage, type ResultPageProps } from "~/steps/quiz";
import { resultScreen, timeLeftOf } from "~/steps/quiz/index.server";

const access = { permission: "learn", scope: "any" } as const;
export const handle: RouteHandle<ResultPageProps> = { i18n: ["ui", "road", "quiz"], title: (t, { result }) => t("quiz:result.title", { chapter: result.chapterTitle }) };

export const loader = guardedLoader(access, async ({ db, params, actor, now, context }) => {
  const attemptId = uuidParam(params, "attempt");
  const { locale } = context;
  const result = await resultScreen(db, actor, { attemptId, locale, now });
  if (result === null && (await timeLeftOf(db, actor, { attemptId, now })) !== null) throw redirect(attemptPath(attemptId));
  if (result === null) throw notFound();
  return { result, locale, timeZone: actor.timeZone };
});

export default function QuizResult() {
  return <ResultPage {...useLoaderData<typeof loader>()} />;
}
