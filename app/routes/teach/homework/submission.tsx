import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { markingPlace, nextMarkingPath } from "~/marking/index.server";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { type SubmissionRefusal, SubmissionScreen, type SubmissionScreenProps, VERDICTS } from "~/steps/homework";
import { markSubmission, submissionPage } from "~/steps/homework/index.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "cohort:teach", scope: { cohort: "cohort" } } as const;
export const handle: RouteHandle<SubmissionScreenProps> = { i18n: ["ui", "marking", "sheets", "homework"], title: (t, { page }) => `${page.learner} · ${t("homework:title")}` };
const schema = z.object({
  intent: z.enum(VERDICTS),
  seen: z.string().max(24),
  remark: z.string().trim().max(2000).optional(),
  criteria: z.record(z.string().max(64), z.coerce.number()).default({}),
});

export const loader = guardedLoader(access, async ({ db, params, url, actor, now, context }) => {
  const cohortId = uuidParam(params, "cohort");
  const submissionId = uuidParam(params, "submission");
  const { locale } = context;
  const page = await submissionPage(db, { cohortId, submissionId, locale, now });
  if (!page) throw notFound();
  const place = await markingPlace(db, { kind: "homework", subjectId: submissionId, cohortId, actor, query: url.searchParams, now });
  return { page, place, cohortId, locale, timeZone: actor.timeZone, now };
});

export const action = guardedAction(access, async ({ request, db, params, url, actor, now }) => {
  const cohortId = uuidParam(params, "cohort");
  const submissionId = uuidParam(params, "submission");
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) return data<SubmissionRefusal>({ problem: "criterion-missing", draft: { criteria: {}, remark: "" } }, { status: 400 });
  const { intent, seen, remark = "", criteria } = parsed.value;
  const input = { cohortId, submissionId, verdict: intent, criteria, remark, seenMarkId: seen === "none" ? null : seen, now };
  const marked = await inTransaction(db, "mark homework", (trx) => markSubmission(trx, actor, input));
  if (marked.ok) throw redirect(await nextMarkingPath(db, { kind: "homework", subjectId: submissionId, cohortId, actor, query: url.searchParams, now }), 303);
  if (marked.error.code === "not-found") throw notFound();
  const { code: problem, ...more } = marked.error;
  return data<SubmissionRefusal>({ problem, ...("by" in more ? more : {}), draft: { criteria, remark } }, { status: 409 });
});

export default function Submission() {
  return <SubmissionScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />;
}
