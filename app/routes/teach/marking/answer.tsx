import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { EVERYTHING } from "~/marking";
import { firstWaiting, markingPlace, nextMarkingPath } from "~/marking/index.server";
import { reachOf } from "~/people";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { answerSubject, MarkingPage, type MarkingPageProps, type MarkRefusal } from "~/steps/quiz";
import { markingSubject, markResponse } from "~/steps/quiz/index.server";
import { placeIn } from "./place.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "cohort:teach", scope: { cohort: "cohort" } } as const;
export const handle: RouteHandle<MarkingPageProps> = { i18n: ["ui", "marking", "quiz"], title: (t, { at }) => at?.subject.learner ?? t("marking:title") };

const schema = z.object({
  attempt: z.uuid(),
  position: z.coerce.number().int(),
  seen: z.string().max(24),
  remark: z.string().trim().max(2000).optional(),
  criteria: z.record(z.string().max(64), z.coerce.number()).default({}),
});

/** The answer that the address names, or the first of the cohort that waits. */
export const loader = guardedLoader(access, async ({ db, params, url, actor, now, context }) => {
  const cohortId = uuidParam(params, "cohort");
  const { locale } = context;
  const named = placeIn(url.searchParams.get("attempt"), url.searchParams.get("position"));
  const view = { reach: reachOf(actor, "cohort:teach"), actorId: actor.id, filter: { ...EVERYTHING, kind: "quiz-answer" as const, cohortId }, now };
  const answer = named ?? placeIn(...((await firstWaiting(db, view))?.subjectId.split(".") ?? []));
  const common = { cohortId, locale, timeZone: actor.timeZone, now };
  if (answer === null) return { at: null, ...common };
  const subject = await markingSubject(db, { cohortId, ...answer, locale });
  if (subject === null) throw notFound();
  const place = await markingPlace(db, { kind: "quiz-answer", subjectId: answerSubject(answer.attemptId, answer.position), cohortId, actor, query: url.searchParams, now });
  return { at: { subject, place }, ...common };
});

export const action = guardedAction(access, async ({ request, db, params, url, actor, now }) => {
  const cohortId = uuidParam(params, "cohort");
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) return data<MarkRefusal>({ problem: "criterion-missing", draft: { criteria: {}, remark: "" } }, { status: 400 });
  const { attempt: attemptId, position, seen, remark, criteria } = parsed.value;
  const input = { cohortId, attemptId, position, criteria, remark: remark ?? null, seenMarkId: seen === "none" ? null : seen, now };
  const marked = await inTransaction(db, "mark answer", (trx) => markResponse(trx, actor, input));
  if (!marked.ok) {
    if (marked.error.code === "not-found") throw notFound();
    const { code: problem, ...more } = marked.error;
    return data<MarkRefusal>({ problem, ...("by" in more ? more : {}), draft: { criteria, remark: remark ?? "" } }, { status: 409 });
  }
  throw redirect(await nextMarkingPath(db, { kind: "quiz-answer", subjectId: answerSubject(attemptId, position), cohortId, actor, query: url.searchParams, now }), 303);
});

export default function MarkAnswer() {
  return <MarkingPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />;
}
