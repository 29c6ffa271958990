import { createHash } from "node:crypto";
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { attemptPage } from "./attempt-page.view.server";
import { responseFromForm } from "./form-answer";
import { isEmptyResponse, type QuizResponse } from "./question";
import { saveOpSchema } from "./response-schema.server";
import type { ActorRef } from "./rows.server";
import { sameValue } from "./save-ops";
import { saveResponses } from "./save-responses.server";

export type FormAnswerError =
  | { code: "not-found" }
  | { code: "invalid" }
  /** The paper takes no more answers. */
  | { code: "late" }
  | { code: "conflict"; position: number; mine: QuizResponse | null; theirs: QuizResponse | null; revision: number };

/**
 * Saves the answer that a plain form holds (`position`, `base`, `nonce`, `flagged`, and the question's fields), by the
 * same compare-and-swap as the browser's log. `go=flag` turns the flag. Answers the positions of the paper.
 */
export async function saveFormAnswer(trx: Transaction<DB>, actor: ActorRef, input: { attemptId: string; form: FormData; now: Date }): Promise<Result<{ positions: number[] }, FormAnswerError>> {
  const { attemptId, form, now } = input;
  const page = await attemptPage(trx, actor, { attemptId, now });
  if (page === null) return fail({ code: "not-found" });
  const done = ok({ positions: page.questions.map(({ position }) => position) });
  const item = page.questions.find(({ position }) => String(position) === form.get("position"));
  if (item === undefined) return done;

  const { position } = item;
  const baseRevision = Number(form.get("base") ?? 0);
  const value = responseFromForm(position, item.question, form);
  const flagged = (form.get("flagged") === "true") !== (form.get("go") === "flag");
  if (sameValue(value, item.value) && flagged === item.flagged) return done;
  const isStale = baseRevision !== item.revision;
  // Who only looked at a page that is out of date has changed nothing, and an empty field takes no words away.
  if (isStale && (isEmptyResponse(value) || sameValue(value, await valueAt(trx, attemptId, position, baseRevision)))) return done;

  const op = saveOpSchema.safeParse({ opId: opIdOf(form, { attemptId, position, baseRevision, value, flagged }), position, baseRevision, value, flagged });
  if (!op.success) return fail({ code: "invalid" });
  const saved = await saveResponses(trx, actor, { attemptId, ops: [op.data], now });
  if (!saved.ok) return fail({ code: saved.error.code === "not-found" ? "not-found" : "invalid" });
  const receipt = saved.value.receipts[0];
  if (receipt?.outcome === "late") return fail({ code: "late" });
  if (receipt?.outcome === "conflict") return fail({ code: "conflict", position, mine: value, theirs: receipt.server?.value ?? null, revision: receipt.revision });
  return done;
}

/** What an answer said at an earlier revision. */
async function valueAt(trx: Transaction<DB>, attemptId: string, position: number, revision: number): Promise<QuizResponse | null> {
  const row = await trx
    .selectFrom("quiz_response_op")
    .select("value")
    .where("attempt_id", "=", attemptId)
    .where("position", "=", position)
    .where("revision", "=", revision)
    .where("outcome", "=", "accepted")
    .limit(1)
    .executeTakeFirst();
  return (row?.value ?? null) as QuizResponse | null;
}

/** The same page sent twice is one operation; the same page with other words is another, so that "back" loses none. */
function opIdOf(form: FormData, content: object): string {
  const hex = createHash("sha256").update(JSON.stringify([form.get("nonce"), content])).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
