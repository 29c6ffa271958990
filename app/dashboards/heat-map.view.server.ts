import type { Kysely } from "kysely";
import { COMPETENCY_IDS, type Competency } from "~/capability";
import type { DB } from "~/db/schema";
import { countWhatIsNew } from "./count-again.server";
import { type Counts, hasEvidence } from "./ready";
import type { TeamInScope, TeamScope } from "./scope.server";
import { below } from "./scope.server";
import { countsOf, loadFigures, perRow } from "./tallies.server";

export interface HeatRow {
  team: TeamInScope;
  people: number;
  /** Whether it has teams below to go down to. */
  opens: boolean;
  cells: { competency: Competency; counts: Counts }[];
}

export interface HeatMap {
  /** Competencies of which there is evidence of anybody in sight, in their order. */
  competencies: Competency[];
  rows: HeatRow[];
  whole: Omit<HeatRow, "team" | "opens">;
}

/** Teams against competencies: for each the people who are ready, are not, of whom nobody knows. */
export async function heatMap(db: Kysely<DB>, scope: TeamScope): Promise<HeatMap> {
  if (scope.day === null) await countWhatIsNew(db);
  const figures = await loadFigures(db, scope);
  const all = figures.of(scope.within);
  const competencies = COMPETENCY_IDS.filter((competency) => hasEvidence(countsOf(all, competency)));
  const cellsOf = (of: typeof all) => competencies.map((competency) => ({ competency, counts: countsOf(of, competency) }));
  return {
    competencies,
    rows: perRow(figures, scope).map(({ team, figures: own }) => ({ team, people: own.people, opens: team.id !== scope.top?.id && below(scope.teams, team.id).length > 1, cells: cellsOf(own) })),
    whole: { people: all.people, cells: cellsOf(all) },
  };
}
