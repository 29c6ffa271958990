import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { MOST_MEMBERS } from "./group";
import { addMembers, endMembers, enrolledAmong, findGroup, groupOf, type GroupsKey, lockGroups, membersOf } from "./rows.server";

export interface Move extends GroupsKey {
  enrolmentId: string;
  /** The group the learner was seen in; null: in none. */
  from: string | null;
  /** Null: into none. */
  to: string | null;
}

export type MoveError = { code: "not-found" } | { code: "same-group" } | { code: "full" } | /** Somebody else moved them since. */ { code: "moved-meanwhile" };

/** Takes a learner from one group into another; who was where when stays on record. */
export async function moveLearner(trx: Transaction<DB>, actorId: string, move: Move & { now: Date }): Promise<Result<undefined, MoveError>> {
  const { cohortId, purpose, enrolmentId, from, to, now } = move;
  if (!(await lockGroups(trx, cohortId))) return fail({ code: "not-found" });
  const checked = await checkMove(trx, move);
  if (!checked.ok) return checked;
  if (from !== null) await endMembers(trx, actorId, { enrolmentId, purpose }, now);
  if (to !== null) await addMembers(trx, actorId, { id: to, cohortId, purpose }, [enrolmentId], now);
  await writeAudit(trx, { actorId, action: "move-between-groups", subject: { kind: "enrolment", id: enrolmentId }, details: { cohort: cohortId, purpose, from, to } });
  return ok();
}

/** Whether a move can be made as things stand. */
export async function checkMove(db: Kysely<DB>, { cohortId, purpose, enrolmentId, from, to }: Move): Promise<Result<undefined, MoveError>> {
  if (!(await enrolledAmong(db, cohortId, [enrolmentId])).has(enrolmentId)) return fail({ code: "not-found" });
  if (to !== null) {
    const target = await findGroup(db, { cohortId, groupId: to });
    if (!target || target.purpose !== purpose || target.dissolvedAt !== null) return fail({ code: "not-found" });
    if (to !== from && ((await membersOf(db, [to])).get(to)?.length ?? 0) >= MOST_MEMBERS) return fail({ code: "full" });
  }
  const present = await groupOf(db, { enrolmentId, purpose });
  if ((present?.id ?? null) !== from) return fail({ code: "moved-meanwhile" });
  return from === to ? fail({ code: "same-group" }) : ok();
}
