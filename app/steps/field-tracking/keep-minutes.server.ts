import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { dealRight } from "~/deals/index.server";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { ledMeeting } from "./begin-meeting.server";
import { peopleOfTeams, teamAndBelow } from "./meeting-teams.server";

export const MOST_MINUTE = 600;
export const MOST_COMMITMENT = 300;

export interface Minute {
  meetingId: string;
  /** The deal it was about; null for what concerns the team. */
  dealId: string | null;
  body: string;
  now: Date;
}

/** Writes down what was said or decided. */
export async function addMinute(trx: Transaction<DB>, actor: Actor, { meetingId, dealId, body, now }: Minute): Promise<Result<undefined, { code: "not-found" } | { code: "empty" }>> {
  const meeting = await ledMeeting(trx, actor, meetingId);
  if (!meeting || (dealId !== null && (await dealRight(trx, actor, dealId)) === null)) return fail({ code: "not-found" });
  if (body.trim() === "") return fail({ code: "empty" });
  await trx.insertInto("sales_meeting_minute").values({ meeting_id: meetingId, deal_id: dealId, body: body.trim().slice(0, MOST_MINUTE), by_id: actor.id, at: now }).execute();
  return ok();
}

export interface NewCommitment extends Minute {
  /** The same one sent twice is one. */
  opId: string;
  ownerId: string;
  /** Business day; not before the meeting's. */
  dueOn: string;
}

export type CommitmentError = { code: "not-found" } | { code: "empty" } | { code: "due-before-meeting"; heldOn: string } | { code: "not-in-team" };

/** Minutes that oblige: somebody of the team (or who leads it) does something by a day. Carried from meeting to meeting until it is settled. */
export async function makeCommitment(trx: Transaction<DB>, actor: Actor, input: NewCommitment): Promise<Result<{ commitmentId: string }, CommitmentError>> {
  const { opId, meetingId, dealId, ownerId, dueOn, now } = input;
  const meeting = await ledMeeting(trx, actor, meetingId);
  if (!meeting || (dealId !== null && (await dealRight(trx, actor, dealId)) === null)) return fail({ code: "not-found" });
  if (input.body.trim() === "") return fail({ code: "empty" });
  if (dueOn < meeting.heldOn) return fail({ code: "due-before-meeting", heldOn: meeting.heldOn });
  const team = await peopleOfTeams(trx, await teamAndBelow(trx, meeting.teamId));
  if (ownerId !== actor.id && !team.some(({ id }) => id === ownerId)) return fail({ code: "not-in-team" });
  const made = await trx
    .insertInto("sales_commitment")
    .values({ op_id: opId, meeting_id: meetingId, team_id: meeting.teamId, owner_id: ownerId, deal_id: dealId, body: input.body.trim().slice(0, MOST_COMMITMENT), due_on: dueOn, made_at: now })
    .onConflict((conflict) => conflict.column("op_id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) {
    const there = await trx.selectFrom("sales_commitment").select("id").where("op_id", "=", opId).where("meeting_id", "=", meetingId).executeTakeFirst();
    return there ? ok({ commitmentId: there.id }) : fail({ code: "not-found" });
  }
  await trx.insertInto("sales_commitment_event").values({ commitment_id: made.id, kind: "made", meeting_id: meetingId, actor_id: actor.id, due_on: dueOn, result: null, at: now }).execute();
  return ok({ commitmentId: made.id });
}
