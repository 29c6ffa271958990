import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Step } from "~/pipeline";
import { countWhatIsNew } from "./count-again.server";
import { type FunnelStep, funnelOf } from "./road-counts";
import type { TeamScope } from "./scope.server";
import { loadRoads, sumRoads } from "./tallies.server";

export interface CohortRoads {
  id: string;
  name: string;
  team: Bilingual;
  startsOn: string;
  state: "draft" | "open" | "closed";
  steps: FunnelStep[];
  bottleneck: Step | null;
  /** The most roads that any step has. */
  roads: number;
}

export interface RoadsView {
  whole: { steps: FunnelStep[]; bottleneck: Step | null };
  /** Newest first. */
  cohorts: CohortRoads[];
  /** Chapters that can be asked for; empty for a past day, of which chapters are not kept apart. */
  chapters: { slug: string; title: Bilingual }[];
}

/** The eight steps of every cohort with people in sight: how many are through, how long it takes, where they wait and for whom. */
export async function roadsView(db: Kysely<DB>, scope: TeamScope, { chapter, now }: { chapter: string | null; now: Date }): Promise<RoadsView> {
  if (scope.day === null) await countWhatIsNew(db);
  const moment = scope.day === null ? now : new Date(Date.parse(`${scope.day}T16:00:00Z`));
  const parts = await loadRoads(db, scope, "cohort", chapter);
  const ids = parts.map(({ key }) => key);
  const [cohorts, chapters] = await Promise.all([
    sql<Omit<CohortRoads, "steps" | "bottleneck" | "roads">>`
      select c.id, c.name, jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as team, c.starts_on::text as "startsOn", c.state
      from cohort c join team t on t.id = c.team_id where c.id = any(${ids}::uuid[]) order by c.starts_on desc, c.name`.execute(db),
    scope.day !== null ? null : sql<{ slug: string; title: Bilingual }>`select slug, title from chapter where slug in (select distinct chapter_slug from road_tally where team_id = any(${scope.within}::uuid[])) order by number`.execute(db),
  ]);
  return {
    whole: funnelOf(sumRoads(parts), moment),
    cohorts: cohorts.rows.map((cohort) => {
      const funnel = funnelOf(sumRoads(parts.filter(({ key }) => key === cohort.id)), moment);
      return { ...cohort, ...funnel, roads: Math.max(0, ...funnel.steps.map(({ counts }) => counts.roads)) };
    }),
    chapters: chapters?.rows ?? [],
  };
}
