import { redirect } from "@remix-run/node";
import { Link, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/guard.server";
import { isCompetency } from "~/capability";
import { personName } from "~/cohorts";
import { dashboardPath, DecideForm, GapHistory, gapPath, peoplePath } from "~/dashboards";
import { decideGap, gapPage } from "~/dashboards/index.server";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import type { RouteHandle } from "~/i18n/handle";
import { pick } from "~/i18n/pick";
import { notFound } from "~/platform/errors";
import { formFailure, parseFormData } from "~/platform/forms.server";
import { Card, FormErrors, FormFailureProvider, PageHeader } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "dashboards"], title: (t) => t("dashboards:gap.title") };

const text = (most: number) => z.string().trim().min(1).max(most);
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("open"), owner: z.uuid(), nextAction: text(300), dueOn: z.iso.date(), remark: text(600).optional() }),
  z.object({ intent: z.literal("done"), remark: text(600).optional() }),
  z.object({ intent: z.literal("dropped"), remark: text(600) }),
]);

/** One gap of a team: how it stands, who closes it, and everything decided about it before. */
export const loader = guardedLoader({ permission: "dashboard:view", scope: { team: "team" } }, async ({ db, params, actor, context }) => {
  const competency = params.competency ?? "";
  if (!isCompetency(competency)) throw notFound();
  const page = await gapPage(db, uuidParam(params, "team"), competency);
  if (!page) throw notFound();
  return { ...page, competency, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction({ permission: "dashboard:view", scope: { team: "team" } }, async ({ db, request, params, actor, now, context }) => {
  const competency = params.competency ?? "";
  if (!isCompetency(competency)) throw notFound();
  const data = await request.formData();
  const parsed = parseFormData(data, schema);
  if (!parsed.ok) return parsed.error.failure;
  const teamId = uuidParam(params, "team");
  const page = await gapPage(db, teamId, competency);
  if (!page) throw notFound();
  const remark = parsed.value.remark ?? null;
  const decision = parsed.value.intent === "open" ? { state: "open" as const, ownerId: parsed.value.owner, nextAction: parsed.value.nextAction, dueOn: parsed.value.dueOn, remark } : { state: parsed.value.intent, remark };
  const decided = await inTransaction(db, "decide about a gap", (trx) => decideGap(trx, actor.id, { teamId, competency, counts: page.counts, decision }, now));
  if (!decided.ok) {
    const message = textsOf(context.locale, "dashboards")(`gap.error.${decided.error.code}`);
    return decided.error.code === "no-such-owner" ? formFailure(data, [], { owner: [message] }) : formFailure(data, [message]);
  }
  return redirect(gapPath(teamId, competency), 303);
});

export default function Gap() {
  const { team, counts, owners, decisions, competency, locale, timeZone } = useLoaderData<typeof loader>();
  const { t } = useTranslation("dashboards");
  const name = t(`competencies.${competency}`);
  return (
    <FormFailureProvider failure={useActionData<typeof action>()}>
      <PageHeader title={t("gap.of", { competency: name, team: pick(team.name, locale) })} crumbs={[{ label: t("first.title"), to: dashboardPath("first", { team: team.id }) }]} lead={t("first.line", { competency: name, ready: counts.ready, unknown: counts.people - counts.ready - counts.notReady, notReady: counts.notReady, people: counts.people })} />
      <FormErrors />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 lg:grid-cols-2">
        <Card title={t("gap.decide")}>
          <DecideForm decision={decisions[0] ?? null} owners={owners.map((owner) => ({ value: owner.id, label: personName(owner, locale) }))} />
        </Card>
        <Card title={t("gap.history")}>
          <GapHistory decisions={decisions} locale={locale} timeZone={timeZone} />
        </Card>
      </div>
      <p className="mt-4">
        <Link to={peoplePath(competency, { team: team.id })} className="inline-flex min-h-11 items-center text-pine underline underline-offset-4">
          {t("gap.who")}
        </Link>
      </p>
    </FormFailureProvider>
  );
}
