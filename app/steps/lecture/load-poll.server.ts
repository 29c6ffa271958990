import type { Kysely } from "kysely";
import { redactCheckin } from "~/courseware/checkin-question";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { isPollQuestion, type PollKind, type PollQuestion, type PollResponse, type PollState, type PollTally, rightIds, tally } from "./poll";
import type { SlideKey } from "./slides";

/** A question as the room sees it, in one language. */
export interface ShownQuestion {
  kind: PollKind;
  case: string | null;
  stem: string;
  /** Empty for true-false: their texts are the interface's. */
  choices: { id: string; text: string }[];
}

/** A poll as a window shows it: the result once it is closed, the right answer once it is revealed. */
export interface ShownPoll {
  id: string;
  state: PollState;
  revealed: boolean;
  question: ShownQuestion;
  answered: number;
  result: PollTally | null;
  right: string[] | null;
  explanation: string | null;
}

/** What a presenter sees of the slide's question before, while and after it is asked. */
export interface PresenterPoll {
  question: ShownQuestion;
  right: string[];
  explanation: string;
  /** The latest round; null before it was asked. */
  round: { id: string; state: PollState; revealed: boolean; result: PollTally } | null;
}

interface LoadedPoll {
  id: string;
  state: PollState;
  revealed: boolean;
  question: PollQuestion;
  responses: PollResponse[];
}

/** The latest poll on a slide as everybody may see it. */
export async function shownPoll(db: Kysely<DB>, sessionId: string, slide: SlideKey | null, locale: Locale): Promise<ShownPoll | null> {
  const poll = slide && (await latestPoll(db, sessionId, slide));
  if (!poll) return null;
  const { id, state, revealed, question, responses } = poll;
  const result = tally(question, responses);
  return {
    id,
    state,
    revealed,
    question: shownQuestion(question, locale),
    answered: result.answered,
    result: state === "closed" ? (revealed ? result : { ...result, correct: 0 }) : null,
    right: revealed ? rightIds(question) : null,
    explanation: revealed ? question.explanation[locale] : null,
  };
}

/** The question of a slide for who teaches, with its key and the answers so far. */
export async function presenterPoll(db: Kysely<DB>, sessionId: string, slide: SlideKey & { poll: string | null }, locale: Locale): Promise<PresenterPoll | null> {
  if (slide.poll === null) return null;
  const [round, current] = await Promise.all([latestPoll(db, sessionId, slide), currentQuestion(db, slide.poll)]);
  const question = round?.question ?? current;
  if (!question) return null;
  return {
    question: shownQuestion(question, locale),
    right: rightIds(question),
    explanation: question.explanation[locale],
    round: round ? { id: round.id, state: round.state, revealed: round.revealed, result: tally(question, round.responses) } : null,
  };
}

/** The learner's own answer, to show and change it. */
export async function ownAnswer(db: Kysely<DB>, pollId: string, enrolmentId: string): Promise<PollResponse | null> {
  const row = await db.selectFrom("lecture_poll_response").select("response").where("poll_id", "=", pollId).where("enrolment_id", "=", enrolmentId).executeTakeFirst();
  return (row?.response ?? null) as unknown as PollResponse | null;
}

async function latestPoll(db: Kysely<DB>, sessionId: string, slide: SlideKey): Promise<LoadedPoll | undefined> {
  const row = await db
    .selectFrom("lecture_poll as p")
    .innerJoin("question_version as v", "v.hash", "p.question_hash")
    .select(["p.id", "p.state", "p.revealed", "v.body"])
    .where("p.session_id", "=", sessionId)
    .where("p.chapter_slug", "=", slide.chapter)
    .where("p.slide_id", "=", slide.slide)
    .orderBy("p.opened_at", "desc")
    .orderBy("p.id")
    .limit(1)
    .executeTakeFirst();
  if (!row) return undefined;
  const responses = await db.selectFrom("lecture_poll_response").select("response").where("poll_id", "=", row.id).execute();
  return { id: row.id, state: row.state, revealed: row.revealed, question: row.body as unknown as PollQuestion, responses: responses.map((answer) => answer.response as unknown as PollResponse) };
}

async function currentQuestion(db: Kysely<DB>, questionId: string): Promise<PollQuestion | undefined> {
  const row = await db.selectFrom("question as q").innerJoin("question_version as v", "v.hash", "q.current_hash").select(["v.kind", "v.body"]).where("q.id", "=", questionId).executeTakeFirst();
  return row && isPollQuestion(row) ? (row.body as unknown as PollQuestion) : undefined;
}

function shownQuestion(question: PollQuestion, locale: Locale): ShownQuestion {
  const { case: scenario, stem, choices } = redactCheckin(question, locale);
  return { kind: question.kind, case: scenario, stem, choices };
}
