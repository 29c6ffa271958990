import { data } from "@remix-run/node";
import { Form, useActionData, useLoaderData } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { z } from "zod";
import { guardedAction, guardedLoader } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import { DEAL_DEADLINES_PATH } from "~/deals";
import type { RouteHandle } from "~/i18n/handle";
import { addTeam, closeTeam, renameTeam, teamTree } from "~/people/index.server";
import { formFailure, parseFormData } from "~/platform/forms.server";
import { ButtonLink, Card, ConfirmButton, Flash, FormErrors, FormFailureProvider, PageHeader, Select, SubmitButton, TextField } from "~/ui";

export { shouldRevalidate } from "~/platform/after-conflict";

export const handle: RouteHandle = { i18n: ["ui", "admin"], title: (t) => t("admin:teams.title") };
const access = { permission: "people:manage", scope: "company" } as const;
const name = z.string({ error: "required" }).trim().min(1).max(80);

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("add"), parent: z.uuid({ error: "choose" }), nameZh: name, nameEn: name }),
  z.object({ intent: z.literal("rename"), team: z.uuid(), nameZh: name, nameEn: name }),
  z.object({ intent: z.literal("close"), team: z.uuid() }),
]);

export const loader = guardedLoader(access, async ({ db, context }) => ({ teams: await teamTree(db), locale: context.locale }));

export const action = guardedAction(access, async ({ request, actor, db, now }) => {
  const form = await request.formData();
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return data({ done: null, failure: parsed.error.failure }, { status: 400 });
  const input = parsed.value;
  const result = await inTransaction(db, `${input.intent} team`, async (trx) => {
    if (input.intent === "add") return addTeam(trx, actor, { parentId: input.parent, nameZh: input.nameZh, nameEn: input.nameEn });
    if (input.intent === "rename") return renameTeam(trx, actor, { teamId: input.team, nameZh: input.nameZh, nameEn: input.nameEn });
    return closeTeam(trx, actor, { teamId: input.team, now });
  });
  return result.ok ? data({ done: input.intent, failure: null }) : data({ done: null, failure: formFailure(form, [result.error.code]) }, { status: 409 });
});

export default function Teams() {
  const { teams, locale } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useTranslation("admin");
  const nameOf = (team: (typeof teams)[number]) => (locale === "en" ? team.nameEn : team.nameZh);
  return (
    <div className="mx-auto grid max-w-3xl gap-6 [&>header]:mb-0">
      <PageHeader title={t("teams.title")} lead={t("teams.lead")} actions={<ButtonLink to={DEAL_DEADLINES_PATH}>{t("teams.deadlines")}</ButtonLink>} />
      <Flash messages={answer?.done ? [{ id: answer.done, tone: "ok", text: t(`teams.done.${answer.done}`) }] : []} />
      <FormFailureProvider failure={answer?.failure}>
        <FormErrors labels={{ nameZh: t("teams.nameZh"), nameEn: t("teams.nameEn"), parent: t("teams.parent") }} />
        <Card look="flush">
          <ul className="divide-y divide-line">
            {teams.map((team) => (
              <li key={team.id} style={{ paddingInlineStart: `${1 + team.depth * 1.5}rem` }} className="py-2 pe-4">
                <details>
                  <summary className="flex min-h-11 cursor-pointer flex-wrap items-center gap-x-4 gap-y-1">
                    <span className="font-medium">{nameOf(team)}</span>
                    <span className="text-sm text-ink-soft tabular">{t("teams.people", { count: team.people })}</span>
                    {team.managers.length > 0 && <span className="text-sm text-ink-soft">{t("teams.managers", { names: team.managers.join(locale === "zh" ? "、" : ", ") })}</span>}
                  </summary>
                  <Form method="post" className="flex flex-wrap items-end gap-3 py-3">
                    <input type="hidden" name="team" value={team.id} />
                    <TextField label={t("teams.nameZh")} name="nameZh" defaultValue={team.nameZh} required className="w-44" />
                    <TextField label={t("teams.nameEn")} name="nameEn" defaultValue={team.nameEn} required className="w-44" />
                    <SubmitButton variant="secondary" name="intent" value="rename">
                      {t("teams.rename")}
                    </SubmitButton>
                    {team.kind !== "company" && (
                      <ConfirmButton name="intent" value="close" title={t("teams.closeTitle", { name: nameOf(team) })} consequence={t("teams.closeText", { count: team.people })} confirmLabel={t("teams.close")}>
                        {t("teams.close")}
                      </ConfirmButton>
                    )}
                  </Form>
                </details>
              </li>
            ))}
          </ul>
        </Card>
        <Card title={t("teams.add")}>
          <Form method="post" className="flex flex-wrap items-end gap-3">
            <Select label={t("teams.parent")} name="parent" options={teams.map((team) => ({ value: team.id, label: `${"\u2003".repeat(team.depth)}${nameOf(team)}` }))} className="w-56" />
            <TextField label={t("teams.nameZh")} name="nameZh" required className="w-44" />
            <TextField label={t("teams.nameEn")} name="nameEn" required className="w-44" />
            <SubmitButton name="intent" value="add">
              {t("teams.addSubmit")}
            </SubmitButton>
          </Form>
        </Card>
      </FormFailureProvider>
    </div>
  );
}
