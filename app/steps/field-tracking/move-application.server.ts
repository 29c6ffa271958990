import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { type ApplicationCommand, type ApplicationState, type QualityLevel, stateAfter } from "./application";
import { reportStanding } from "./report-standing.server";
import type { ApplicationRow } from "./rows.server";

/** Somebody was there first: what they did, who, when. */
export type Overtaken = { code: "overtaken"; state: ApplicationState; by: string; at: Date };
export type NotTaken = { code: "wrong-state"; state: ApplicationState };

export interface Move {
  act: ApplicationCommand;
  actorId: string;
  /** The version that the actor had before their eyes; left out, whatever is there is moved. */
  seen?: number;
  level?: QualityLevel;
  remark?: string;
  dueAt?: Date;
  now: Date;
}

/**
 * One step of an application, which the caller has locked and allowed: state, ledger and the pipeline's word together.
 * Of two who act on the same version one wins; the other hears who was first.
 */
export async function moveApplication(trx: Transaction<DB>, application: ApplicationRow, move: Move): Promise<Result<ApplicationState, Overtaken | NotTaken>> {
  const { id, enrolmentId, chapterSlug, state, version } = application;
  const { act, actorId, now } = move;
  if (move.seen !== undefined && move.seen !== version) return fail(await whoWasFirst(trx, application));
  const after = stateAfter(state, act);
  if (after === null) return fail({ code: "wrong-state", state });
  const remark = move.remark?.trim() ?? "";
  await trx
    .updateTable("field_application")
    .set({ state: after, level: move.level ?? null, due_at: move.dueAt ?? null, version: version + 1, ...(act === "sent-again" ? { round: application.round + 1 } : {}) })
    .where("id", "=", id)
    .execute();
  await trx.insertInto("field_application_event").values({ application_id: id, kind: act, actor_id: actorId, level: move.level ?? null, remark: remark === "" ? null : remark, at: now }).execute();
  await reportStanding(trx, { enrolmentId, chapterSlug, applicationId: id, actorId, now }, remark);
  return ok(after);
}

async function whoWasFirst(trx: Transaction<DB>, { id, state }: ApplicationRow): Promise<Overtaken> {
  const last = await trx
    .selectFrom("field_application_event as v")
    .innerJoin("person as p", "p.id", "v.actor_id")
    .select(["p.name", "v.at"])
    .where("v.application_id", "=", id)
    .orderBy("v.id", "desc")
    .limit(1)
    .executeTakeFirstOrThrow();
  return { code: "overtaken", state, by: last.name, at: last.at };
}
