import { Form } from "@remix-run/react";
import { useTranslation } from "react-i18next";
import { personName } from "~/cohorts";
import type { Locale } from "~/i18n/locale";
import { Button, ButtonLink, EmptyState, Flash, type FlashMessage, PageHeader, Pagination, Select } from "~/ui";
import type { CoachingPage } from "../coaching.view.server";
import { NEW_COACHING_PATH } from "../paths";
import { CoachTabs } from "./CoachTabs";
import { NoteCard } from "./NoteCard";

export interface CoachingScreenProps {
  page: CoachingPage;
  personId: string | null;
  readerId: string;
  number: number;
  pageSize: number;
  locale: Locale;
  flash: FlashMessage[];
}

/** The coaching log of everybody one coaches. */
export function CoachingScreen({ page: { notes, total, people }, personId, readerId, number, pageSize, locale, flash }: CoachingScreenProps) {
  const { t } = useTranslation("field");
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("coach.tabLog")} lead={t("notes.lead")} actions={<ButtonLink to={personId === null ? NEW_COACHING_PATH : `${NEW_COACHING_PATH}?person=${personId}`} variant="primary">{t("coach.newNote")}</ButtonLink>} />
      <CoachTabs />
      <Flash messages={flash} />
      <Form className="mb-6 flex flex-wrap items-end gap-3">
        <Select key={personId} label={t("notes.person")} name="person" defaultValue={personId ?? ""} placeholder={t("notes.anybody")} options={people.map((person) => ({ value: person.id, label: t("notes.personNotes", { name: personName(person, locale), count: person.notes }) }))} className="w-64 max-sm:min-w-0 max-sm:flex-1" />
        <Button type="submit">{t("notes.apply")}</Button>
      </Form>
      {notes.length === 0 ? (
        <EmptyState title={t("notes.empty")}>{t("notes.emptyText")}</EmptyState>
      ) : (
        <ul className="grid gap-4">
          {notes.map((note) => (
            <NoteCard key={note.id} note={note} locale={locale} reader={note.coachId === readerId ? "own" : "coach"} />
          ))}
        </ul>
      )}
      <Pagination page={number} pageSize={pageSize} total={total} to={(to) => `?${new URLSearchParams({ ...(personId === null ? {} : { person: personId }), page: String(to) }).toString()}`} />
    </div>
  );
}
