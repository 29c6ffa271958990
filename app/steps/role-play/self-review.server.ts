import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { scenariosByHash } from "./load-scenarios.server";
import { ownPart } from "./own-part.server";
import { lockRound } from "./rows.server";
import { roundAdmits } from "./round";
import type { MarkMap } from "./sheet";

export type SelfReviewError = { code: "unknown-round" } | { code: "not-salesperson" } | { code: "wrong-state" } | { code: "unknown-behaviour" } | { code: "empty" };

export interface SelfReviewInput {
  roundId: string;
  /** The same behaviours as the observer's; some may be left open. */
  marks: MarkMap;
  wentWell: string;
  nextTime: string;
  now: Date;
}

/** The salesperson on themself, in own words. Said again, the latest counts; it is no part of the result. */
export async function reviewSelf(trx: Transaction<DB>, actor: { id: string }, input: SelfReviewInput): Promise<Result<undefined, SelfReviewError>> {
  const part = await ownPart(trx, actor.id, input.roundId);
  const round = part && (await lockRound(trx, input.roundId));
  if (!part || !round) return fail({ code: "unknown-round" });
  if (part.role !== "salesperson") return fail({ code: "not-salesperson" });
  if (!roundAdmits(round.state, "self-review")) return fail({ code: "wrong-state" });
  const behaviours = new Set((await scenariosByHash(trx, [round.scenarioHash])).get(round.scenarioHash)?.checklist.map((one) => one.id));
  if (Object.keys(input.marks).some((id) => !behaviours.has(id))) return fail({ code: "unknown-behaviour" });
  if (Object.keys(input.marks).length === 0 && input.wentWell === "" && input.nextTime === "") return fail({ code: "empty" });
  await trx
    .insertInto("role_play_self_review")
    .values({ round_id: round.id, enrolment_id: part.enrolmentId, marks: { ...input.marks }, went_well: input.wentWell, next_time: input.nextTime, at: input.now })
    .execute();
  await announce(trx, round.sessionId);
  return ok();
}
