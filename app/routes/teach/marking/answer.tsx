import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { markingOf, MarkingPage, type MarkingPageProps, type MarkRefusal } from "~/steps/quiz";
import { markingScreen, markResponse, nextToMark } from "~/steps/quiz/index.server";
import { placeIn, placeText } from "./place.server";

const access = { permission: "cohort:teach", scope: { cohort: "cohort" } } as const;
export const handle: RouteHandle<MarkingPageProps> = { i18n: ["ui", "marking", "quiz"], title: (t, { screen }) => screen.current?.learner ?? t("marking:title") };

const schema = z.object({
  attempt: z.uuid(),
  position: z.coerce.number().int(),
  seen: z.string().max(24),
  remark: z.string().trim().max(2000).optional(),
  criteria: z.record(z.string().max(64), z.coerce.number()).default({}),
});

export const loader = guardedLoader(access, async ({ db, params, url, actor, context }) => {
  const cohortId = uuidParam(params, "cohort");
  const { locale } = context;
  const chapterSlug = url.searchParams.get("chapter");
  const at = placeIn(url.searchParams.get("attempt"), url.searchParams.get("position"));
  const done = placeIn(...(url.searchParams.get("done")?.split(".") ?? []));
  const screen = await markingScreen(db, { cohortId, ...(chapterSlug ? { chapterSlug } : {}), ...(at ? { at } : {}), ...(done ? { done } : {}), locale });
  if (at !== null && screen.current === null) throw notFound();
  return { screen, cohortId, chapterSlug, locale, timeZone: actor.timeZone };
});

export const action = guardedAction(access, async ({ request, db, params, url, actor, now }) => {
  const cohortId = uuidParam(params, "cohort");
  const chapter = url.searchParams.get("chapter");
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
  const place = { attemptId, position };
  const next = await nextToMark(db, { cohortId, ...(chapter ? { chapterSlug: chapter } : {}), after: place });
  const to = new URL(markingOf(cohortId, next ?? undefined, chapter ?? undefined), url);
  to.searchParams.set("done", placeText(place));
  throw redirect(to.pathname + to.search, 303);
});

export default function MarkAnswer() {
  return <MarkingPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />;
}
