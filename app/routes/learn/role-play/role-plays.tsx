import { data } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { roadPath, StepLocked } from "~/cohorts";
import { chapterNames, ownEnrolment, roadPage } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { textsOf } from "~/i18n/i18n.server";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { OwnSessionCard, OwnStanding } from "~/steps/role-play";
import { arrive, ownRolePlays } from "~/steps/role-play/index.server";
import { EmptyState, Flash, PageHeader } from "~/ui";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "road", "role-play"], title: (t) => t("role-play:own.title") };
const LEARN = { permission: "learn", scope: "any" } as const;
const UUID = /^[0-9a-f-]{36}$/;

export const loader = guardedLoader(LEARN, async ({ db, params, context, actor, now }) => {
  const enrolment = await ownEnrolment(db, actor.id, uuidParam(params, "enrolment"), params.chapter ?? "");
  if (!enrolment) throw notFound();
  const [own, names, road] = await Promise.all([ownRolePlays(db, { ...enrolment, now }), chapterNames(db, [enrolment.chapterSlug]), roadPage(db, enrolment, now)]);
  const step = road?.situation.steps.find((one) => one.step === "role-play");
  return { ...own, state: step?.state ?? null, blockers: step?.blockers ?? [], enrolment, chapter: names.get(enrolment.chapterSlug) ?? null, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(LEARN, async ({ request, db, params, context, actor, now }) => {
  const enrolment = await ownEnrolment(db, actor.id, uuidParam(params, "enrolment"), params.chapter ?? "");
  const sessionId = String((await request.formData()).get("session") ?? "");
  if (!enrolment || !UUID.test(sessionId)) throw notFound();
  const result = await inTransaction(db, "arrive at role-play", (trx) => arrive(trx, actor, { sessionId, now }));
  if (!result.ok && result.error.code === "unknown-session") throw notFound();
  return data({ problem: result.ok ? null : textsOf(context.locale, "role-play")(`error.${result.error.code}`) }, { status: result.ok ? 200 : 409 });
});

export default function OwnRolePlays() {
  const { state, blockers, enrolment, standing, gate, sessions, chapter, locale, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("role-play");
  const coming = sessions.some((session) => session.state === "planned" || session.state === "running");
  const done = state === "passed" || state === "waived";
  const title = chapter ? t("chapter", { number: chapter.number, title: pick(chapter.title, locale) }) : enrolment.chapterSlug;
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("own.title")} lead={t("own.lead", { percent: Math.round(gate.passMark * 100) })} crumbs={[{ to: roadPath(enrolment.enrolmentId, enrolment.chapterSlug), label: title }]} />
      <Flash messages={answer?.problem ? [{ id: answer.problem, tone: "danger", text: answer.problem }] : []} />
      <div className="grid gap-6">
        <OwnStanding standing={standing} requireAllRoles={gate.requireAllRoles} />
        {state === "locked" && (
          <StepLocked enrolmentId={enrolment.enrolmentId} chapterSlug={enrolment.chapterSlug} title={t("own.locked")} blockers={blockers} locale={locale} timeZone={timeZone}>
            {sessions.length > 0 && <p>{t("own.lockedText")}</p>}
          </StepLocked>
        )}
        {!coming && !done && state !== "locked" && (sessions.length === 0 ? <EmptyState title={t("own.empty")}>{t("own.emptyText")}</EmptyState> : <p>{t("own.nextSession")}</p>)}
        {sessions.map((session) => (
          <OwnSessionCard key={session.id} session={session} locale={locale} readerZone={timeZone} />
        ))}
      </div>
    </div>
  );
}
