import { type Kysely, sql } from "kysely";
import { type Competency, MIN_N } from "~/capability";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { BY_NAME } from "~/people/index.server";
import { COUNTED, countWhatIsNew } from "./count-again.server";
import { READY_AT, type Standing, standingOf, STANDINGS } from "./ready";
import type { TeamScope } from "./scope.server";
import { countsOf, loadFigures } from "./tallies.server";

export const PEOPLE_PAGE_SIZE = 50;

export interface PersonStanding {
  personId: string;
  name: string;
  nameLatin: string | null;
  team: Bilingual;
  standing: Standing;
  /** The estimate's interval, 0…1; null: there is none. */
  interval: { low: number; high: number } | null;
  /** Effective number of observations, and what a figure takes. */
  n: number;
  needed: number;
  newestAt: Date | null;
}

export interface PeopleOf {
  people: PersonStanding[];
  /** How many stand where, of all in sight. */
  counts: Record<Standing, number>;
  /** Of those asked for. */
  total: number;
}

/** The people behind a figure, by where they stand and then by name: never by a number. Today's; only of the teams in scope. */
export async function peopleOf(db: Kysely<DB>, { within }: Pick<TeamScope, "within">, { competency, standing, page }: { competency: Competency; standing: Standing | null; page: number }): Promise<PeopleOf> {
  await countWhatIsNew(db);
  const rows = sql`
    select p.id, p.name, p.name_latin, jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as team, c.low, c.high, coalesce(c.n, 0) as n, c.newest_at,
      case when c.low >= ${READY_AT} then 'ready' when c.high < ${READY_AT} then 'not-ready' when c.low is not null then 'unsure' else 'none' end as standing
    from team_membership m join person p on p.id = m.person_id join team t on t.id = m.team_id
    left join capability_estimate c on c.person_id = m.person_id and c.competency = ${competency}
    where m.team_id = any(${within}::uuid[]) and ${COUNTED}`;
  const [figures, listed] = await Promise.all([
    loadFigures(db, { within, day: null }),
    sql<{ id: string; name: string; nameLatin: string | null; team: Bilingual; low: number | null; high: number | null; n: number; newestAt: Date | null }>`
      select p.id, p.name, p.name_latin as "nameLatin", p.team, p.low, p.high, p.n, p.newest_at as "newestAt"
      from (${rows}) p ${standing === null ? sql`` : sql`where standing = ${standing}`}
      order by array_position(${[...STANDINGS]}::text[], standing), ${BY_NAME}, p.id limit ${PEOPLE_PAGE_SIZE} offset ${(page - 1) * PEOPLE_PAGE_SIZE}`.execute(db),
  ]);
  const { people: all, ready, notReady, unsure } = countsOf(figures.of(within), competency);
  const counts: Record<Standing, number> = { ready, "not-ready": notReady, unsure, none: all - ready - notReady - unsure };
  return {
    counts,
    total: standing === null ? STANDINGS.reduce((sum, key) => sum + counts[key], 0) : counts[standing],
    people: listed.rows.map(({ id, name, nameLatin, team, low, high, n, newestAt }) => {
      const interval = low === null || high === null ? null : { low, high };
      return { personId: id, name, nameLatin, team, standing: standingOf(interval), interval, n, needed: MIN_N, newestAt };
    }),
  };
}
