import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { cohortPath } from "~/cohorts";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { defenseDayPath, defenseDaysPath, namesOf, RepairChanges } from "~/steps/defense";
import { dayList, repairDay, repairPage, tellConcerned } from "~/steps/defense/index.server";
import { ButtonLink, Callout, Card, EmptyState, Flash, PageHeader, SubmitButton, TextField } from "~/ui";
import { TEACH } from "./access";
import { dropOutOf } from "./drop-out.server";
import { postFrom } from "./write-letter.server";

/** A repair that was overtaken is worked out anew. */
export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "defense-days"], title: (t) => t("defense-days:repair.title") };
const schema = z.object({ digest: z.string().regex(/^[0-9a-f]{24}$/), reason: z.string().trim().min(1).max(500) });

export const loader = guardedLoader(TEACH, async ({ db, params, url, context, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day") };
  const out = dropOutOf(url);
  const [page, list] = await Promise.all([repairPage(db, { ...key, out, now }), dayList(db, key.cohortId, now)]);
  if (!page.ok && page.error.code === "wrong-state") throw redirect(defenseDayPath(key.cohortId, key.dayId));
  if (!page.ok || !list) throw notFound();
  return { page: page.value, cohort: list.cohort, out, locale: context.locale };
});

export const action = guardedAction(TEACH, async ({ request, db, params, url, context, actor, now }) => {
  const key = { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day") };
  const parsed = await parseForm(request, schema);
  const t = textsOf(context.locale, "defense-days");
  if (!parsed.ok) return data({ id: now.toISOString(), text: t("error.reason-missing") }, { status: 400 });
  const { digest, reason } = parsed.value;
  const taken = await inTransaction(db, "repair defense day", async (trx) => {
    const result = await repairDay(trx, actor, { ...key, out: dropOutOf(url), digest, reason, now });
    if (result.ok) await tellConcerned(trx, { ...key, concerned: result.value, occasion: "changed", reason }, postFrom(context));
    return result;
  });
  if (taken.ok) throw redirect(defenseDayPath(key.cohortId, key.dayId), 303);
  if (taken.error.code === "unknown-day" || taken.error.code === "unknown-person") throw notFound();
  return data({ id: now.toISOString(), text: t(`error.${taken.error.code}`) }, { status: 409 });
});

export default function RepairDay() {
  const { page, cohort, out, locale } = useLoaderData<typeof loader>();
  const problem = useActionData<typeof action>();
  const { t } = useTranslation("defense-days");
  const { day, changes, unplaced, untouched } = page;
  const names = namesOf(page, locale);
  const who = out ? ("examiner" in out ? names.examiner(out.examiner) : names.candidate(out.candidate)) : null;
  const back = defenseDayPath(cohort.id, day.id);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader
        title={t("repair.title")}
        lead={`${who ? t("repair.without", { name: who }) : t("repair.asIs")} · ${t("repair.lead")}`}
        crumbs={[{ to: cohortPath(cohort.id), label: cohort.name }, { to: defenseDaysPath(cohort.id), label: t("list.title") }, { to: back, label: day.title }]}
      />
      <Flash messages={problem ? [{ ...problem, tone: "danger" }] : []} />
      <div className="grid gap-6">
        {changes.length === 0 ? (
          <EmptyState title={t("repair.nothing")}>{t("repair.untouched", { count: untouched })}</EmptyState>
        ) : (
          <Card title={t("repair.changes", { count: changes.length })} look="flush" footer={<p className="text-ink-soft">{t("repair.untouched", { count: untouched })}</p>}>
            <RepairChanges changes={changes} names={names} timeZone={day.timeZone} locale={locale} />
          </Card>
        )}
        {unplaced.length > 0 && (
          <Callout kind="now" title={t("repair.unplaced")}>
            <ul className="list-disc ps-5">
              {unplaced.map(({ enrolmentId, reason }) => (
                <li key={enrolmentId}>
                  {names.candidate(enrolmentId)}: {t(`reason.${reason}`)}
                </li>
              ))}
            </ul>
          </Callout>
        )}
        {(changes.length > 0 || out) && (
          <Form method="post" className="grid gap-4">
            <input type="hidden" name="digest" value={page.digest} />
            <TextField label={t("repair.reason")} hint={t("repair.reasonHint")} name="reason" required maxLength={500} />
            <div className="flex flex-wrap gap-3">
              <SubmitButton>{t(day.state === "published" ? "repair.takeTold" : "repair.take")}</SubmitButton>
              <ButtonLink to={back} variant="quiet">
                {t("repair.back")}
              </ButtonLink>
            </div>
          </Form>
        )}
      </div>
    </div>
  );
}
