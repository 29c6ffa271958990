import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { Card, ConfirmButton, Select, SubmitButton } from "~/ui";
import { personName } from "./person-name";

interface Person {
  id: string;
  name: string;
  nameLatin: string | null;
}

export interface CohortStaffProps {
  teaching: readonly Person[];
  others: readonly (Person & { email: string })[];
  /** An open cohort keeps at least one instructor. */
  open: boolean;
  locale: Locale;
}

/** Who teaches a cohort: add, take off. */
export function CohortStaff({ teaching, others, open, locale }: CohortStaffProps) {
  const { t } = useTranslation("cohorts");
  return (
    <Card title={t("staff.title")} id="staff">
      <p className="mb-2 text-sm text-ink-soft">{t("staff.lead")}</p>
      <ul className="mb-4 divide-y divide-line">
        {teaching.map((person) => (
          <li key={person.id} className="flex flex-wrap items-center justify-between gap-3 py-1.5">
            {personName(person, locale)}
            <Form method="post" preventScrollReset>
              <input type="hidden" name="person" value={person.id} />
              <ConfirmButton name="intent" value="remove-instructor" size="sm" variant="quiet" disabled={open && teaching.length === 1} title={t("staff.removeTitle", { name: personName(person, locale) })} consequence={t("staff.removeText", { count: teaching.length - 1 })} confirmLabel={t("staff.remove")}>
                {t("staff.remove")}
              </ConfirmButton>
            </Form>
          </li>
        ))}
        {teaching.length === 0 && <li className="py-2 text-ink-soft">{t("staff.none")}</li>}
      </ul>
      {others.length > 0 && (
        <Form method="post" preventScrollReset className="flex flex-wrap items-end gap-3">
          <Select label={t("staff.add")} name="person" required options={others.map((person) => ({ value: person.id, label: `${personName(person, locale)} · ${person.email}` }))} className="min-w-0 flex-1 sm:max-w-md" />
          <SubmitButton variant="secondary" name="intent" value="add-instructor">
            {t("staff.addSubmit")}
          </SubmitButton>
        </Form>
      )}
    </Card>
  );
}
