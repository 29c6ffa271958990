import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { RATINGS, REVIEW_PATH } from "~/capability";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { parseFormData } from "~/platform/forms.server";
import { ReviewScreen } from "~/steps/quiz";
import { gradeCard, responseSchema, revealCard, reviewPage } from "~/steps/quiz/index.server";

const access = { permission: "learn", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "quiz", "capability"], title: (t) => t("capability:review.title") };

const json = z.string().max(20_000).transform((text, context): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    context.addIssue("invalid");
    return z.NEVER;
  }
});
const answerSchema = z.object({ intent: z.literal("answer"), card: z.uuid() });
const gradeSchema = z.object({ intent: z.literal("grade"), card: z.uuid(), version: z.coerce.number().int().min(1), op: z.uuid(), rating: z.enum(RATINGS), answer: json.pipe(responseSchema.nullable()) });

export const loader = guardedLoader(access, async ({ db, actor, now, url, context }) => {
  const page = await context.timing.measure("review", () => reviewPage(db, actor, { locale: context.locale, now }));
  return { page, personId: actor.id, overtaken: url.searchParams.has("overtaken"), locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(access, async ({ request, db, actor, now, context }) => {
  const form = await request.formData();
  if (form.get("intent") === "answer") {
    const asked = parseFormData(form, answerSchema);
    const revealed = asked.ok ? await revealCard(db, actor, { cardId: asked.value.card, form, locale: context.locale, now }) : undefined;
    if (!revealed) throw notFound();
    return data({ revealed });
  }
  const parsed = parseFormData(form, gradeSchema);
  if (!parsed.ok) throw notFound();
  const { card: cardId, op: opId, version, rating, answer } = parsed.value;
  const graded = await inTransaction(db, "grade a card", (trx) => gradeCard(trx, actor, { cardId, opId, version, rating, answer, now }));
  if (!graded.ok && graded.error.code !== "overtaken") throw notFound();
  throw redirect(graded.ok ? REVIEW_PATH : `${REVIEW_PATH}?overtaken`, 303);
});

export default function Review() {
  return <ReviewScreen {...useLoaderData<typeof loader>()} revealed={useActionData<typeof action>()?.revealed ?? null} />;
}
