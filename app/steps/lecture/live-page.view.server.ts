import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import type { AttendanceStatus } from "./attendance";
import { loadDecks } from "./load-decks.server";
import { ownAnswer, shownPoll, type ShownPoll } from "./load-poll.server";
import { loadSnapshot } from "./load-snapshot.server";
import type { OwnPlace } from "./own-session.server";
import { type PollResponse, picks } from "./poll";
import { latestAttendance } from "./rows.server";
import { checkInOpen, type LectureSession } from "./session";
import type { Deck } from "./slides";
import type { LiveSnapshot } from "./snapshot";

/** The class on a learner's phone. */
export interface LivePage {
  session: Pick<LectureSession, "id" | "title" | "chapters">;
  snapshot: LiveSnapshot;
  decks: Deck[];
  poll: ShownPoll | null;
  /** Ids that the learner chose. */
  picked: string[];
  status: AttendanceStatus | null;
  mayCheckIn: boolean;
}

/** What a learner follows on the phone; the caller has found their place. */
export async function livePage(db: Kysely<DB>, { session, enrolmentId }: OwnPlace, locale: Locale, now: Date): Promise<LivePage> {
  const [found, decks, entry] = await Promise.all([
    loadSnapshot(db, session.id),
    loadDecks(db, session.chapters, locale, "audience"),
    latestAttendance(db).where("a.session_id", "=", session.id).where("a.enrolment_id", "=", enrolmentId).executeTakeFirst(),
  ]);
  const snapshot = found ?? { state: session.state, slide: null, poll: null, codeShown: false };
  const poll = await shownPoll(db, session.id, snapshot.slide, locale);
  const answer: PollResponse | null = poll && (await ownAnswer(db, poll.id, enrolmentId));
  const status = entry?.status ?? null;
  const { id, title, chapters } = session;
  return { session: { id, title, chapters }, snapshot, decks, poll, picked: answer ? picks(answer) : [], status, mayCheckIn: status === null && checkInOpen(session, now) };
}
