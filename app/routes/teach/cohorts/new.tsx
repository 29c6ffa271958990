import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/index.server";
import { ChapterPicker, cohortPath, COHORTS_PATH, pickedChapters, useCohortFailure } from "~/cohorts";
import { createCohort, knownChapters } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { teamTree } from "~/people/index.server";
import { formFailure, parseFormData } from "~/platform/forms.server";
import { ButtonLink, Card, FieldGrid, FormErrors, FormFailureProvider, PageHeader, Select, SubmitButton, TextField } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "road", "cohorts"], title: (t) => t("cohorts:new.title") };
const access = { permission: "cohort:create", scope: "any" } as const;
const day = z.iso.date({ error: "date" });
const schema = z.object({ name: z.string({ error: "required" }).trim().min(1).max(120, { error: "tooLong" }), team: z.uuid({ error: "choose" }), timeZone: z.string({ error: "required" }).trim(), startsOn: day, endsOn: day });
const FIELD_OF = { "ends-before-start": "endsOn", "unknown-time-zone": "timeZone", "unknown-team": "team", "no-chapters": "chapters", "unknown-chapter": "chapters" } as const;

export const loader = guardedLoader(access, async ({ db, actor, context }) => {
  const [teams, chapters] = await Promise.all([teamTree(db), knownChapters(db)]);
  return { teams, chapters, timeZone: actor.timeZone, zones: Intl.supportedValuesOf("timeZone"), locale: context.locale };
});

export const action = guardedAction(access, async ({ request, actor, db }) => {
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  const { team, ...rest } = parsed.value;
  const result = await inTransaction(db, "create cohort", (trx) => createCohort(trx, actor, { ...rest, teamId: team, chapterSlugs: pickedChapters(form) }));
  if (!result.ok) return data(formFailure(form, [], { [FIELD_OF[result.error.code]]: [result.error.code] }), { status: 400 });
  throw redirect(cohortPath(result.value.cohortId), 303);
});

export default function NewCohort() {
  const { teams, chapters, timeZone, zones, locale } = useLoaderData<typeof loader>();
  const failure = useCohortFailure(useActionData<typeof action>());
  const { t } = useTranslation("cohorts");
  const labels = { name: t("new.name"), team: t("new.team"), timeZone: t("new.timeZone"), startsOn: t("new.startsOn"), endsOn: t("new.endsOn"), chapters: t("new.chapters") };
  return (
    <div className="mx-auto max-w-3xl">
      <PageHeader title={t("new.title")} lead={t("new.lead")} crumbs={[{ to: COHORTS_PATH, label: t("list.title") }]} />
      <Form method="post">
        <FormFailureProvider failure={failure}>
          <FormErrors labels={labels} />
          <Card>
            <FieldGrid>
              <TextField label={labels.name} hint={t("new.nameHint")} name="name" maxLength={120} required />
              <Select label={labels.team} hint={t("new.teamHint")} name="team" required options={teams.map((team) => ({ value: team.id, label: `${"\u2003".repeat(team.depth)}${locale === "en" ? team.nameEn : team.nameZh}` }))} />
              <TextField type="date" label={labels.startsOn} name="startsOn" required />
              <TextField type="date" label={labels.endsOn} name="endsOn" required />
              <Select label={labels.timeZone} hint={t("new.timeZoneHint")} name="timeZone" required defaultValue={timeZone} options={[...new Set([timeZone, ...zones])].map((zone) => ({ value: zone, label: zone }))} />
            </FieldGrid>
            <div className="mt-6">
              <ChapterPicker chapters={chapters} locale={locale} />
            </div>
          </Card>
          <div className="mt-6 flex flex-wrap gap-3">
            <SubmitButton>{t("new.submit")}</SubmitButton>
            <ButtonLink to={COHORTS_PATH} variant="quiet">
              {t("new.cancel")}
            </ButtonLink>
          </div>
        </FormFailureProvider>
      </Form>
    </div>
  );
}
