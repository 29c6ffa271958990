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
import { attemptSheet, reopenAttempts } from "~/steps/quiz/index.server";

export const handle: RouteHandle<SheetPageProps> = { i18n: ["ui", "marking", "quiz"], title: (_t, { sheet }) => sheet.learner.name };
const scope = { cohort: "cohort" } as const;
const schema = z.object({ intent: z.literal("reopen"), attempts: z.coerce.number().int().min(1).max(10), reason: z.string().trim().min(3, "tooShort").max(500, "tooLong") });

export const loader = guardedLoader({ permission: "cohort:view", scope }, async ({ db, params, actor, context }) => {
  const cohortId = uuidParam(params, "cohort");
  const { locale } = context;
  const sheet = await attemptSheet(db, { cohortId, attemptId: uuidParam(params, "attempt"), locale });
  if (sheet === null) throw notFound();
  const teaches = holds(actor, "cohort:teach", { kind: "cohort", cohortId, teamId: sheet.teamId });
  return { sheet, cohortId, teaches, locale, timeZone: actor.timeZone };
});

/** Gives the learner further attempts. */
export const action = guardedAction({ permission: "cohort:teach", scope }, async ({ request, db, params, actor, context, now }) => {
  const cohortId = uuidParam(params, "cohort");
  const attemptId = uuidParam(params, "attempt");
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data({ failure: parsed.error.failure }, { status: 400 });
  const sheet = await attemptSheet(db, { cohortId, attemptId, locale: context.locale });
  if (sheet === null) throw notFound();
  const { attempts, reason } = parsed.value;
  const { enrolmentId, chapterSlug } = sheet;
  const reopened = await inTransaction(db, "reopen quiz", (trx) => reopenAttempts(trx, actor, { cohortId, enrolmentId, chapterSlug, attempts, reason, now }));
  if (!reopened.ok) return data({ failure: formFailure(form, [reopened.error.code === "reason-too-short" ? "tooShort" : "changed"]) }, { status: 409 });
  throw redirect(attemptOfPath(cohortId, attemptId), 303);
});

export default function AttemptOfLearner() {
  return <SheetPage {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>()?.failure ?? null} />;
}
