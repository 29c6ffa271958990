import { useTranslation } from "react-i18next";
import type { Locale } from "~/i18n/locale";
import { EmptyState, Flash, type FlashMessage, PageHeader } from "~/ui";
import type { OwnField } from "../coaching.view.server";
import { NoteCard } from "../manager/NoteCard";
import { Commitments } from "../meeting-view/Commitments";

/** One's own commitments and what coaches wrote. */
export function FieldBook({ book: { notes, commitments }, locale, flash }: { book: OwnField; locale: Locale; flash: FlashMessage[] }) {
  const { t } = useTranslation(["field", "road"]);
  return (
    <div className="mx-auto max-w-4xl">
      <PageHeader title={t("book.title")} lead={t("book.lead")} crumbs={[{ to: "/learn", label: t("road:home.title") }]} />
      <Flash messages={flash} />
      <div className="grid gap-8">
        <section aria-labelledby="promised">
          <h2 id="promised" className="mb-3 text-lg">
            {t("book.commitments")}
          </h2>
          {commitments.length === 0 ? (
            <EmptyState level={3} title={t("book.noCommitments")}>
              {t("book.noCommitmentsText")}
            </EmptyState>
          ) : (
            <Commitments commitments={commitments} locale={locale} mayAct showOwner={false} />
          )}
        </section>
        <section aria-labelledby="notes">
          <h2 id="notes" className="mb-3 text-lg">
            {t("book.notes")}
          </h2>
          {notes.length === 0 ? (
            <EmptyState level={3} title={t("book.noNotes")}>
              {t("book.noNotesText")}
            </EmptyState>
          ) : (
            <ul className="grid gap-4">
              {notes.map((note) => (
                <NoteCard key={note.id} note={note} locale={locale} reader="person" />
              ))}
            </ul>
          )}
        </section>
      </div>
    </div>
  );
}
