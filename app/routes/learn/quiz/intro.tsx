import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { ownEnrolment } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { attemptPath, IntroPage, type IntroPageProps } from "~/steps/quiz";
import { quizIntro, startAttempt } from "~/steps/quiz/index.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "learn", scope: "any" } as const;
export const handle: RouteHandle<IntroPageProps> = { i18n: ["ui", "road", "quiz"], title: (t, { intro }, locale) => t("quiz:paper.title", { chapter: intro.title[locale] }) };

export const loader = guardedLoader(access, async ({ db, params, actor, now, context }) => {
  const place = await ownEnrolment(db, actor.id, uuidParam(params, "enrolment"), params.chapter ?? "");
  const intro = place && (await quizIntro(db, actor, { ...place, now }));
  if (!intro) throw notFound();
  const { enrolmentId, chapterSlug, timeZone } = place;
  return { intro, enrolmentId, chapterSlug, timeZone, locale: context.locale };
});

/** Starts the next attempt, or goes on with the one that is open. */
export const action = guardedAction(access, async ({ db, params, actor, now }) => {
  const place = await ownEnrolment(db, actor.id, uuidParam(params, "enrolment"), params.chapter ?? "");
  if (!place) throw notFound();
  const { enrolmentId, chapterSlug } = place;
  const started = await inTransaction(db, "start quiz", (trx) => startAttempt(trx, actor, { enrolmentId, chapterSlug, now }));
  if (started.ok) throw redirect(attemptPath(started.value.attemptId), 303);
  if (started.error.code === "not-found") throw notFound();
  return data({ problem: started.error.code }, { status: 409 });
});

export default function QuizIntro() {
  const answer = useActionData<typeof action>();
  return <IntroPage {...useLoaderData<typeof loader>()} problem={answer?.problem ?? null} />;
}
