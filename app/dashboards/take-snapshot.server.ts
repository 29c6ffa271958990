import { type Kysely, sql, type Transaction } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { countAll } from "./count-again.server";
import { COMPANY_TIME_ZONE } from "./day";
import { effectAnswers } from "./effect-panel.server";
import { groupBy } from "./group-by";
import { fieldActs } from "./field-shares.server";
import { RULE } from "./ready";

/** Counts what is left to count and keeps the figures of the day that `now` lies in. Answers the day, or null when it had been kept already. */
export async function takeSnapshot(db: Kysely<DB>, now: Date): Promise<string | null> {
  await countAll(db);
  return inTransaction(db, "take a snapshot", (trx) => keepDay(trx, now));
}

/** Keeps the figures as the tallies have them, in the transaction of the caller; null when the day had been kept already. */
export async function keepDay(trx: Transaction<DB>, now: Date): Promise<string | null> {
  const day = isoDay(now, COMPANY_TIME_ZONE);
  const head = await trx.insertInto("dashboard_snapshot").values({ day, taken_at: now, how: "taken", rule: RULE }).onConflict((conflict) => conflict.doNothing()).executeTakeFirst();
  if (head.numInsertedOrUpdatedRows === 0n) return null;
  await keepTeams(trx, day);
  await sql`insert into snapshot_capability (day, team_id, competency, ready, not_ready, unsure) select ${day}::date, team_id, competency, ready, not_ready, unsure from capability_tally`.execute(trx);
  await sql`
    insert into snapshot_road (day, team_id, cohort_id, step, roads, reached, done, failed, done_seconds, open, open_since, wait_learner, wait_instructor, wait_examiner, wait_manager)
    select ${day}::date, team_id, cohort_id, step, sum(roads), sum(reached), sum(done), sum(failed), sum(done_seconds), sum(open), sum(open_since), sum(wait_learner), sum(wait_instructor), sum(wait_examiner), sum(wait_manager)
    from road_tally group by team_id, cohort_id, step`.execute(trx);
  await keepEffects(trx, day);
  return day;
}

/** The tree of teams as it is, with people, certified, and what was done in the field. */
async function keepTeams(trx: Transaction<DB>, day: string): Promise<void> {
  const teams = await trx.selectFrom("team").select("id").where("closed_at", "is", null).execute();
  const acts = await fieldActs(trx, teams.map(({ id }) => id), day);
  await sql`
    insert into snapshot_team (day, team_id, parent_id, kind, name_zh, name_en, people, certified, with_sheet, coached)
    select ${day}::date, t.id, t.parent_id, t.kind, t.name_zh, t.name_en, coalesce(y.people, 0), coalesce(y.certified, 0), coalesce(s."withSheet", 0), coalesce(s.coached, 0)
    from team t left join team_tally y on y.team_id = t.id
    left join jsonb_to_recordset(${JSON.stringify(acts)}::text::jsonb) as s("teamId" uuid, "withSheet" int, coached int) on s."teamId" = t.id
    where t.closed_at is null`.execute(trx);
}

/** The field effect over the company and over each region: wherever there are teams to compare. */
async function keepEffects(trx: Transaction<DB>, day: string): Promise<void> {
  const teams = await trx.selectFrom("team").select(["id", "parent_id"]).where("closed_at", "is", null).execute();
  const children = groupBy(teams, ({ parent_id }) => parent_id);
  const belowIt = (id: string): string[] => [id, ...(children.get(id) ?? []).flatMap((child) => belowIt(child.id))];
  for (const { id } of teams.filter((team) => children.has(team.id))) {
    const answers = await effectAnswers(trx, belowIt(id), { today: day });
    await trx.insertInto("snapshot_effect").values([...answers].map(([metric, answer]) => ({ day, team_id: id, metric, answer }))).execute();
  }
}
