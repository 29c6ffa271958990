import type { Kysely } from "kysely";
// Not through the door, which brings components (and their CSS) that seeds and scripts in plain Node cannot load.
import { redactCheckin } from "~/courseware/checkin-question";
import { type BlockChange, diffVersions, readSection, type ReadSection, type SectionForReading } from "~/courseware/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { isDone } from "~/pipeline";
import { chapterReading, type ChapterReading, isOpen, type ReadingKey, type SectionReading } from "./chapter-reading.server";
import type { OwnPage, PackedPage, SectionText } from "./packed-page";
import { missingCheckins, nextAfter, type ReadingState, sectionState } from "./reading";
import { ownAnswers } from "./section-activity.server";

export type SectionPageView =
  | { kind: "locked"; opensAt: Date | null }
  | { kind: "page"; page: PackedPage; /** Opened for the first time, or in a new version: to be recorded. */ newlyOpened: boolean };

/**
 * What the reading page shows: one query for the reader, and the text, which is the same for all and which `readText`
 * may know already (a further query only where the text changed). Null: no such section, or not open to this person.
 */
export async function sectionPageView(db: Kysely<DB>, key: ReadingKey & { personId: string }, sectionId: string, locale: Locale, now: Date, readText: ReadSection = readSection): Promise<SectionPageView | null> {
  const reading = await chapterReading(db, key, locale, { personId: key.personId, sectionId });
  const own = reading?.sections.find(({ id }) => id === sectionId);
  if (!reading?.version || !reading.activity || !own) return null;
  if (!isOpen(reading.step, now)) return { kind: "locked", opensAt: reading.step.opensAt };
  const section = await readText(db, { slug: key.chapterSlug, sectionId, locale, version: reading.version, codeHash: own.codeHash, glossary: reading.glossary });
  if (section === null) return null;
  const { title, chapterTitle, codeHash } = section;
  const page: PackedPage = {
    text: packedText(section, locale),
    title,
    chapterTitle,
    codeHash,
    place: own.lastSeenAt && { position: own.place, anchor: own.anchor, seenAt: own.lastSeenAt },
    own: JSON.stringify({
      answers: ownAnswers(section.checkins, reading.activity, locale),
      media: reading.activity.media,
      ...standingOf(reading, own, now),
      changes: await changesOf(db, own, section, locale),
    } satisfies OwnPage),
  };
  return { kind: "page", page, newlyOpened: own.openedVersion !== section.version };
}

/** `readText` answers the same object while a section stays as it is, so it is packed once. */
const packed = new WeakMap<SectionForReading, string>();

function packedText(section: SectionForReading, locale: Locale): string {
  let text = packed.get(section);
  if (text === undefined) {
    const { slug, version, chapterNumber, chapterTitle, id, title, minutes, required, codeHash, toc, terms, previous, next, checkins } = section;
    const questions = Object.fromEntries(checkins.map((checkin) => [checkin.id, redactCheckin(checkin.question, locale)]));
    text = JSON.stringify({ slug, version, chapterNumber, chapterTitle, id, title, minutes, required, codeHash, toc, terms, previous, next, questions } satisfies SectionText);
    packed.set(section, text);
  }
  return text;
}

function standingOf({ sections, step }: ChapterReading, own: SectionReading, now: Date) {
  const goOn = nextAfter(sections, own.id);
  // Who sees the page has opened the section.
  const stateOf = (section: SectionReading): ReadingState => sectionState(section === own ? { ...own, openedAt: own.openedAt ?? now } : section);
  const state = stateOf(own);
  return {
    sections: sections.map((section) => ({ id: section.id, title: section.title, minutes: section.minutes, state: stateOf(section), changed: section.changed })),
    goOn: goOn && { id: goOn.id, title: goOn.title },
    state,
    missing: state === "finished" ? [] : missingCheckins(own, step.gate),
    done: isDone(step.state),
  };
}

async function changesOf(db: Kysely<DB>, own: SectionReading, section: SectionForReading, locale: Locale): Promise<BlockChange[] | null> {
  if (!own.changed || own.knownVersion === null) return null;
  const changes = await diffVersions(db, section.slug, own.knownVersion, section.version, locale);
  return changes?.find(({ sectionId }) => sectionId === own.id)?.blocks ?? [];
}
