import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { formFailure, parseFormData } from "~/platform/forms.server";
import { attemptOfPath, SheetPage, type SheetPageProps } from "~/steps/quiz";
import { attemptSheet, type OverruleError, overruleScore, reopenAttempts } from "~/steps/quiz/index.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<SheetPageProps> = { i18n: ["ui", "marking", "quiz"], title: (_t, { sheet }) => sheet.learner.name };
const scope = { cohort: "cohort" } as const;
const reason = z.string({ error: "required" }).trim().min(3, "tooShort").max(500, "tooLong");
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("reopen"), attempts: z.coerce.number().int().min(1).max(10), reason }),
  z.object({ intent: z.literal("overrule"), position: z.coerce.number().int(), seen: z.string().max(24), points: z.coerce.number({ error: "number" }).min(0, "tooSmall"), reason }),
]);

export const loader = guardedLoader({ permission: "cohort:view", scope }, async ({ db, params, actor, context }) => {
  const cohortId = uuidParam(params, "cohort");
  const { locale } = context;
  const sheet = await attemptSheet(db, { cohortId, attemptId: uuidParam(params, "attempt"), locale });
  if (sheet === null) throw notFound();
  const teaches = holds(actor, "cohort:teach", { kind: "cohort", cohortId, teamId: sheet.teamId });
  return { sheet, cohortId, teaches, locale, timeZone: actor.timeZone };
});

/** Gives the learner further attempts, or an answer another score than the rule's. */
export const action = guardedAction({ permission: "cohort:teach", scope }, async ({ request, db, params, actor, context, now }) => {
  const cohortId = uuidParam(params, "cohort");
  const attemptId = uuidParam(params, "attempt");
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data({ failure: parsed.error.failure, refusedAt: refusedPlace(form) }, { status: 400 });
  if (parsed.value.intent === "overrule") {
    const { position, seen, points, reason } = parsed.value;
    const overruled = await inTransaction(db, "overrule score", (trx) => overruleScore(trx, actor, { cohortId, attemptId, position, points, reason, seenMarkId: seen, now }));
    if (overruled.ok) throw redirect(attemptOfPath(cohortId, attemptId), 303);
    if (overruled.error.code === "not-found") throw notFound();
    return data({ failure: formFailure(form, ...REFUSALS[overruled.error.code]), refusedAt: position }, { status: 409 });
  }
  const sheet = await attemptSheet(db, { cohortId, attemptId, locale: context.locale });
  if (sheet === null) throw notFound();
  const { attempts, reason } = parsed.value;
  const { enrolmentId, chapterSlug } = sheet;
  const reopened = await inTransaction(db, "reopen quiz", (trx) => reopenAttempts(trx, actor, { cohortId, enrolmentId, chapterSlug, attempts, reason, now }));
  if (!reopened.ok) return data({ failure: formFailure(form, [reopened.error.code === "reason-too-short" ? "tooShort" : "changed"]), refusedAt: null }, { status: 409 });
  throw redirect(attemptOfPath(cohortId, attemptId), 303);
});

/** What each refusal is in the form's own words: of the form, or of a field. */
const REFUSALS: Record<Exclude<OverruleError["code"], "not-found">, [string[], Record<string, string[]>]> = {
  "not-submitted": [["changed"], {}],
  "marked-by-rubric": [["changed"], {}],
  "marked-meanwhile": [["changed"], {}],
  "points-out-of-range": [[], { points: ["tooBig"] }],
  "reason-too-short": [[], { reason: ["tooShort"] }],
};

/** The place on the paper that a form was about. */
function refusedPlace(form: FormData): number | null {
  return form.get("intent") === "overrule" ? Number(form.get("position")) : null;
}

export default function AttemptOfLearner() {
  const answer = useActionData<typeof action>();
  return <SheetPage {...useLoaderData<typeof loader>()} failure={answer?.failure ?? null} refusedAt={answer?.refusedAt ?? null} />;
}
