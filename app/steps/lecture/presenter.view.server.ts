import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { loadDecks } from "./load-decks.server";
import { presenterPoll, type PresenterPoll, shownPoll, type ShownPoll } from "./load-poll.server";
import { loadSnapshot } from "./load-snapshot.server";
import { findSession, type SessionKey } from "./rows.server";
import type { LectureSession } from "./session";
import { loadRoll, type RollLine } from "./session-page.view.server";
import { type Deck, keyOf, placedSlides, slideAt } from "./slides";
import type { LiveSnapshot } from "./snapshot";

export type { Deck } from "./slides";

type Screen = Pick<LectureSession, "id" | "cohortId" | "title" | "startedAt" | "startsAt" | "endsAt" | "timeZone">;

/** What the presenter's window shows. */
export interface PresenterPage {
  session: Screen;
  snapshot: LiveSnapshot;
  decks: Deck[];
  slideSince: Date | null;
  poll: PresenterPoll | null;
  roll: Pick<RollLine, "enrolmentId" | "name" | "status" | "at" | "sharesDeviceWith">[];
}

/** What the room sees. */
export interface ProjectorPage {
  session: Screen;
  snapshot: LiveSnapshot;
  decks: Deck[];
  poll: ShownPoll | null;
  learners: number;
  present: number;
}

/** The presenter's window; undefined where the cohort has no such session. */
export async function presenterPage(db: Kysely<DB>, key: SessionKey, locale: Locale): Promise<PresenterPage | undefined> {
  const room = await loadRoom(db, key, locale);
  if (!room) return undefined;
  const { decks, snapshot } = room;
  const slide = slideAt(placedSlides(decks), snapshot.slide);
  const [poll, roll, since] = await Promise.all([
    slide ? presenterPoll(db, key.sessionId, { ...keyOf(slide), poll: slide.poll }, locale) : null,
    loadRoll(db, key),
    db.selectFrom("lecture_session").select("slide_since").where("id", "=", key.sessionId).executeTakeFirst(),
  ]);
  return {
    ...room,
    poll,
    slideSince: since?.slide_since ?? null,
    roll: roll.map(({ enrolmentId, name, status, at, sharesDeviceWith }) => ({ enrolmentId, name, status, at, sharesDeviceWith })),
  };
}

/** The projector's window; undefined where the cohort has no such session. */
export async function projectorPage(db: Kysely<DB>, key: SessionKey, locale: Locale): Promise<ProjectorPage | undefined> {
  const room = await loadRoom(db, key, locale);
  if (!room) return undefined;
  const [poll, roll] = await Promise.all([shownPoll(db, key.sessionId, room.snapshot.slide, locale), loadRoll(db, key)]);
  const present = roll.filter((line) => line.status === "present" || line.status === "late").length;
  return { ...room, poll, learners: roll.length, present };
}

async function loadRoom(db: Kysely<DB>, key: SessionKey, locale: Locale): Promise<{ session: Screen; snapshot: LiveSnapshot; decks: Deck[] } | undefined> {
  const session = await findSession(db, key);
  if (!session) return undefined;
  const [snapshot, decks] = await Promise.all([loadSnapshot(db, session.id), loadDecks(db, session.chapters, locale, "presenter")]);
  if (!snapshot) return undefined;
  const { id, cohortId, title, startedAt, startsAt, endsAt, timeZone } = session;
  return { session: { id, cohortId, title, startedAt, startsAt, endsAt, timeZone }, snapshot, decks };
}
