import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { guardedAction, guardedLoader, uuidParam } from "~/auth/index.server";
import type { RouteHandle } from "~/i18n/handle";
import { formatDate } from "~/i18n/dates";
import { ROLES } from "~/people";
import { personPage, teamTree } from "~/people/index.server";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { Badge, Button, Card, ConfirmButton, DataList, Flash, FormErrors, FormFailureProvider, PageHeader, Select, SubmitButton } from "~/ui";
import { changePerson } from "./change-person.server";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle<{ person: { name: string } }> = { i18n: ["ui", "admin"], title: (_t, page) => page.person.name };
const access = { permission: "people:manage", scope: "company" } as const;

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("grant"), role: z.enum(ROLES), team: z.uuid().optional() }),
  z.object({ intent: z.literal("revoke"), grant: z.uuid() }),
  z.object({ intent: z.literal("move"), team: z.uuid().optional() }),
  z.object({ intent: z.literal("suspend") }),
  z.object({ intent: z.literal("reinstate") }),
  z.object({ intent: z.literal("invite-again") }),
]);
export type PersonChange = z.output<typeof schema>;

export const loader = guardedLoader(access, async ({ db, params, context, actor }) => {
  const [page, teams] = await Promise.all([personPage(db, uuidParam(params, "person")), teamTree(db)]);
  if (!page) throw notFound();
  return { ...page, teams, locale: context.locale, timeZone: actor.timeZone, isMe: page.person.id === actor.id };
});

export const action = guardedAction(access, async (args) => {
  const parsed = await parseForm(args.request, schema);
  if (!parsed.ok) return data({ done: null, failure: parsed.error.failure }, { status: 400 });
  const problem = await changePerson(args, uuidParam(args.params, "person"), parsed.value);
  return problem === null
    ? data({ done: parsed.value.intent, failure: null })
    : data({ done: null, failure: { formErrors: [problem], fieldErrors: {}, values: {} } }, { status: 409 });
});

export default function Person() {
  const { person, grants, memberships, teams, locale, timeZone, isMe } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin");
  const when = (at: Date | string) => formatDate(at, { locale, timeZone, style: "date" });
  const teamName = (row: { teamZh: string | null; teamEn: string | null }) => (locale === "en" ? row.teamEn : row.teamZh) ?? "";
  const teamOptions = teams.map((team) => ({ value: team.id, label: `${"\u2003".repeat(team.depth)}${locale === "en" ? team.nameEn : team.nameZh}` }));
  const current = memberships.find((membership) => membership.to === null);
  return (
    <div className="mx-auto grid max-w-3xl gap-6 [&>header]:mb-0">
      <PageHeader
        title={locale === "en" ? (person.nameLatin ?? person.name) : person.name}
        lead={person.email}
        badge={<Badge tone={person.state === "active" ? "pine" : person.state === "suspended" ? "danger" : "neutral"}>{t(`state.${person.state}`)}</Badge>}
        crumbs={[{ to: "/admin/people", label: t("people.title") }]}
        actions={
          <Form method="post" className="flex flex-wrap gap-3">
            {person.state === "invited" && (
              <Button variant="secondary" name="intent" value="invite-again" type="submit">
                {t("person.inviteAgain")}
              </Button>
            )}
            {person.state === "suspended" && (
              <Button variant="secondary" name="intent" value="reinstate" type="submit">
                {t("person.reinstate")}
              </Button>
            )}
            {person.state !== "suspended" && !isMe && (
              <ConfirmButton name="intent" value="suspend" title={t("person.suspendTitle", { name: person.name })} consequence={t("person.suspendText")} confirmLabel={t("person.suspend")}>
                {t("person.suspend")}
              </ConfirmButton>
            )}
          </Form>
        }
      />
      <Flash messages={answer?.done ? [{ id: answer.done, tone: "ok", text: t(`person.done.${answer.done}`) }] : []} />
      <FormFailureProvider failure={answer?.failure}>
        <FormErrors />
      </FormFailureProvider>
      <Card>
        <DataList
          columns
          items={[
            { key: "title", term: t("person.title"), value: person.title ?? "–" },
            { key: "latin", term: t("person.nameLatin"), value: person.nameLatin ?? "–" },
            { key: "since", term: t("person.since"), value: when(person.createdAt) },
          ]}
        />
      </Card>
      <Card title={t("person.roles")}>
        <ul className="mb-4 divide-y divide-line">
          {grants.map((grant) => (
            <li key={grant.id} className="flex flex-wrap items-center justify-between gap-3 py-2">
              <span>
                {t(`role.${grant.role}`)} <span className="text-ink-soft">· {grant.scope === "company" ? t("scope.company") : (grant.cohort ?? teamName(grant))}</span>
              </span>
              <Form method="post">
                <input type="hidden" name="grant" value={grant.id} />
                <Button variant="quiet" size="sm" name="intent" value="revoke" type="submit" aria-label={t("person.revokeRole", { role: t(`role.${grant.role}`) })}>
                  {t("person.revoke")}
                </Button>
              </Form>
            </li>
          ))}
          {grants.length === 0 && <li className="py-2 text-ink-soft">{t("person.noRoles")}</li>}
        </ul>
        <Form method="post" className="flex flex-wrap items-end gap-3">
          <Select label={t("person.addRole")} name="role" options={ROLES.map((role) => ({ value: role, label: t(`role.${role}`) }))} className="w-44" />
          <Select label={t("person.scope")} name="team" placeholder={t("scope.company")} options={teamOptions} className="min-w-44 flex-1" />
          <SubmitButton variant="secondary" name="intent" value="grant">
            {t("person.grant")}
          </SubmitButton>
        </Form>
      </Card>
      <Card title={t("person.team")}>
        <Form method="post" className="mb-4 flex flex-wrap items-end gap-3">
          <Select label={t("person.moveTo")} name="team" placeholder={t("person.noTeam")} defaultValue={current?.teamId ?? ""} options={teamOptions} className="min-w-44 flex-1" />
          <SubmitButton variant="secondary" name="intent" value="move">
            {t("person.move")}
          </SubmitButton>
        </Form>
        <ul className="text-sm text-ink-soft tabular">
          {memberships.map((membership) => (
            <li key={membership.id} className="py-1">
              {teamName(membership)} · {when(membership.from)} – {membership.to ? when(membership.to) : t("person.now")}
            </li>
          ))}
        </ul>
      </Card>
    </div>
  );
}
