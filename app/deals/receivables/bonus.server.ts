import { type Kysely, type RawBuilder, sql, type SqlBool, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { openMinor } from "./invoices-of.server";
import { bonusOf, quarterOf } from "./receivable";

/** On what the bonus is, and how much of it. */
export interface BonusRule {
  base: "profit" | "revenue";
  /** Per cent, as a decimal text: "6.5". */
  ratePercent: string;
  validFrom: string;
}

/** What a quarter's invoices and bad debts do to the bonus, in one currency; money in minor units as text. */
export interface BonusEffect {
  currency: string;
  rule: BonusRule;
  baseMinor: string;
  badDebtMinor: string;
  overdueMinor: string;
  gross: string;
  deduction: string;
  bonus: string;
  /** What everything overdue would take away if it went bad, and what would be left. */
  atRisk: string;
  ifLost: string;
  /** Invoices without a cost where the bonus is on profit: they are counted with their whole revenue, and that is said. */
  withoutCost: number;
}

/** The rule that holds on a day; null when the company has set none. */
export async function bonusRule(db: Kysely<DB>, day: string): Promise<BonusRule | null> {
  const row = await db.selectFrom("bonus_rule").select(["base", "rate_percent", "valid_from"]).where("valid_from", "<=", day).orderBy("valid_from", "desc").executeTakeFirst();
  return row ? { base: row.base, ratePercent: row.rate_percent, validFrom: row.valid_from } : null;
}

/** Sets the rule from a day on. `rate`: per cent with at most three decimals, 0–100. */
export async function setBonusRule(trx: Transaction<DB>, actor: Actor, rule: BonusRule & { now: Date }): Promise<Result<undefined, { code: "not-yours" } | { code: "rate" }>> {
  if (!holds(actor, "people:manage", { kind: "company" })) return fail({ code: "not-yours" });
  if (!/^\d{1,3}(\.\d{1,3})?$/.test(rule.ratePercent) || Number(rule.ratePercent) > 100) return fail({ code: "rate" });
  const values = { base: rule.base, rate_percent: rule.ratePercent, set_by: actor.id, set_at: rule.now };
  await trx.insertInto("bonus_rule").values({ valid_from: rule.validFrom, ...values }).onConflict((conflict) => conflict.column("valid_from").doUpdateSet(values)).execute();
  await writeAudit(trx, { actorId: actor.id, action: "set-bonus-rule", subject: { kind: "company", id: "deals" }, details: { base: rule.base, ratePercent: rule.ratePercent, validFrom: rule.validFrom } });
  return ok();
}

interface PeriodRow {
  currency: string;
  base: string;
  without_cost: number;
  bad: string;
  overdue: string;
}

/** Bonus = what was billed in the quarter (or its profit) × rate − what was written off in it × rate; of the invoices `r` that `among` says, by currency. */
export async function bonusEffects(db: Kysely<DB>, among: RawBuilder<SqlBool>, today: string): Promise<BonusEffect[]> {
  const rule = await bonusRule(db, today);
  if (!rule) return [];
  const { from, to } = quarterOf(today);
  const gain = rule.base === "profit" ? sql`r.amount_minor - coalesce(r.cost_minor, 0)` : sql`r.amount_minor`;
  const inQuarter = sql<SqlBool>`r.issued_on between ${from}::date and ${to}::date`;
  const bad = sql`coalesce((select sum(e.amount_minor) from receivable_entry e where e.receivable_id = r.id and e.kind = 'write-off' and e.booked_on between ${from}::date and ${to}::date), 0)`;
  const { rows } = await sql<PeriodRow>`
    select r.currency, coalesce(sum(${gain}) filter (where ${inQuarter}), 0)::text as base, (count(*) filter (where ${inQuarter} and r.cost_minor is null))::int as without_cost,
      sum(${bad})::text as bad, coalesce(sum(${openMinor(today)}::bigint) filter (where r.due_on < ${today}::date), 0)::text as overdue
    from receivable r where ${among} group by 1 order by 1`.execute(db);
  return rows.map((row) => {
    const sums = bonusOf({ base: BigInt(row.base), badDebt: BigInt(row.bad), overdue: BigInt(row.overdue), ratePercent: rule.ratePercent });
    const text = Object.fromEntries(Object.entries(sums).map(([name, value]) => [name, value.toString()])) as Record<keyof typeof sums, string>;
    return { currency: row.currency, rule, baseMinor: row.base, badDebtMinor: row.bad, overdueMinor: row.overdue, ...text, withoutCost: rule.base === "profit" ? row.without_cost : 0 };
  });
}
