import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import type { Counts } from "./ready";

/** What is decided about a gap: who closes it, how, by when; or that it is closed, or let be. */
export type GapDecision =
  | { state: "open"; ownerId: string; nextAction: string; dueOn: string; remark: string | null }
  | { state: "done" | "dropped"; remark: string | null };

export interface DecidedGap {
  id: string;
  competency: string;
  state: "open" | "done" | "dropped";
  owner: { id: string; name: string; nameLatin: string | null } | null;
  nextAction: string | null;
  dueOn: string | null;
  remark: string | null;
  /** How it stood then. */
  people: number;
  ready: number;
  notReady: number;
  by: { name: string; nameLatin: string | null };
  at: Date;
}

export type DecideGapError = { code: "no-such-owner" } | { code: "nothing-open" };

/** Appends what was decided; `counts` is how the gap stands as it is decided. The team lies within the actor's reach. */
export async function decideGap(trx: Transaction<DB>, actorId: string, input: { teamId: string; competency: string; counts: Counts; decision: GapDecision }, now: Date): Promise<Result<undefined, DecideGapError>> {
  const { teamId, competency, counts, decision } = input;
  const open = decision.state === "open";
  if (open && !(await owners(trx, teamId)).some(({ id }) => id === decision.ownerId)) return fail({ code: "no-such-owner" });
  if (!open) {
    const held = (await newestDecisions(trx, teamId, competency)).get(competency);
    if (held?.state !== "open") return fail({ code: "nothing-open" });
  }
  await trx
    .insertInto("gap_decision")
    .values({
      team_id: teamId,
      competency,
      state: decision.state,
      owner_id: open ? decision.ownerId : null,
      next_action: open ? decision.nextAction : null,
      due_on: open ? decision.dueOn : null,
      remark: decision.remark,
      people: counts.people,
      ready: counts.ready,
      not_ready: counts.notReady,
      decided_by: actorId,
      decided_at: now,
    })
    .execute();
  return ok();
}

/** Who can own a gap of this team: managers and executives of it, of what lies above and below, and instructors of its cohorts. */
export async function owners(db: Kysely<DB>, teamId: string): Promise<{ id: string; name: string; nameLatin: string | null }[]> {
  const { rows } = await sql<{ id: string; name: string; nameLatin: string | null }>`
    with recursive up as (select id, parent_id from team where id = ${teamId} union all select t.id, t.parent_id from team t join up on t.id = up.parent_id),
    down as (select id from team where id = ${teamId} union all select t.id from team t join down on t.parent_id = down.id)
    select distinct p.id, p.name, p.name_latin as "nameLatin" from role_grant g join person p on p.id = g.person_id and p.state = 'active'
    where g.revoked_at is null and (
      (g.role in ('manager', 'executive') and (g.scope_kind = 'company' or g.team_id in (select id from up union select id from down)))
      or (g.role = 'instructor' and (g.scope_kind = 'company' or g.cohort_id in (select c.id from cohort c where c.team_id in (select id from up union select id from down)))))
    order by p.name, p.id`.execute(db);
  return rows;
}

/** The decision that holds per competency of a team. */
export async function newestDecisions(db: Kysely<DB>, teamId: string, competency?: string): Promise<Map<string, DecidedGap>> {
  const rows = await decisionsOf(db, teamId, competency);
  return new Map(rows.toReversed().map((row) => [row.competency, row]));
}

/** Everything decided about a team's gaps, newest first. */
export async function decisionsOf(db: Kysely<DB>, teamId: string, competency?: string): Promise<DecidedGap[]> {
  const rows = await db
    .selectFrom("gap_decision as d")
    .innerJoin("person as by", "by.id", "d.decided_by")
    .leftJoin("person as o", "o.id", "d.owner_id")
    .select(["d.id", "d.competency", "d.state", "d.owner_id", "o.name as ownerName", "o.name_latin as ownerLatin", "d.next_action", "d.due_on", "d.remark", "d.people", "d.ready", "d.not_ready", "by.name as byName", "by.name_latin as byLatin", "d.decided_at"])
    .where("d.team_id", "=", teamId)
    .$if(competency !== undefined, (query) => query.where("d.competency", "=", competency ?? ""))
    .orderBy("d.id", "desc")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    competency: row.competency,
    state: row.state,
    owner: row.owner_id === null ? null : { id: row.owner_id, name: row.ownerName ?? "", nameLatin: row.ownerLatin },
    nextAction: row.next_action,
    dueOn: row.due_on,
    remark: row.remark,
    people: row.people,
    ready: row.ready,
    notReady: row.not_ready,
    by: { name: row.byName, nameLatin: row.byLatin },
    at: row.decided_at,
  }));
}
