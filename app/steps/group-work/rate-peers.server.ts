import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { RatingLevel } from "./peer-rating";
import { latestOf, lockGroupSheet, submissionsOf } from "./rows.server";

export type RateError = { code: "not-found" } | { code: "not-yet" } | /** Accepted: the ratings stand. */ { code: "closed" } | { code: "unknown-member" };

/**
 * A member says how they see the others' part, after handing in; the latest word of each counts. Only who was in the group
 * for the submission rates, and only those are rated.
 */
export async function ratePeers(trx: Transaction<DB>, input: { cohortId: string; groupSheetId: string; raterId: string; ratings: readonly { enrolmentId: string; level: RatingLevel }[]; now: Date }): Promise<Result<undefined, RateError>> {
  const sheet = await lockGroupSheet(trx, input);
  if (!sheet) return fail({ code: "not-found" });
  const submission = latestOf(await submissionsOf(trx, [sheet.id])).get(sheet.id);
  if (!submission) return fail({ code: "not-yet" });
  const members = new Set((await trx.selectFrom("group_submission_member").select("enrolment_id").where("submission_id", "=", submission.id).execute()).map((row) => row.enrolment_id));
  if (!members.has(input.raterId)) return fail({ code: "not-found" });
  if (sheet.state === "accepted" && (await hasRated(trx, sheet.id, input.raterId))) return fail({ code: "closed" });
  if (input.ratings.length === 0 || !input.ratings.every(({ enrolmentId }) => enrolmentId !== input.raterId && members.has(enrolmentId))) return fail({ code: "unknown-member" });
  await trx
    .insertInto("group_peer_rating")
    .values(input.ratings.map(({ enrolmentId, level }) => ({ group_sheet_id: sheet.id, rater_id: input.raterId, rated_id: enrolmentId, level, at: input.now })))
    .execute();
  return ok();
}

async function hasRated(trx: Transaction<DB>, groupSheetId: string, raterId: string): Promise<boolean> {
  return (await trx.selectFrom("group_peer_rating").select("id").where("group_sheet_id", "=", groupSheetId).where("rater_id", "=", raterId).limit(1).executeTakeFirst()) !== undefined;
}
