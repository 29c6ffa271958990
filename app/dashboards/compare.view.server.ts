import { type Kysely, sql } from "kysely";
import { type Competency, COMPETENCY_IDS, isCompetency } from "~/capability";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { type Step, STEPS } from "~/pipeline";
import { type Compared, againstEarlier, againstOthers, type Side } from "./compare";
import { COUNTED, countWhatIsNew } from "./count-again.server";
import { addDays } from "./day";
import { hasEvidence, READY_AT } from "./ready";
import { below, type TeamScope } from "./scope.server";
import { countsOf, loadFigures, loadRoads, perRow, sumRoads } from "./tallies.server";

/** What is compared: the share of people ready in a competency, or of roads through a step among those whose turn came. */
export type Measure = { kind: "ready"; competency: Competency } | { kind: "step"; step: Step };
export const COMPARE_BY = ["team", "cohort", "day"] as const;
export type CompareBy = (typeof COMPARE_BY)[number];

/** Kept days that are compared at most, and how far they lie apart at least. */
const DAYS_SHOWN = 6;
const DAYS_APART = 28;

export interface ComparedRow extends Compared {
  /** Of a team or cohort; a day has none. */
  name: Bilingual | null;
}

export interface CompareView {
  measure: Measure | null;
  by: CompareBy;
  rows: ComparedRow[];
  /** Competencies of which there is evidence in sight. */
  competencies: Competency[];
}

export function parseMeasure(text: string | null): Measure | null {
  const [kind, what = ""] = text?.split(":") ?? [];
  if (kind === "ready" && isCompetency(what)) return { kind, competency: what };
  if (kind === "step" && (STEPS as readonly string[]).includes(what)) return { kind, step: what as Step };
  return null;
}

/** Teams, cohorts or days side by side. Without a measure: the first competency of which there is evidence. */
export async function compareView(db: Kysely<DB>, scope: TeamScope, asked: { measure: Measure | null; by: CompareBy; today: string }): Promise<CompareView> {
  if (scope.day === null) await countWhatIsNew(db);
  const figures = await loadFigures(db, scope);
  const whole = figures.of(scope.within);
  const competencies = COMPETENCY_IDS.filter((competency) => hasEvidence(countsOf(whole, competency)));
  const measure = asked.measure ?? (competencies[0] ? { kind: "ready", competency: competencies[0] } : null);
  const rows = measure === null ? [] : await { team: byTeam, cohort: byCohort, day: byDay }[asked.by](db, scope, measure, asked.today);
  return { measure, by: asked.by, rows, competencies };
}

async function byTeam(db: Kysely<DB>, scope: TeamScope, measure: Measure): Promise<ComparedRow[]> {
  const names = new Map(scope.rows.map((team) => [team.id, team.name]));
  const sides = measure.kind === "ready" ? perRow(await loadFigures(db, scope), scope).map(({ team, figures }) => ({ key: team.id, k: countsOf(figures, measure.competency).ready, n: figures.people })) : await teamSteps(db, scope, measure.step);
  return againstOthers(sides).map((row) => ({ ...row, name: names.get(row.key) ?? null }));
}

async function teamSteps(db: Kysely<DB>, scope: TeamScope, step: Step): Promise<Side[]> {
  const parts = await loadRoads(db, scope, "team");
  return scope.rows.map((team) => {
    const ids = new Set(below(scope.teams, team.id));
    return stepSide(team.id, parts.filter((part) => ids.has(part.key)), step);
  });
}

function stepSide(key: string, parts: Awaited<ReturnType<typeof loadRoads>>, step: Step): Side {
  const counts = sumRoads(parts).find((one) => one.step === step)?.counts;
  return { key, k: counts?.done ?? 0, n: counts?.reached ?? 0 };
}

async function byCohort(db: Kysely<DB>, scope: TeamScope, measure: Measure): Promise<ComparedRow[]> {
  const parts = await loadRoads(db, scope, "cohort");
  const ids = parts.map(({ key }) => key);
  const { rows: cohorts } = await sql<{ id: string; name: string }>`select id, name from cohort where id = any(${ids}::uuid[]) order by starts_on desc, name`.execute(db);
  const ready = measure.kind === "ready" ? await readyByCohort(db, scope, ids, measure.competency) : null;
  const sides = cohorts.map(({ id }) => (measure.kind === "ready" ? (ready?.get(id) ?? { key: id, k: 0, n: 0 }) : stepSide(id, parts.filter(({ key }) => key === id), measure.step)));
  return againstOthers(sides).map((row, at) => ({ ...row, name: { zh: cohorts[at]!.name, en: cohorts[at]!.name } }));
}

/** Of each cohort's people in scope (who is in two counts in both); today's, for past days keep teams and not cohorts. */
async function readyByCohort(db: Kysely<DB>, { within }: TeamScope, cohortIds: readonly string[], competency: Competency): Promise<Map<string, Side>> {
  const { rows } = await sql<Side>`
    select e.cohort_id as key, (count(*) filter (where c.low >= ${READY_AT}))::int as k, count(*)::int as n
    from team_membership m join enrolment e on e.person_id = m.person_id and e.left_at is null and e.cohort_id = any(${cohortIds}::uuid[])
    left join capability_estimate c on c.person_id = m.person_id and c.competency = ${competency}
    where m.team_id = any(${within}::uuid[]) and ${COUNTED} group by e.cohort_id`.execute(db);
  return new Map(rows.map((row) => [row.key, row]));
}

async function byDay(db: Kysely<DB>, scope: TeamScope, measure: Measure, today: string): Promise<ComparedRow[]> {
  const days = await daysApart(db, scope.day ?? today);
  const sides = await Promise.all(
    days.map(async (day): Promise<Side> => {
      const at = { within: scope.within, day };
      if (measure.kind === "step") return stepSide(day, await loadRoads(db, at, "cohort"), measure.step);
      const counts = countsOf((await loadFigures(db, at)).of(scope.within), measure.competency);
      return { key: day, k: counts.ready, n: counts.people };
    }),
  );
  return againstEarlier(sides.filter(({ n }) => n > 0)).map((row) => ({ ...row, name: null }));
}

/** The newest day kept, and before it each time the next one that lies far enough back; in the order of time. */
async function daysApart(db: Kysely<DB>, until: string): Promise<string[]> {
  const rows = await db.selectFrom("dashboard_snapshot").select("day").where("day", "<=", until).orderBy("day", "desc").limit(DAYS_SHOWN * DAYS_APART * 2).execute();
  const days: string[] = [];
  for (const { day } of rows) if (days.length < DAYS_SHOWN && (days.length === 0 || day <= addDays(days.at(-1)!, -DAYS_APART))) days.push(day);
  return days.reverse();
}
