import { data, redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { SessionTime } from "~/cohorts";
import { inTransaction } from "~/db/index.server";
import { zoneName } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { HoursForm, isOpenToAnswer, ownDefensePath } from "~/steps/defense";
import { answerAsCandidate, candidateDay } from "~/steps/defense/index.server";
import { Card, Flash, PageHeader } from "~/ui";
import { parseHours } from "../../teach/defense/hours-form.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "defense-days"], title: (t) => t("defense-days:availability.candidate") };
const OWN = { permission: "learn", scope: "any" } as const;

export const loader = guardedLoader(OWN, async ({ db, params, actor, context, now }) => {
  const line = await candidateDay(db, actor.id, uuidParam(params, "day"));
  if (!line) throw notFound();
  const back = ownDefensePath(line.enrolmentId, line.day.chapters[0] ?? "");
  if (!isOpenToAnswer(line, now)) throw redirect(back);
  return { line, back, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(OWN, async ({ request, db, params, actor, context, now }) => {
  const line = await candidateDay(db, actor.id, uuidParam(params, "day"));
  if (!line) throw notFound();
  const answer = { id: now.toISOString(), saved: false, problem: null as string | null };
  // Hours are those of the clock on the candidate's wall.
  const hours = parseHours(await request.formData(), line.day, actor.timeZone);
  if (!hours.ok) return data({ ...answer, failure: hours.error.failure }, { status: 400 });
  const saved = await inTransaction(db, "candidate says when free", (trx) => answerAsCandidate(trx, actor, { dayId: line.day.id, free: hours.value, now }));
  if (!saved.ok && saved.error.code === "unknown-day") throw notFound();
  if (!saved.ok) return data({ ...answer, problem: textsOf(context.locale, "defense-days")(`error.${saved.error.code}`), failure: null }, { status: 409 });
  return data({ ...answer, saved: true, failure: null });
});

export default function CandidateHours() {
  const { line, back, locale, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("defense-days");
  const { day, free } = line;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("availability.candidate")} lead={<>{day.title}<br /><SessionTime session={day} locale={locale} readerZone={timeZone} /></>} crumbs={[{ to: back, label: t("own.title") }]} />
      <Flash messages={answer?.saved ? [{ id: answer.id, tone: "ok", text: t("availability.saved") }] : answer?.problem ? [{ id: answer.id, tone: "danger", text: answer.problem }] : []} />
      <Card>
        <HoursForm label={`${t("availability.which")} (${zoneName(timeZone, locale)})`} free={free} timeZone={timeZone} save={t("availability.save")} hint={`${t("availability.inYours")} ${t("availability.candidateNote")}`} failure={answer?.failure} />
      </Card>
    </div>
  );
}
