import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Disclosure, Card, CheckboxGroup, type FormFailure, FormFailureProvider, SubmitButton, TextField } from "~/ui";
import { personName, teamName } from "../person-name";
import { FEWEST_MEMBERS } from "./group";
import { MoveForm } from "./MoveForm";

export interface NewGroupProps {
  people: readonly { id: string; name: string; nameLatin: string | null; level: string | null; teamZh: string | null; teamEn: string | null }[];
  targets: readonly { id: string; name: string; members: number }[];
  failure: FormFailure | null;
  mayChange: boolean;
  locale: Locale;
}

/** Learners in no group: into a new group together, or one by one into those that stand. */
export function NewGroup({ people, targets, failure, mayChange, locale }: NewGroupProps) {
  const { t } = useTranslation("groups");
  const described = (person: NewGroupProps["people"][number]) => [teamName(person, locale), locale === "zh" && person.level].filter(Boolean).join(" · ");
  return (
    <Card title={t("unplaced.title", { count: people.length })} id="unplaced">
      {!mayChange && <p>{people.map((person) => personName(person, locale)).join(t("comma"))}</p>}
      {mayChange && targets.length > 0 && (
        <Disclosure summary={t("unplaced.place")} open={people.length < FEWEST_MEMBERS}>
          <ul className="divide-y divide-line">
            {people.map((person) => (
              <li key={person.id} className="py-1">
                <MoveForm learner={{ id: person.id, name: personName(person, locale) }} from={null} targets={targets} />
              </li>
            ))}
          </ul>
        </Disclosure>
      )}
      {mayChange && people.length >= FEWEST_MEMBERS && (
        <Disclosure summary={t("unplaced.together")} open={failure !== null}>
          <FormFailureProvider failure={failure}>
            <Form method="post" className="grid gap-4 py-2">
              <TextField label={t("group.name")} name="name" required maxLength={40} className="max-w-sm" />
              <CheckboxGroup label={t("unplaced.members")} name="members" required options={people.map((person) => ({ value: person.id, label: personName(person, locale), ...(described(person) ? { hint: described(person) } : {}) }))} />
              <div>
                <SubmitButton name="intent" value="create">
                  {t("unplaced.create")}
                </SubmitButton>
              </div>
            </Form>
          </FormFailureProvider>
        </Disclosure>
      )}
    </Card>
  );
}
