import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { leadsMeetingsOf } from "./begin-meeting.server";
import { type CommitmentAct, commitmentAfter, type CommitmentState } from "./meeting";

export interface Settling {
  commitmentId: string;
  act: Exclude<CommitmentAct, "made">;
  /** For `moved`: the new day, after the old one. */
  dueOn?: string;
  /** The customer's reaction, or why not. */
  result?: string;
  seen?: number;
  now: Date;
}
export type SettleError = { code: "not-found" } | { code: "wrong-state"; state: CommitmentState } | { code: "overtaken"; state: CommitmentState; by: string } | { code: "no-day" };

/**
 * Says what became of a commitment: its owner, or who leads the team's meetings. In a running meeting of the team that is
 * noted, too.
 */
export async function settleCommitment(trx: Transaction<DB>, actor: Actor, { commitmentId, act, dueOn, result, seen, now }: Settling): Promise<Result<undefined, SettleError>> {
  const held = await trx
    .selectFrom("sales_commitment")
    .select(["id", "team_id as teamId", "owner_id as ownerId", "due_on as dueOn", "state", "version"])
    .where("id", "=", commitmentId)
    .forUpdate()
    .executeTakeFirst();
  if (!held || !(held.ownerId === actor.id || leadsMeetingsOf(actor, held.teamId))) return fail({ code: "not-found" });
  if (seen !== undefined && seen !== held.version) return fail({ code: "overtaken", state: held.state, by: await lastActor(trx, commitmentId) });
  const after = commitmentAfter(held.state, act);
  if (after === null) return fail({ code: "wrong-state", state: held.state });
  if (act === "moved" && (dueOn === undefined || dueOn <= held.dueOn)) return fail({ code: "no-day" });
  const due = act === "moved" && dueOn !== undefined ? dueOn : held.dueOn;
  const running = await trx.selectFrom("sales_meeting").select("id").where("team_id", "=", held.teamId).where("ended_at", "is", null).executeTakeFirst();
  await trx.updateTable("sales_commitment").set({ state: after, due_on: due, version: held.version + 1 }).where("id", "=", commitmentId).execute();
  const words = result?.trim().slice(0, 300) ?? "";
  await trx.insertInto("sales_commitment_event").values({ commitment_id: commitmentId, kind: act, meeting_id: running?.id ?? null, actor_id: actor.id, due_on: due, result: words === "" ? null : words, at: now }).execute();
  return ok();
}

async function lastActor(trx: Transaction<DB>, commitmentId: string): Promise<string> {
  const row = await trx.selectFrom("sales_commitment_event as v").innerJoin("person as p", "p.id", "v.actor_id").select("p.name").where("v.commitment_id", "=", commitmentId).orderBy("v.id", "desc").limit(1).executeTakeFirstOrThrow();
  return row.name;
}
