import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { STEPS, type Step } from "~/pipeline";
import { groupBy } from "./group-by";
import { addCounts, type Counts, NOBODY } from "./ready";
import { addRoad, NO_ROADS, type RoadCounts } from "./road-counts";
import { below, type TeamInScope, type TeamScope } from "./scope.server";

/** People, and counts per competency, of some teams together. */
export interface TeamFigures {
  people: number;
  certified: number;
  byCompetency: Map<string, Counts>;
}

type Of = (teamIds: readonly string[]) => TeamFigures;

/** The figures of every team in scope, of now or of the scope's day; sum any of them up by `of`. */
export async function loadFigures(db: Kysely<DB>, { within, day }: Pick<TeamScope, "within" | "day">): Promise<{ of: Of }> {
  const ids = sql`any(${within}::uuid[])`;
  const from = day === null ? { team: sql`team_tally`, capability: sql`capability_tally`, on: sql`true` } : { team: sql`snapshot_team`, capability: sql`snapshot_capability`, on: sql`day = ${day}` };
  const [teams, lines] = await Promise.all([
    sql<{ teamId: string; people: number; certified: number }>`select team_id as "teamId", people, certified from ${from.team} where ${from.on} and team_id = ${ids}`.execute(db),
    sql<{ teamId: string; competency: string; ready: number; notReady: number; unsure: number }>`
      select team_id as "teamId", competency, ready, not_ready as "notReady", unsure from ${from.capability} where ${from.on} and team_id = ${ids}`.execute(db),
  ]);
  const team = new Map(teams.rows.map((row) => [row.teamId, row]));
  const byTeam = groupBy(lines.rows, (row) => row.teamId);
  return {
    of: (teamIds) => {
      const people = teamIds.reduce((sum, id) => sum + (team.get(id)?.people ?? 0), 0);
      const byCompetency = new Map<string, Counts>();
      for (const id of teamIds) {
        for (const { competency, ready, notReady, unsure } of byTeam.get(id) ?? []) {
          byCompetency.set(competency, addCounts(byCompetency.get(competency) ?? { ...NOBODY, people }, { people: 0, ready, notReady, unsure }));
        }
      }
      return { people, certified: teamIds.reduce((sum, id) => sum + (team.get(id)?.certified ?? 0), 0), byCompetency };
    },
  };
}

/** The counts of one competency; nobody has evidence where the tally says nothing. */
export function countsOf(figures: TeamFigures, competency: string): Counts {
  return figures.byCompetency.get(competency) ?? { ...NOBODY, people: figures.people };
}

/** Figures of each of the scope's rows: a region with everything below it. */
export function perRow({ of }: { of: Of }, { teams, rows }: TeamScope): { team: TeamInScope; figures: TeamFigures }[] {
  return rows.map((team) => ({ team, figures: of(below(teams, team.id)) }));
}

/** Road counts by step: of each cohort, or of each team in scope. A past day does not keep chapters apart. */
export async function loadRoads(db: Kysely<DB>, { within, day }: Pick<TeamScope, "within" | "day">, by: "cohort" | "team", chapter: string | null = null): Promise<{ key: string; steps: Map<Step, RoadCounts> }[]> {
  const from = day === null ? sql`road_tally` : sql`snapshot_road`;
  const key = sql.ref(by === "cohort" ? "cohort_id" : "team_id");
  const { rows } = await sql<{ key: string; step: Step } & RoadCounts>`
    select ${key} as key, step, sum(roads)::int as roads, sum(reached)::int as reached, sum(done)::int as done, sum(failed)::int as failed,
      sum(done_seconds)::float8 as "doneSeconds", sum(open)::int as open, sum(open_since)::float8 as "openSince",
      sum(wait_learner)::int as learner, sum(wait_instructor)::int as instructor, sum(wait_examiner)::int as examiner, sum(wait_manager)::int as manager
    from ${from}
    where ${day === null ? sql`true` : sql`day = ${day}`} and team_id = any(${within}::uuid[])
      ${chapter !== null && day === null ? sql`and chapter_slug = ${chapter}` : sql``}
    group by ${key}, step`.execute(db);
  return [...groupBy(rows, (row) => row.key)].map(([one, group]) => ({ key: one, steps: new Map(group.map(({ key: _key, step, ...counts }) => [step, counts])) }));
}

/** Step by step, in their order, over several parts. */
export function sumRoads(parts: readonly { steps: Map<Step, RoadCounts> }[]): { step: Step; counts: RoadCounts }[] {
  return STEPS.map((step) => ({ step, counts: parts.reduce((sum, part) => addRoad(sum, part.steps.get(step) ?? NO_ROADS), NO_ROADS) }));
}
