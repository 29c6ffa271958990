import { data, redirect } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { guardedAction, guardedLoader, issueLink } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { textsOf } from "~/i18n/i18n.server";
import { ROLES } from "~/people";
import { invitePerson, teamTree } from "~/people/index.server";
import { formFailure, parseFormData } from "~/platform/forms.server";
import { queueMail } from "~/platform/mail.server";
import { Card, FormErrors, FormFailureProvider, PageHeader, Select, SubmitButton, TextField } from "~/ui";

export const handle: RouteHandle = { i18n: ["ui", "admin"], title: (t) => t("admin:invite.title") };
const access = { permission: "people:manage", scope: "company" } as const;
/** Roles whose reach is the person's team and those below it; the others reach the company (their cohorts narrow them). */
const TEAM_ROLES = new Set(["manager", "executive"]);

const schema = z.object({
  name: z.string({ error: "required" }).trim().min(1).max(80),
  nameLatin: z.string().trim().max(80).optional(),
  email: z.email({ error: "email" }).max(254),
  title: z.string().trim().max(80).optional(),
  locale: z.enum(["zh", "en"]),
  team: z.uuid({ error: "choose" }),
  role: z.enum(ROLES, { error: "choose" }),
});

export const loader = guardedLoader(access, async ({ db, context }) => ({ teams: await teamTree(db), locale: context.locale }));

export const action = guardedAction(access, async ({ request, actor, db, now, context }) => {
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data(parsed.error.failure, { status: 400 });
  const { team, role, nameLatin, title, ...rest } = parsed.value;
  const scope = TEAM_ROLES.has(role) ? ({ kind: "team", teamId: team } as const) : ({ kind: "company" } as const);
  const result = await inTransaction(db, "invite person", async (trx) => {
    const invited = await invitePerson(trx, actor, { ...rest, nameLatin: nameLatin ?? null, title: title ?? null, teamId: team, role, scope }, now);
    if (!invited.ok) return invited;
    const { secret } = await issueLink(trx, { personId: invited.value.personId, purpose: "invitation", createdBy: actor.id, now });
    const t = textsOf(rest.locale, "public");
    const body = t("mail.invitation.body", { name: rest.name, inviter: actor.name, link: `${context.origin}/link/${secret}` });
    await queueMail(trx, { to: rest.email.toLowerCase(), template: "invitation", locale: rest.locale, subject: t("mail.invitation.subject"), body }, context.log);
    return invited;
  });
  if (!result.ok) return data(formFailure(form, [], result.error.code === "email-taken" ? { email: ["emailTaken"] } : { team: ["choose"] }), { status: 400 });
  throw redirect(`/admin/people/${result.value.personId}`, 303);
});

export default function Invite() {
  const { teams, locale } = useLoaderData<typeof loader>();
  const failure = useActionData<typeof action>();
  const { t } = useTranslation("admin");
  const labels = { name: t("person.name"), email: t("person.email"), team: t("person.team"), role: t("invite.role") };
  return (
    <div className="mx-auto max-w-2xl">
      <PageHeader title={t("invite.title")} lead={t("invite.lead")} crumbs={[{ to: "/admin/people", label: t("people.title") }]} />
      <Card>
        <Form method="post" className="grid gap-4 sm:grid-cols-2">
          <FormFailureProvider failure={failure}>
            <div className="sm:col-span-2 empty:hidden">
              <FormErrors labels={labels} />
            </div>
            <TextField label={labels.name} name="name" maxLength={80} required />
            <TextField label={t("person.nameLatin")} name="nameLatin" maxLength={80} />
            <TextField label={labels.email} name="email" type="email" required />
            <TextField label={t("person.title")} name="title" maxLength={80} />
            <Select label={labels.team} name="team" placeholder={t("invite.chooseTeam")} required options={teams.map((team) => ({ value: team.id, label: `${"\u2003".repeat(team.depth)}${locale === "en" ? team.nameEn : team.nameZh}` }))} />
            <Select label={labels.role} name="role" hint={t("invite.roleHint")} defaultValue="learner" options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))} />
            <Select label={t("person.language")} name="locale" defaultValue={locale} options={[{ value: "zh", label: "中文" }, { value: "en", label: "English" }]} />
            <div className="sm:col-span-2">
              <SubmitButton>{t("invite.submit")}</SubmitButton>
            </div>
          </FormFailureProvider>
        </Form>
      </Card>
    </div>
  );
}
