import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { markingPlace, nextMarkingPath } from "~/marking/index.server";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { markOfPoints, type Mark, type MarkRefusal, RoundMarkingPage } from "~/steps/role-play";
import { assessRound, roundPage } from "~/steps/role-play/index.server";
import { TEACH, VIEW } from "./access";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ page: { salesperson: { name: string } } }> = { i18n: ["ui", "marking", "role-play"], title: (_t, data) => data.page.salesperson.name };

const schema = z.object({ seen: z.string().max(24), remark: z.string().trim().max(2000).optional(), criteria: z.record(z.string().max(80), z.coerce.number()).default({}) });

export const loader = guardedLoader(VIEW, async ({ db, params, url, actor, now, context }) => {
  const cohortId = uuidParam(params, "cohort");
  const roundId = uuidParam(params, "round");
  const page = await roundPage(db, { cohortId, roundId, locale: context.locale });
  if (!page) throw notFound();
  const mayTeach = holds(actor, "cohort:teach", { kind: "cohort", cohortId, teamId: null });
  const place = mayTeach ? await markingPlace(db, { kind: "role-play", subjectId: roundId, cohortId, actor, query: url.searchParams, now }) : null;
  return { page, place, locale: context.locale, timeZone: actor.timeZone, now };
});

export const action = guardedAction(TEACH, async ({ request, db, params, url, actor, now }) => {
  const cohortId = uuidParam(params, "cohort");
  const roundId = uuidParam(params, "round");
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) return data<MarkRefusal>({ problem: "incomplete", draft: { criteria: {}, remark: "" } }, { status: 400 });
  const { seen, remark, criteria } = parsed.value;
  const marks = Object.fromEntries(Object.entries(criteria).flatMap(([id, points]): [string, Mark][] => { const mark = markOfPoints(points); return mark ? [[id, mark]] : []; }));
  const input = { cohortId, roundId, marks, remark: remark ?? null, seenId: seen === "none" ? null : seen, now };
  const assessed = await inTransaction(db, "mark role-play", (trx) => assessRound(trx, actor, input));
  if (!assessed.ok) {
    if (assessed.error.code === "unknown-round") throw notFound();
    return data<MarkRefusal>({ problem: assessed.error.code, draft: { criteria, remark: remark ?? "" } }, { status: 409 });
  }
  throw redirect(await nextMarkingPath(db, { kind: "role-play", subjectId: roundId, cohortId, actor, query: url.searchParams, now }), 303);
});

export default function MarkRound() {
  return <RoundMarkingPage {...useLoaderData<typeof loader>()} refusal={useActionData<typeof action>() ?? null} />;
}
