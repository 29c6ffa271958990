import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import { movesFrom, useCohortFailure } from "~/cohorts";
import { cohortHead } from "~/cohorts/index.server";
import { formatDate, zoneName } from "~/i18n/dates";
import type { RouteHandle } from "~/i18n/handle";
import { teamTree } from "~/people/index.server";
import { notFound } from "~/platform/errors";
import { Callout, Card, ConfirmButton, FieldGrid, Flash, FormErrors, FormFailureProvider, Select, SubmitButton, TextField } from "~/ui";
import { saveSettings } from "./save-settings.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "road", "cohorts"] };

export const loader = guardedLoader({ permission: "cohort:view", scope: { cohort: "cohort" } }, async ({ db, params, context }) => {
  const [cohort, teams] = await Promise.all([cohortHead(db, uuidParam(params, "cohort")), teamTree(db)]);
  if (!cohort) throw notFound();
  return { cohort, teams, locale: context.locale };
});

export const action = guardedAction({ permission: "cohort:manage", scope: { cohort: "cohort" } }, async (args) => {
  const answer = await saveSettings(args, uuidParam(args.params, "cohort"), await args.request.formData());
  return data(answer, { status: answer.overtaken ? 409 : answer.failure ? 400 : 200 });
});

export default function SettingsOfCohort() {
  const { cohort, teams, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const failure = useCohortFailure(answer?.failure);
  const { t } = useTranslation("cohorts");
  const labels = { name: t("new.name"), team: t("new.team"), startsOn: t("new.startsOn"), endsOn: t("new.endsOn") };
  const stale = answer?.overtaken;
  return (
    <div className="grid max-w-3xl gap-6">
      <Flash messages={answer?.done ? [{ id: `${answer.done} ${cohort.version}`, tone: "ok", text: t(`settings.done.${answer.done}`) }] : []} />
      {stale && (
        <Callout kind="now" title={t("stale.title")}>
          <p>{stale.at ? t("stale.by", { who: stale.by ?? t("road:system"), when: formatDate(stale.at, { locale, timeZone: cohort.timeZone }) }) : t("stale.somehow")}</p>
        </Callout>
      )}
      <FormFailureProvider failure={failure}>
        <FormErrors labels={labels} />
        <Card title={t("settings.state")}>
          <p className="font-semibold">{t(`state.${cohort.state}`)}</p>
          <p className="mt-1 text-ink-soft">{t(`settings.means.${cohort.state}`)}</p>
          <Form method="post" className="mt-4 flex flex-wrap gap-3">
            <input type="hidden" name="version" value={cohort.version} />
            {movesFrom(cohort.state).map((move) => (
              <ConfirmButton key={move} name="intent" value={move} harmless={move !== "close"} variant={move === "close" ? "danger" : "primary"} title={t(`settings.move.${move}.title`, { name: cohort.name })} consequence={t(`settings.move.${move}.text`, { count: cohort.learners })} confirmLabel={t(`settings.move.${move}.do`)}>
                {t(`settings.move.${move}.do`)}
              </ConfirmButton>
            ))}
          </Form>
        </Card>
        <Card title={t("settings.title")}>
          <Form key={answer?.failure ? "kept" : cohort.version} method="post" className="grid gap-4">
            <input type="hidden" name="version" value={cohort.version} />
            <FieldGrid>
              <TextField label={labels.name} name="name" defaultValue={cohort.name} maxLength={120} required />
              <Select label={labels.team} hint={t("new.teamHint")} name="team" required defaultValue={cohort.teamId} options={teams.map((team) => ({ value: team.id, label: `${"\u2003".repeat(team.depth)}${locale === "en" ? team.nameEn : team.nameZh}` }))} />
              <TextField type="date" label={labels.startsOn} name="startsOn" defaultValue={cohort.startsOn} required />
              <TextField type="date" label={labels.endsOn} hint={t("settings.datesHint")} name="endsOn" defaultValue={cohort.endsOn} required />
            </FieldGrid>
            <p className="text-sm text-ink-soft">{t("settings.zone", { zone: zoneName(cohort.timeZone, locale) })}</p>
            <div>
              <SubmitButton name="intent" value="edit">
                {t("settings.save")}
              </SubmitButton>
            </div>
          </Form>
        </Card>
      </FormFailureProvider>
    </div>
  );
}
