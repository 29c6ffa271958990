import { type Kysely, type RawBuilder, sql, type SqlBool } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";
import type { Deal } from "./deal";
import { DEAL_PAGE_SIZE, type DealListFilter } from "./deal-filter";
import { visibleTo } from "./deal-right.server";
import type { Money } from "./money";
import { dealOf, dealRows } from "./rows.server";
import { daysFrom, isOpen, OPEN_STAGES, type OpenStage, OUTCOMES, type Stage } from "./stage";
import { type StageLimits, stageLimits } from "./stage-limits.server";

export interface ListedDeal extends Deal {
  /** Days in the stage; the stage's deadline; beyond it. */
  age: number;
  limit: number | null;
  late: boolean;
  actionLate: boolean;
}

export interface StageSum {
  stage: Stage;
  count: number;
  late: number;
  sums: Money[];
}

export interface DealsPage {
  deals: ListedDeal[];
  total: number;
  /** Of everything that `of` and `state` reach, whatever else is narrowed. */
  stages: StageSum[];
  late: number;
  /** Action overdue, or none. */
  action: number;
  limits: StageLimits;
  mayWork: boolean;
  mayLead: boolean;
  of: DealListFilter["of"];
}

/** The deals of the actor, or of the people below: sums over all, one page of deals, those first that need something. */
export async function dealsPage(db: Kysely<DB>, actor: Actor, filter: DealListFilter, today: string): Promise<DealsPage> {
  const mayWork = holds(actor, "deal:work", { kind: "any" });
  const mayLead = holds(actor, "deal:view", { kind: "any" });
  const of = filter.of === "team" || !mayWork ? (mayLead ? "team" : "mine") : "mine";
  const limits = await stageLimits(db);
  const among = sql<SqlBool>`${of === "mine" ? sql<SqlBool>`d.owner_id = ${actor.id}` : sql<SqlBool>`${visibleTo(actor, "d.owner_id")} and d.owner_id <> ${actor.id}`} and ${filter.state === "open" ? sql`d.closed_on is null` : sql`d.closed_on is not null`}`;
  const late = lateBy(limits, today);
  const action = sql<SqlBool>`(d.closed_on is null and (d.next_action is null or d.next_action_due < ${today}::date))`;
  const narrowed = dealRows(db)
    .where(among)
    .$if(filter.stage !== null, (query) => query.where("d.stage", "=", filter.stage ?? "contact"))
    .$if(filter.only === "late", (query) => query.where(late))
    .$if(filter.only === "action", (query) => query.where(action))
    .$if(filter.search !== "", (query) => {
      const pattern = `%${filter.search.replace(/[\\%_]/g, "\\$&")}%`;
      return query.where((eb) => eb.or([eb("d.title", "ilike", pattern), eb("a.name", "ilike", pattern), eb("p.name", "ilike", pattern)]));
    });
  const [rows, counted, sums] = await Promise.all([
    narrowed.orderBy(stageOrder()).orderBy(late, "desc").orderBy(filter.state === "open" ? "d.stage_since" : "d.closed_on", filter.state === "open" ? "asc" : "desc").orderBy("d.id").limit(DEAL_PAGE_SIZE).offset((filter.page - 1) * DEAL_PAGE_SIZE).execute(),
    narrowed.clearSelect().select((eb) => eb.fn.countAll<string>().as("total")).executeTakeFirstOrThrow(),
    sumsOf(db, among, late, action),
  ]);
  const stages = filter.state === "open" ? OPEN_STAGES : OUTCOMES;
  return {
    deals: rows.map((row) => listed(dealOf(row), limits, today)),
    total: Number(counted.total),
    stages: stages.map((stage) => stageSum(stage, sums)),
    late: sums.reduce((all, row) => all + row.late, 0),
    action: sums.reduce((all, row) => all + row.action, 0),
    limits,
    mayWork,
    mayLead,
    of,
  };
}

/** A deal with its age against its stage's deadline. */
export function listed(deal: Deal, limits: StageLimits, today: string): ListedDeal {
  const limit = isOpen(deal.stage) ? limits[deal.stage] : null;
  const age = daysFrom(deal.stageSince, today);
  return { ...deal, age, limit, late: limit !== null && age > limit, actionLate: deal.closedOn === null && deal.nextAction !== null && deal.nextAction.due < today };
}

interface SumRow {
  stage: Stage;
  currency: string;
  count: number;
  late: number;
  action: number;
  minor: string;
}

function sumsOf(db: Kysely<DB>, among: RawBuilder<SqlBool>, late: RawBuilder<SqlBool>, action: RawBuilder<SqlBool>): Promise<SumRow[]> {
  return db
    .selectFrom("deal as d")
    .select(["d.stage", "d.currency"])
    .select([
      sql<number>`count(*)::int`.as("count"),
      sql<number>`(count(*) filter (where ${late}))::int`.as("late"),
      sql<number>`(count(*) filter (where ${action}))::int`.as("action"),
      sql<string>`sum(d.amount_minor)::text`.as("minor"),
    ])
    .where(among)
    .groupBy(["d.stage", "d.currency"])
    .orderBy("d.currency")
    .execute();
}

function stageSum(stage: Stage, rows: readonly SumRow[]): StageSum {
  const own = rows.filter((row) => row.stage === stage);
  return { stage, count: own.reduce((all, row) => all + row.count, 0), late: own.reduce((all, row) => all + row.late, 0), sums: own.map(({ minor, currency }) => ({ minor, currency })) };
}

/** Whether the deal `d` is beyond its stage's deadline on a day. */
export function lateBy(limits: StageLimits, today: string): RawBuilder<SqlBool> {
  const limit = sql.join(OPEN_STAGES.map((stage: OpenStage) => sql`when ${stage} then ${limits[stage]}::int`), sql` `);
  return sql<SqlBool>`(d.closed_on is null and ${today}::date - d.stage_since > case d.stage ${limit} end)`;
}

function stageOrder() {
  return sql`array_position(array['proposal', 'clarify', 'qualify', 'find', 'contact', 'won', 'lost'], d.stage)`;
}
