import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Disclosure, Avatar, Badge, Card, ConfirmButton, type FormFailure, FormFailureProvider, SubmitButton, TextField } from "~/ui";
import { personName, teamName } from "../person-name";
import type { FormingRule } from "./form-groups";
import { MoveForm } from "./MoveForm";

export interface GroupCardProps {
  group: {
    id: string;
    name: string;
    members: readonly { enrolmentId: string; name: string; nameLatin: string | null; title: string | null; teamZh: string | null; teamEn: string | null }[];
    sizeProblem: string | null;
    against: readonly { rule: FormingRule; people: readonly { name: string; nameLatin: string | null }[] }[];
  };
  /** Groups that a member can move to. */
  targets: readonly { id: string; name: string; members: number }[];
  mayChange: boolean;
  failure: FormFailure | null;
  locale: Locale;
}

/** A group: who is in it, what is odd about it, and what can be changed. */
export function GroupCard({ group, targets, mayChange, failure, locale }: GroupCardProps) {
  const { t } = useTranslation("groups");
  return (
    <Card
      as="article"
      title={group.name}
      aside={group.sizeProblem ? <Badge tone="danger">{t(`size.${group.sizeProblem}`, { count: group.members.length })}</Badge> : <span className="text-sm text-ink-soft tabular">{t("people", { count: group.members.length })}</span>}
      footer={
        mayChange && (
          <Disclosure summary={t("group.change")} name={t("group.changeOf", { name: group.name })} className="w-full" open={failure !== null}>
            <FormFailureProvider failure={failure}>
              <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3 py-2">
                <input type="hidden" name="group" value={group.id} />
                <TextField label={t("group.name")} name="name" required maxLength={40} defaultValue={group.name} className="min-w-0 flex-1" />
                <SubmitButton name="intent" value="rename" variant="secondary">
                  {t("group.rename")}
                </SubmitButton>
              </Form>
            </FormFailureProvider>
            <Form method="post" preventScrollReset className="py-2">
              <input type="hidden" name="group" value={group.id} />
              <ConfirmButton name="intent" value="dissolve" size="sm" title={t("group.dissolveTitle", { name: group.name })} consequence={t("group.dissolveText", { count: group.members.length })} confirmLabel={t("group.dissolve")}>
                {t("group.dissolve")}
              </ConfirmButton>
            </Form>
          </Disclosure>
        )
      }
    >
      <ul className="divide-y divide-line">
        {group.members.map((member) => (
          <li key={member.enrolmentId} className="grid grid-cols-[auto_1fr] items-center gap-x-3 py-1.5">
            <Avatar name={member.name} size="sm" />
            <p className="min-w-0">
              {personName(member, locale)} <span className="text-sm text-ink-soft">{[teamName(member, locale), locale === "zh" && member.title].filter(Boolean).join(" · ")}</span>
            </p>
            {mayChange && (
              <div className="col-start-2">
                <Disclosure summary={t("move.open")} name={t("move.openOf", { name: personName(member, locale) })} summaryClass="text-sm text-ink-soft sm:min-h-8">
                  <MoveForm learner={{ id: member.enrolmentId, name: personName(member, locale) }} from={group.id} targets={targets.filter((target) => target.id !== group.id)} />
                </Disclosure>
              </div>
            )}
          </li>
        ))}
        {group.members.length === 0 && <li className="py-2 text-ink-soft">{t("group.empty")}</li>}
      </ul>
      {group.against.length > 0 && (
        <ul className="mt-3 border-t border-line pt-2 text-sm text-ink-soft">
          {group.against.map(({ rule, people }) => (
            <li key={`${rule} ${people.map((person) => person.name).join()}`}>
              {t(`against.${rule}`)}
              {t("colon")}
              {people.map((person) => personName(person, locale)).join(t("comma"))}
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
