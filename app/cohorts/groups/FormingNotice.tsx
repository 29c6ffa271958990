import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Callout, Card, SubmitButton } from "~/ui";
import { personName, teamName } from "../person-name";
import type { FormingRule } from "./form-groups";

interface Person {
  id: string;
  name: string;
  nameLatin: string | null;
  teamZh: string | null;
  teamEn: string | null;
}

export interface FormingNoticeProps {
  plan: { groups: readonly (readonly Person[])[]; unmet: readonly { rule: FormingRule; why: string; places: readonly { group: number; people: readonly Person[] }[] }[]; seen: string };
  wish: { size: number; rules: readonly FormingRule[]; seed: string };
  locale: Locale;
}

/** The groups as they were drawn, with what could not be had; forming them takes exactly these. */
export function FormingNotice({ plan, wish, locale }: FormingNoticeProps) {
  const { t } = useTranslation("groups");
  return (
    <Card title={t("plan.title", { count: plan.groups.length })} className="border-signal">
      <ol className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {plan.groups.map((members, at) => (
          <li key={members[0]?.id ?? at} className="rounded-md border border-line px-3 py-2">
            <p className="font-semibold">{t("plan.group", { number: at + 1, people: t("people", { count: members.length }) })}</p>
            <ul className="text-sm">
              {members.map((person) => (
                <li key={person.id}>
                  {personName(person, locale)} <span className="text-ink-soft">{teamName(person, locale)}</span>
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <div className="mt-4 grid gap-3">
        {plan.unmet.length === 0 ? (
          wish.rules.length > 0 && <p className="text-ok">{t("plan.met")}</p>
        ) : (
          <Callout kind="note" title={t("plan.unmet")}>
            <ul className="list-disc ps-5">
              {plan.unmet.map(({ rule, why, places }) => (
                <li key={rule}>
                  {t(`rule.${rule}`)}
                  {t("colon")}
                  {places.map(({ group, people }) => t("plan.where", { number: group + 1, names: people.map((person) => personName(person, locale)).join(t("comma")) })).join(t("semicolon"))}
                  <span className="text-ink-soft"> {t(`plan.why.${why}`)}</span>
                </li>
              ))}
            </ul>
          </Callout>
        )}
        <Form method="post" className="flex flex-wrap items-center gap-3">
          <input type="hidden" name="size" value={wish.size} />
          <input type="hidden" name="seed" value={wish.seed} />
          <input type="hidden" name="seen" value={plan.seen} />
          {wish.rules.map((rule) => (
            <input key={rule} type="hidden" name="rules" value={rule} />
          ))}
          <SubmitButton name="intent" value="form">
            {t("plan.confirm", { count: plan.groups.length })}
          </SubmitButton>
        </Form>
      </div>
    </Card>
  );
}
