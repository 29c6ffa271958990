import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import type { MarkDraft } from "~/marking";
import { notFound } from "~/platform/errors";
import { parseFormData } from "~/platform/forms.server";
import { ReviewScreen, type ReviewScreenProps, reviewsPath } from "~/steps/homework";
import { giveReview, openReview, reviewPage } from "~/steps/homework/index.server";
import { homeworkPageOf, ownHomework } from "./own-homework.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "learn", scope: "any" } as const;
export const handle: RouteHandle<ReviewScreenProps> = { i18n: ["ui", "marking", "sheets", "homework"], title: (t, { page }) => t("homework:review.title", { author: page.author }) };
const schema = z.object({ remark: z.string().max(2000).default(""), criteria: z.record(z.string().max(64), z.coerce.number()).default({}) });

/** Who looks at the work has begun: the request stays theirs from then on. */
export const loader = guardedLoader(access, async (args) => {
  const { own, place } = await homeworkPageOf(args);
  const { locale } = args.context;
  const reviewId = uuidParam(args.params, "review");
  const page = await reviewPage(args.db, own, { reviewId, locale, now: args.now });
  if (!page) throw notFound();
  await inTransaction(args.db, "open review", (trx) => openReview(trx, args.actor, { reviewId, now: args.now }));
  return { page, place, locale, timeZone: own.timeZone };
});

export const action = guardedAction(access, async (args) => {
  const { request, db, actor, now, params } = args;
  const { enrolmentId, chapterSlug } = await ownHomework(args);
  const parsed = parseFormData(await request.formData(), schema);
  const draft: MarkDraft = parsed.ok ? parsed.value : { criteria: {}, remark: "" };
  const given = await inTransaction(db, "give review", (trx) => giveReview(trx, actor, { reviewId: uuidParam(params, "review"), ...draft, now }));
  if (given.ok) throw redirect(reviewsPath(enrolmentId, chapterSlug), 303);
  if (given.error.code === "not-found") throw notFound();
  return data({ problem: given.error.code, draft }, { status: 409 });
});

export default function Review() {
  return <ReviewScreen {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />;
}
