import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { type Actor, holds } from "~/people";
import { fail, ok, type Result } from "~/platform/result";

/** Whether the actor leads the sales meetings of this team. */
export function leadsMeetingsOf(actor: Actor, teamId: string): boolean {
  return holds(actor, "field:coach", { kind: "team", teamId });
}

/** Begins today's sales meeting of a team, or answers the one that is running or was held today (which goes on). */
export async function beginMeeting(trx: Transaction<DB>, actor: Actor, { teamId, now }: { teamId: string; now: Date }): Promise<Result<{ meetingId: string }, { code: "not-found" }>> {
  if (!leadsMeetingsOf(actor, teamId)) return fail({ code: "not-found" });
  const team = await trx.selectFrom("team").select("id").where("id", "=", teamId).where("closed_at", "is", null).forNoKeyUpdate().executeTakeFirst();
  if (!team) return fail({ code: "not-found" });
  const heldOn = isoDay(now, actor.timeZone);
  const there = await trx
    .selectFrom("sales_meeting")
    .select(["id", "ended_at"])
    .where("team_id", "=", teamId)
    .where((eb) => eb.or([eb("ended_at", "is", null), eb("held_on", "=", heldOn)]))
    .orderBy("ended_at", (order) => order.desc().nullsFirst())
    .limit(1)
    .executeTakeFirst();
  if (there) {
    if (there.ended_at !== null) await trx.updateTable("sales_meeting").set({ ended_at: null }).where("id", "=", there.id).execute();
    return ok({ meetingId: there.id });
  }
  const { id } = await trx.insertInto("sales_meeting").values({ team_id: teamId, held_on: heldOn, led_by: actor.id, begun_at: now }).returning("id").executeTakeFirstOrThrow();
  return ok({ meetingId: id });
}

/** Ends a meeting; what is open is carried to the next one. */
export async function endMeeting(trx: Transaction<DB>, actor: Actor, { meetingId, now }: { meetingId: string; now: Date }): Promise<Result<undefined, { code: "not-found" }>> {
  const meeting = await ledMeeting(trx, actor, meetingId);
  if (!meeting) return fail({ code: "not-found" });
  await trx.updateTable("sales_meeting").set({ ended_at: now }).where("id", "=", meetingId).where("ended_at", "is", null).execute();
  return ok();
}

/** A meeting that the actor leads; undefined for any other. */
export async function ledMeeting(trx: Transaction<DB>, actor: Actor, meetingId: string): Promise<{ id: string; teamId: string; heldOn: string } | undefined> {
  const meeting = await trx.selectFrom("sales_meeting").select(["id", "team_id as teamId", "held_on as heldOn"]).where("id", "=", meetingId).executeTakeFirst();
  return meeting && leadsMeetingsOf(actor, meeting.teamId) ? meeting : undefined;
}
