import { data, redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import clsx from "clsx";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader } from "~/auth/index.server";
import { cohortPath, COHORTS_PATH, evidencePath, learnerPath, personName, RoadHistory, StepActs, useBlocker } from "~/cohorts";
import { stepEvidence } from "~/cohorts/index.server";
import { formatDate } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { holds } from "~/people";
import { notFound } from "~/platform/errors";
import { Badge, Callout, Card, Flash, PageHeader, StateBadge, StateIcon } from "~/ui";
import { describeRefusal, performAct } from "./perform-act.server";
import { RoomEvidence } from "./RoomEvidence";
import { roomEvidence } from "./room-evidence.server";
import { evidenceKey } from "./evidence-key.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ learner: { name: string; nameLatin: string | null }; step: string }> = {
  i18n: ["ui", "road", "cohorts", "group-work", "homework", "role-play", "defense", "field"],
  title: (t, page, locale) => `${personName(page.learner, locale)} · ${t(`road:step.${page.step}`)}`,
};

export const loader = guardedLoader({ permission: "cohort:view", scope: { cohort: "cohort" } }, async ({ db, params, now, context, actor, url }) => {
  const key = evidenceKey(params);
  const [page, room] = await Promise.all([stepEvidence(db, key, now), roomEvidence(db, key, context.locale)]);
  if (!page) throw notFound();
  const teaches = holds(actor, "cohort:teach", { kind: "cohort", cohortId: key.cohortId, teamId: page.learner.cohortTeamId });
  return { ...page, room, teaches, done: url.searchParams.get("done"), locale: context.locale, now };
});

export const action = guardedAction({ permission: "cohort:teach", scope: { cohort: "cohort" } }, async (args) => {
  const key = evidenceKey(args.params);
  const form = await args.request.formData();
  const result = await performAct(args, key, form);
  if (!result.ok) return data({ failed: String(form.get("intent")), ...describeRefusal(form, result.error) }, { status: result.error.code === "invalid-form" ? 400 : 409 });
  throw redirect(`${evidencePath(key.cohortId, key.enrolmentId, key.chapterSlug, key.step)}?done=${result.value}`, 303);
});

export default function Evidence() {
  const { learner, chapter, step, steps, here, hasRoom, version, commands, history, room, teaches, done, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("cohorts");
  const { timeZone, cohortId, enrolmentId } = learner;
  const describe = useBlocker(locale, timeZone);
  const name = personName(learner, locale);
  const waits = here.waiting && describe(here.waiting);
  const overtaken = answer?.overtaken;
  return (
    <>
      <PageHeader
        title={`${name} · ${t(`road:step.${step}`)}`}
        lead={t("chapter", { number: chapter.number, title: pick(chapter.title, locale) })}
        crumbs={[{ to: COHORTS_PATH, label: t("list.title") }, { to: cohortPath(cohortId), label: learner.cohortName }, { to: learnerPath(cohortId, enrolmentId), label: name }]}
        badge={<StateBadge state={here.state} />}
      />
      <nav aria-label={t("evidence.steps")} className="-mt-3 mb-6">
        <ul className="flex flex-wrap gap-1.5">
          {steps.map((one) => (
            <li key={one.step}>
              <Link
                to={evidencePath(cohortId, enrolmentId, chapter.slug, one.step)}
                aria-current={one.step === step ? "page" : undefined}
                className={clsx("flex min-h-9 items-center gap-1.5 rounded-md border px-2.5 text-sm coarse:min-h-11", one.step === step ? "border-pine bg-pine-soft font-semibold text-pine-deep" : "border-line bg-surface hover:border-ink-soft")}
              >
                <StateIcon state={one.state} className="size-4 shrink-0" />
                {t(`road:step.${one.step}`)}
                {one.late && <span className="sr-only">{t("ui:road.late")}</span>}
                {one.late && <span aria-hidden className="size-1.5 rounded-full bg-danger" />}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <Flash messages={done ? [{ id: `${done} ${version}`, tone: "ok", text: t(`acts.done.${done}`) }] : []} />
      {overtaken && (
        <Callout kind="now" title={t("acts.overtaken")} className="mb-4">
          <p>
            {overtaken.event
              ? t("acts.overtakenBy", { who: overtaken.by ?? t("road:system"), when: formatDate(overtaken.event.at, { locale, timeZone }), step: overtaken.event.step ? t(`road:step.${overtaken.event.step}`) : "", what: t(`road:event.${overtaken.event.kind}`, { context: overtaken.event.to ?? undefined }) })
              : t("acts.overtakenSomehow")}
          </p>
          <p>{t("acts.overtakenNow", { state: t(`ui:state.${here.state}`) })}</p>
        </Callout>
      )}
      <div className="mt-4 grid items-start gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
        <div className="grid min-w-0 gap-6">
          <Card title={t("evidence.standing")}>
            <p>
              {waits ? `${waits.text} ${waits.by}` : t("evidence.doneSince", { day: formatDate(here.since, { locale, timeZone, style: "date" }) })} {here.late && <Badge tone="danger">{t("ui:road.late")}</Badge>}
            </p>
          </Card>
          <RoomEvidence room={room} step={step} hasRoom={hasRoom} cohortId={cohortId} locale={locale} timeZone={timeZone} />
          <Card title={t("evidence.history")}>
            {history.length === 0 ? <p className="text-ink-soft">{t("evidence.noHistory")}</p> : <RoadHistory entries={history} locale={locale} timeZone={timeZone} />}
          </Card>
        </div>
        <Card title={t("acts.title")} id="acts">
          {teaches ? (
            <StepActs key={`${version} ${answer ? "again" : ""}`} step={step} commands={commands} hasRoom={hasRoom} version={version} failure={answer?.failure ?? null} failed={answer?.failed ?? null} />
          ) : (
            <p className="text-ink-soft">{t("acts.notYours")}</p>
          )}
        </Card>
      </div>
    </>
  );
}
