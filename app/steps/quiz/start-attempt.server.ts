import { randomUUID } from "node:crypto";
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { deadlineOf, isLate } from "./attempt";
import { attemptsSoFar, reportBegun, type BegunRefusal, type QuizOf } from "./gate.server";
import { handIn } from "./hand-in.server";
import { drawPaper, type PaperItem, type Shortfall } from "./paper";
import { readBank } from "./read-bank.server";
import { ATTEMPT_COLUMNS, type ActorRef } from "./rows.server";

export type StartInput = QuizOf & {
  now: Date;
  /** Left out, a fresh one is drawn. */
  seed?: string;
};
export type StartOutcome = { attemptId: string; number: number; deadlineAt: Date; resumed: boolean };
export type StartError =
  | { code: "not-found" }
  | { code: "no-quiz" }
  | { code: "already-passed" }
  | { code: "awaiting-marks" }
  | { code: "attempts-used-up"; used: number; allowed: number }
  | Shortfall
  | BegunRefusal;

/**
 * Starts an attempt at a learner's own quiz: draws the paper, pins its versions, starts the server's clock, tells the pipeline.
 * Called while an attempt is open it answers that one, so a double click or a second device starts nothing twice.
 */
export async function startAttempt(trx: Transaction<DB>, actor: ActorRef, input: StartInput): Promise<Result<StartOutcome, StartError>> {
  const { enrolmentId, chapterSlug, now } = input;
  // Starts of one learner come one after the other.
  const enrolment = await trx
    .selectFrom("enrolment")
    .select(["id", "extra_time_percent"])
    .where("id", "=", enrolmentId)
    .where("person_id", "=", actor.id)
    .where("left_at", "is", null)
    .forNoKeyUpdate()
    .executeTakeFirst();
  if (enrolment === undefined) return fail({ code: "not-found" });
  const open = await openAttempt(trx, actor, input);
  if (open !== null) return ok(open);

  const { attempts, allowed, standing, gate } = await attemptsSoFar(trx, input);
  if (standing === "passed") return fail({ code: "already-passed" });
  if (standing === "submitted") return fail({ code: "awaiting-marks" });
  if (attempts.length >= allowed) return fail({ code: "attempts-used-up", used: attempts.length, allowed });
  const drawn = await draw(trx, input, attempts.length > 0);
  if (!drawn.ok) return drawn;

  const id = randomUUID();
  const begun = await reportBegun(trx, { enrolmentId, chapterSlug, attemptId: id, actorId: actor.id, now });
  if (!begun.ok) return begun;
  const number = (attempts.at(-1)?.number ?? 0) + 1;
  const deadlineAt = deadlineOf(now, gate.minutes ?? drawn.value.minutes, enrolment.extra_time_percent + gate.extraTimePercent);
  const attempt = trx.insertInto("quiz_attempt").values({
    id,
    enrolment_id: enrolmentId,
    chapter_slug: chapterSlug,
    number,
    seed: drawn.value.seed,
    pass_mark: gate.passMark,
    started_at: now,
    deadline_at: deadlineAt,
    submitted_at: null,
    submitted_by: null,
    points: null,
    max_points: null,
    passed: null,
  });
  // Sent one after the other without waiting between them.
  await Promise.all([attempt.execute(), insertItems(trx, id, drawn.value.items)]);
  return ok({ attemptId: id, number, deadlineAt, resumed: false });
}

/** As one parameter: a class starts within seconds, and thirty rows of single parameters cost more than the draw. */
async function insertItems(trx: Transaction<DB>, attemptId: string, items: readonly PaperItem[]): Promise<void> {
  await sql`
    insert into quiz_paper_item (attempt_id, position, question_hash, kind, option_order)
    select ${attemptId}::uuid, item.position, item.hash, item.kind, item."order"
    from jsonb_to_recordset(${JSON.stringify(items)}::text::jsonb) as item (position int, hash text, kind text, "order" jsonb)`.execute(trx);
}

/** The attempt that is open; one whose time is over is handed in on the spot, so that nobody waits for the sweeper. */
async function openAttempt(trx: Transaction<DB>, actor: ActorRef, { enrolmentId, chapterSlug, now }: StartInput): Promise<StartOutcome | null> {
  const row = await trx
    .selectFrom("quiz_attempt")
    .select(ATTEMPT_COLUMNS)
    .where("enrolment_id", "=", enrolmentId)
    .where("chapter_slug", "=", chapterSlug)
    .where("state", "=", "open")
    .forUpdate()
    .executeTakeFirst();
  if (row === undefined) return null;
  if (isLate(row.deadline_at, now)) {
    await handIn(trx, row, "expire", actor.id, now);
    return null;
  }
  return { attemptId: row.id, number: row.number, deadlineAt: row.deadline_at, resumed: true };
}

type Drawn = { items: PaperItem[]; seed: string; minutes: number };

async function draw(trx: Transaction<DB>, input: StartInput, again: boolean): Promise<Result<Drawn, Shortfall | { code: "no-quiz" }>> {
  const quiz = await readBank(trx, input.chapterSlug);
  if (quiz === null) return fail({ code: "no-quiz" });
  const seed = input.seed ?? randomUUID();
  const avoid = again ? await askedBefore(trx, input) : new Set<string>();
  const drawn = drawPaper(quiz.bank, quiz.blueprint, seed, avoid);
  return drawn.ok ? ok({ items: drawn.value, seed, minutes: quiz.minutes }) : drawn;
}

/** The ids of questions on the learner's earlier papers of this quiz. */
async function askedBefore(trx: Transaction<DB>, { enrolmentId, chapterSlug }: QuizOf): Promise<Set<string>> {
  const rows = await trx
    .selectFrom("quiz_attempt as attempt")
    .innerJoin("quiz_paper_item as item", "item.attempt_id", "attempt.id")
    .innerJoin("question_version as version", "version.hash", "item.question_hash")
    .select("version.question_id")
    .where("attempt.enrolment_id", "=", enrolmentId)
    .where("attempt.chapter_slug", "=", chapterSlug)
    .execute();
  return new Set(rows.map((row) => row.question_id));
}
