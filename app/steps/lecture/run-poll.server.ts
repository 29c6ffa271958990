/** Asking the room: open, close, reveal. */
import { sql, type Transaction } from "kysely";
import type { SlideUse } from "~/courseware/chapter";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { announceRoom, announceSession } from "./announce.server";
import { isPollQuestion } from "./poll";
import { lockSession, type SessionKey } from "./rows.server";
import type { SlideKey } from "./slides";

export type PollError = { code: "unknown-session" } | { code: "wrong-state" } | { code: "no-question" } | { code: "unknown-poll" };

/** Puts the question of a slide to the room; a poll that is still open elsewhere closes. Asking again begins a new round. */
export async function openPoll(trx: Transaction<DB>, actor: { id: string }, input: SessionKey & SlideKey & { now: Date }): Promise<Result<{ pollId: string }, PollError>> {
  const session = await lockSession(trx, input, "update");
  if (!session) return fail({ code: "unknown-session" });
  if (session.state !== "running") return fail({ code: "wrong-state" });
  const questionHash = session.chapters.includes(input.chapter) ? await questionOf(trx, input) : undefined;
  if (questionHash === undefined) return fail({ code: "no-question" });
  await trx.updateTable("lecture_poll").set({ state: "closed", closed_at: input.now }).where("session_id", "=", session.id).where("state", "=", "open").execute();
  const { id: pollId } = await trx
    .insertInto("lecture_poll")
    .values({ session_id: session.id, chapter_slug: input.chapter, slide_id: input.slide, question_hash: questionHash, opened_at: input.now, opened_by: actor.id })
    .returning("id")
    .executeTakeFirstOrThrow();
  await announceSession(trx, session.id);
  await announceRoom(trx, session.id);
  return ok({ pollId });
}

/** Ends the answering; from now on the room sees the result. */
export async function closePoll(trx: Transaction<DB>, input: SessionKey & { pollId: string; now: Date }): Promise<Result<undefined, PollError>> {
  const session = await lockSession(trx, input, "update");
  if (!session) return fail({ code: "unknown-session" });
  const closed = await trx
    .updateTable("lecture_poll")
    .set({ state: "closed", closed_at: input.now })
    .where("id", "=", input.pollId)
    .where("session_id", "=", session.id)
    .where("state", "=", "open")
    .executeTakeFirst();
  if (closed.numUpdatedRows === 0n) return fail({ code: "unknown-poll" });
  await announceSession(trx, session.id);
  await announceRoom(trx, session.id);
  return ok();
}

/** Shows the right answer beside the result, or takes it away again. */
export async function revealPoll(trx: Transaction<DB>, input: SessionKey & { pollId: string; revealed: boolean }): Promise<Result<undefined, PollError>> {
  const session = await lockSession(trx, input, "update");
  if (!session) return fail({ code: "unknown-session" });
  const done = await trx
    .updateTable("lecture_poll")
    .set({ revealed: input.revealed })
    .where("id", "=", input.pollId)
    .where("session_id", "=", session.id)
    .where("state", "=", "closed")
    .executeTakeFirst();
  if (done.numUpdatedRows === 0n) return fail({ code: "unknown-poll" });
  await announceSession(trx, session.id);
  return ok();
}

/** The current version of the question that a slide names, if the bank has it and it can be asked in class. */
async function questionOf(trx: Transaction<DB>, { chapter, slide }: SlideKey): Promise<string | undefined> {
  const deck = await trx
    .selectFrom("chapter as c")
    .innerJoin("slide_deck_version as d", "d.chapter_version", "c.current_version")
    .select("d.slides")
    .where("c.slug", "=", chapter)
    .where("d.locale", "=", "zh")
    .executeTakeFirst();
  const questionId = (deck?.slides as unknown as SlideUse[] | undefined)?.find((use) => use.id === slide)?.poll;
  if (!questionId) return undefined;
  const question = await trx
    .selectFrom("question as q")
    .innerJoin("question_version as v", "v.hash", "q.current_hash")
    .select(["v.hash", "v.kind"])
    .where("q.id", "=", questionId)
    .where("q.chapter_slug", "=", chapter)
    .where(sql<boolean>`q.retired_at is null`)
    .executeTakeFirst();
  return question && isPollQuestion(question) ? question.hash : undefined;
}
