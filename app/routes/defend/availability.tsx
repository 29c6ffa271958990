import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { SessionTime } from "~/cohorts";
import { zoneName } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { notFound } from "~/platform/errors";
import { dayAdmits, DEFEND_PATH, HoursForm } from "~/steps/defense";
import { examinerDay } from "~/steps/defense/index.server";
import { Callout, Card, ConfirmButton, Flash, PageHeader, TextField } from "~/ui";
import { answerAvailability } from "./answer-availability.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "defense-days"], title: (t) => t("defense-days:availability.title") };
const SIT = { permission: "defense:sit", scope: "any" } as const;

export const loader = guardedLoader(SIT, async ({ db, params, actor, context, now }) => {
  const line = await examinerDay(db, actor.id, uuidParam(params, "day"), now);
  if (!line) throw notFound();
  if (!dayAdmits(line.day.state, "people") || line.droppedAt) throw redirect(DEFEND_PATH);
  return { line, locale: context.locale, timeZone: actor.timeZone };
});

export const action = guardedAction(SIT, async (args) => {
  const answer = await answerAvailability(args);
  if (answer === "out") throw redirect(DEFEND_PATH, 303);
  return data(answer, { status: answer.failure ? 400 : answer.problem ? 409 : 200 });
});

export default function Availability() {
  const { line, locale, timeZone } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("defense-days");
  const { day, seats, free } = line;
  const label = `${t("availability.which")} (${zoneName(timeZone, locale)})`;
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("availability.title")} lead={<>{day.title}<br /><SessionTime session={day} locale={locale} readerZone={timeZone} /></>} crumbs={[{ to: DEFEND_PATH, label: t("defend.title") }]} />
      <Flash messages={answer?.saved ? [{ id: answer.id, tone: "ok", text: t("availability.saved") }] : answer?.problem ? [{ id: answer.id, tone: "danger", text: answer.problem }] : []} />
      <div className="grid gap-6">
        {seats.length > 0 && <Callout kind="note">{t("availability.conflict", { count: seats.length })}</Callout>}
        <Card>
          <HoursForm label={label} free={free} timeZone={timeZone} save={t("availability.save")} hint={t("availability.inYours")} failure={answer?.failure} />
        </Card>
        <Card title={t("availability.out")}>
          <Form method="post" className="grid gap-4">
            <TextField label={t("availability.reason")} name="reason" required maxLength={500} />
            <div>
              <ConfirmButton name="intent" value="out" title={t("availability.outAct")} consequence={t("availability.outText")} confirmLabel={t("availability.outAct")} variant="secondary">
                {t("availability.outAct")}
              </ConfirmButton>
            </div>
          </Form>
        </Card>
      </div>
    </div>
  );
}
