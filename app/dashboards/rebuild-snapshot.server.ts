import { sql, type Transaction } from "kysely";
import { estimatesOf } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { zonedInstant } from "~/i18n/dates";
import { addDays, COMPANY_TIME_ZONE } from "./day";
import { fieldActs, peopleOn } from "./field-shares.server";
import { RULE, type Standing, standingOf } from "./ready";

export type RebuildError = { code: "kept-already" } | { code: "not-past" };

/**
 * Works out the figures of a past day that was not kept, from what had been recorded by its end: dated memberships, the ledger of
 * evidence, the deals. The tree of teams is today's. Progress on the road is not worked out: cells hold only how they stand now.
 */
export async function rebuildSnapshot(trx: Transaction<DB>, { day, now }: { day: string; now: Date }): Promise<Result<undefined, RebuildError>> {
  const end = zonedInstant(addDays(day, 1), "00:00", COMPANY_TIME_ZONE);
  if (end > now) return fail({ code: "not-past" });
  const head = await trx.insertInto("dashboard_snapshot").values({ day, taken_at: now, how: "rebuilt", rule: RULE }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  if (head.numInsertedOrUpdatedRows === 0n) return fail({ code: "kept-already" });
  const teams = await trx.selectFrom("team").select(["id", "parent_id", "kind", "name_zh", "name_en"]).where("closed_at", "is", null).execute();
  const ids = teams.map(({ id }) => id);
  const people = new Map((await peopleOn(trx, ids, day)).map((row) => [row.teamId, row]));
  const acts = new Map((await fieldActs(trx, ids, day)).map((row) => [row.teamId, row]));
  await trx
    .insertInto("snapshot_team")
    .values(
      teams.map(({ id, ...team }) => {
        const [who, done] = [people.get(id), acts.get(id)];
        return { day, team_id: id, ...team, people: who?.people ?? 0, certified: who?.certified ?? 0, with_sheet: done?.withSheet ?? 0, coached: done?.coached ?? 0 };
      }),
    )
    .execute();
  const lines = await standings(trx, end);
  if (lines.length > 0) await trx.insertInto("snapshot_capability").values(lines.map((line) => ({ day, ...line }))).execute();
  return ok();
}

interface Line {
  team_id: string;
  competency: string;
  ready: number;
  not_ready: number;
  unsure: number;
}

const COLUMNS: Record<Exclude<Standing, "none">, "ready" | "not_ready" | "unsure"> = { ready: "ready", "not-ready": "not_ready", unsure: "unsure" };

/** Where the learners of that moment stood by the evidence recorded by then. */
async function standings(trx: Transaction<DB>, at: Date): Promise<Line[]> {
  const { rows: members } = await sql<{ personId: string; teamId: string }>`
    select m.person_id as "personId", m.team_id as "teamId" from team_membership m join person p on p.id = m.person_id and p.state <> 'suspended'
    where m.valid_from < ${at} and (m.valid_to is null or m.valid_to >= ${at})
      and exists (select 1 from role_grant g where g.person_id = p.id and g.role = 'learner' and (g.revoked_at is null or g.revoked_at >= ${at}))`.execute(trx);
  const estimates = await estimatesOf(trx, members.map(({ personId }) => personId), { at });
  const lines = new Map<string, Line>();
  for (const { personId, teamId } of members) {
    for (const [competency, estimate] of estimates.get(personId) ?? []) {
      const standing = standingOf(estimate.kind === "estimate" ? estimate : null);
      if (standing === "none") continue;
      const key = `${teamId} ${competency}`;
      const line = lines.get(key) ?? { team_id: teamId, competency, ready: 0, not_ready: 0, unsure: 0 };
      line[COLUMNS[standing]]++;
      lines.set(key, line);
    }
  }
  return [...lines.values()];
}
