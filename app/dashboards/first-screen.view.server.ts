import { type Kysely, sql } from "kysely";
import { COMPETENCY_IDS, type Competency, type CompetencyGroup, COMPETENCIES } from "~/capability";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { addDays, COMPANY_TIME_ZONE } from "./day";
import { countWhatIsNew } from "./count-again.server";
import { type DecidedGap, newestDecisions } from "./decide-gap.server";
import { type EffectAnswer, type Metric, METRICS } from "./effect";
import { type FieldActs, fieldActs } from "./field-shares.server";
import { type Gap, largestGaps } from "./gaps";
import { applicationsToReady } from "./needs.server";
import { type Counts, hasEvidence, unknownOf } from "./ready";
import { below, type TeamInScope, type TeamScope } from "./scope.server";
import { countsOf, loadFigures, perRow, type TeamFigures } from "./tallies.server";
import { type Change, changeOf } from "./trend";

/** How many gaps become cards. */
export const CARDS = 3;
/** How far back a change is looked for, in days. */
export const TREND_DAYS = 28;

export interface CompetencyLine {
  competency: Competency;
  group: CompetencyGroup;
  counts: Counts;
  /** Of the share of people who are ready; null where chance may have made it. */
  change: Change | null;
}

export interface GapCard extends Gap {
  decision: DecidedGap | null;
  /** Where most of it lies, among the teams just below. */
  where: { team: TeamInScope; counts: Counts } | null;
  /** Confirmed applications gone well that a typical person who is not ready lacks; null where nobody can say. */
  applications: number | null;
}

export interface EffectLine {
  metric: Metric;
  answer: EffectAnswer;
}

export interface FirstScreen {
  day: string;
  people: number;
  lines: CompetencyLine[];
  /** Competencies of which there is no evidence of anybody. */
  silent: Competency[];
  cards: GapCard[];
  coaching: { coached: number; people: number };
  sheets: { withSheet: number; certified: number };
  /** The kept effect of the part shown, and of which day it is; null: none was kept yet, or the part is a single team. */
  effect: { day: string; lines: EffectLine[] } | null;
  /** The earlier day that changes are measured against; null: none was kept. */
  since: string | null;
}

/** Everything on the executives' first screen, of now or of the scope's day. */
export async function firstScreen(db: Kysely<DB>, scope: TeamScope, now: Date): Promise<FirstScreen> {
  if (scope.day === null) await countWhatIsNew(db);
  const day = scope.day ?? isoDay(now, COMPANY_TIME_ZONE);
  const since = await keptDay(db, addDays(day, -TREND_DAYS));
  const [figures, then, acts, effect, decisions] = await Promise.all([
    loadFigures(db, scope),
    since === null ? null : loadFigures(db, { within: scope.within, day: since }),
    scope.day === null ? fieldActs(db, scope.within, day) : keptActs(db, scope.within, scope.day),
    keptEffect(db, scope, day),
    scope.top ? newestDecisions(db, scope.top.id) : new Map<string, DecidedGap>(),
  ]);
  const whole = figures.of(scope.within);
  const before = then?.of(scope.within) ?? null;
  const evident = COMPETENCY_IDS.filter((competency) => hasEvidence(countsOf(whole, competency)));
  const rows = perRow(figures, scope);
  const gaps = largestGaps(whole.byCompetency, CARDS);
  const applications = scope.day === null ? await applicationsToReady(db, scope.within, gaps.map(({ competency }) => competency)) : new Map<string, number | null>();
  return {
    day,
    people: whole.people,
    lines: evident.map((competency) => lineOf(competency, whole, before)),
    silent: COMPETENCY_IDS.filter((competency) => !evident.includes(competency)),
    cards: gaps.map((gap) => ({ ...gap, decision: decisions.get(gap.competency) ?? null, where: rows.length > 1 ? whereOf(gap, rows) : null, applications: applications.get(gap.competency) ?? null })),
    coaching: { coached: acts.reduce((sum, row) => sum + row.coached, 0), people: whole.people },
    sheets: { withSheet: acts.reduce((sum, row) => sum + row.withSheet, 0), certified: whole.certified },
    effect,
    since,
  };
}

function lineOf(competency: Competency, whole: TeamFigures, before: TeamFigures | null): CompetencyLine {
  const counts = countsOf(whole, competency);
  const then = before && countsOf(before, competency);
  return { competency, group: COMPETENCIES[competency], counts, change: then && changeOf({ k: counts.ready, n: counts.people }, { k: then.ready, n: then.people }) };
}

/** The team with most people known not to be ready; where none is, with most of whom nothing is known. */
function whereOf({ competency, kind }: Gap, rows: readonly { team: TeamInScope; figures: TeamFigures }[]): GapCard["where"] {
  const all = rows.map(({ team, figures }) => ({ team, counts: countsOf(figures, competency) }));
  const size = ({ counts }: { counts: Counts }) => (kind === "known" ? counts.notReady : unknownOf(counts));
  return all.sort((a, b) => size(b) - size(a))[0] ?? null;
}

/** The last day kept that is not after `day`. */
export async function keptDay(db: Kysely<DB>, day: string): Promise<string | null> {
  const row = await db.selectFrom("dashboard_snapshot").select("day").where("day", "<=", day).orderBy("day", "desc").limit(1).executeTakeFirst();
  return row?.day ?? null;
}

/** What was done in the field, as it was kept on a past day. */
async function keptActs(db: Kysely<DB>, teamIds: readonly string[], day: string): Promise<FieldActs[]> {
  return db.selectFrom("snapshot_team").select(["team_id as teamId", "with_sheet as withSheet", "coached"]).where("day", "=", day).where("team_id", "=", sql<string>`any(${teamIds}::uuid[])`).execute();
}

/** The answers kept for the part shown: those of the topmost team in sight that has teams below. */
export async function keptEffect(db: Kysely<DB>, scope: TeamScope, day: string): Promise<FirstScreen["effect"]> {
  const top = scope.top?.id ?? null;
  if (top === null || below(scope.teams, top).length < 2) return null;
  const rows = await db
    .selectFrom("snapshot_effect")
    .select(["day", "metric", "answer"])
    .where("team_id", "=", top)
    .where("day", "=", (eb) => eb.selectFrom("snapshot_effect").select("day").where("team_id", "=", top).where("day", "<=", day).orderBy("day", "desc").limit(1))
    .execute();
  return rows[0] ? { day: rows[0].day, lines: METRICS.flatMap((metric) => rows.filter((row) => row.metric === metric).map(({ answer }) => ({ metric, answer: answer as EffectAnswer }))) } : null;
}
