import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { isoDay } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { formFailure, parseFormData } from "~/platform/forms.server";
import { RehearsalsScreen, rehearsalsPath } from "~/steps/homework";
import { logRehearsal, rehearsalsPage, removeRehearsal, shownAssignmentOf } from "~/steps/homework/index.server";
import { homeworkPageOf, ownHomework } from "./own-homework.server";

export { shouldRevalidate } from "~/platform/after-conflict";

const access = { permission: "learn", scope: "any" } as const;
export const handle: RouteHandle = { i18n: ["ui", "road", "homework"], title: (t) => t("homework:rehearsal.title") };
const day = /^\d{4}-\d{2}-\d{2}$/;
const schema = z.object({
  heldOn: z.string().regex(day, "invalid"),
  minutes: z.coerce.number("invalid").int("invalid").min(1, "invalid").max(600, "invalid"),
  part: z.string().max(64),
  people: z.union([z.array(z.uuid()), z.uuid().transform((one) => [one])]).default([]),
  went: z.string().trim().min(1, "required").max(1000, "tooLong"),
  focus: z.string().trim().min(1, "required").max(500, "tooLong"),
});

export const loader = guardedLoader(access, async (args) => {
  const { own, place } = await homeworkPageOf(args);
  const { locale } = args.context;
  const [page, shown] = await Promise.all([rehearsalsPage(args.db, own), shownAssignmentOf(args.db, own, { locale, now: args.now })]);
  return { page, ...shown, place, today: isoDay(args.now, own.timeZone), locale };
});

export const action = guardedAction(access, async (args) => {
  const { request, db, actor, now } = args;
  const { enrolmentId, chapterSlug } = await ownHomework(args);
  const form = await request.formData();
  if (form.get("intent") === "remove") {
    const rehearsalId = z.uuid().safeParse(form.get("rehearsal"));
    const removed = rehearsalId.success && (await inTransaction(db, "remove rehearsal", (trx) => removeRehearsal(trx, actor, { rehearsalId: rehearsalId.data, enrolmentId, now })));
    if (!removed || !removed.ok) throw notFound();
    throw redirect(rehearsalsPath(enrolmentId, chapterSlug), 303);
  }
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  const logged = await inTransaction(db, "log rehearsal", (trx) => logRehearsal(trx, actor, { enrolmentId, chapterSlug, ...parsed.value, now }));
  if (!logged.ok && logged.error.code === "not-found") throw notFound();
  if (!logged.ok) return data(formFailure(form, [], logged.error.code === "in-the-future" ? { heldOn: ["invalid"] } : { people: ["changed"] }), { status: 409 });
  throw redirect(rehearsalsPath(enrolmentId, chapterSlug), 303);
});

export default function Rehearsals() {
  return <RehearsalsScreen {...useLoaderData<typeof loader>()} failure={useActionData<typeof action>() ?? null} />;
}
