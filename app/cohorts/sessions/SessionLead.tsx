import type { Locale } from "~/i18n/locale";
import { SessionTime, type Times } from "./SessionTime";

/** Under the title of something planned: when, where, and of which chapters. */
export function SessionLead({ session, chapters, locale, readerZone }: { session: Times & { place: string | null; link: string | null }; /** As the room calls them. */ chapters: readonly string[]; locale: Locale; readerZone: string }) {
  return (
    <>
      <SessionTime session={session} locale={locale} readerZone={readerZone} />
      <br />
      {[session.place, session.link].filter(Boolean).join(" · ")}
      <br />
      {chapters.join(" · ")}
    </>
  );
}
