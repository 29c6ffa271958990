import { type Kysely, type RawBuilder, sql, type SqlBool } from "kysely";
import type { DB } from "~/db/schema";
import { openMinor } from "./invoices-of.server";
import { addDays, BUCKETS, type Bucket, daysOutstandingTenths, DSO_DAYS } from "./receivable";

/** What a ledger comes to in one currency on a day; money in minor units as text, exact. */
export interface LedgerSums {
  currency: string;
  buckets: Record<Bucket, { minor: string; count: number }>;
  openMinor: string;
  overdueMinor: string;
  /** Share of the open money that is overdue, in tenths of a per cent; null when nothing is open. */
  overdueTenths: number | null;
  /** Billed in the last 90 days. */
  billedMinor: string;
  /** Days outstanding in tenths; null when nothing was billed. */
  dsoTenths: number | null;
}

interface BucketRow {
  currency: string;
  bucket: Bucket;
  minor: string;
  count: number;
}

/** Ageing, what is overdue, and days outstanding of the invoices `r` that `among` says, as of a day, by currency. */
export async function ledgerSums(db: Kysely<DB>, among: RawBuilder<SqlBool>, at: string): Promise<LedgerSums[]> {
  const from = addDays(at, -DSO_DAYS + 1);
  const open = sql`${openMinor(at)}::bigint`;
  const [aged, billed] = await Promise.all([
    sql<BucketRow>`
      select o.currency, case when o.overdue <= 0 then 'not-due' when o.overdue <= 30 then '1-30' when o.overdue <= 60 then '31-60' when o.overdue <= 90 then '61-90' else 'over-90' end as bucket,
        sum(o.open)::text as minor, count(*)::int as count
      from (select r.currency, ${at}::date - r.due_on as overdue, ${open} as open from receivable r where r.issued_on <= ${at}::date and ${among}) o
      where o.open <> 0 group by 1, 2`.execute(db),
    sql<{ currency: string; minor: string }>`select r.currency, sum(r.amount_minor)::text as minor from receivable r where r.issued_on between ${from}::date and ${at}::date and ${among} group by 1`.execute(db),
  ]);
  const currencies = [...new Set([...aged.rows, ...billed.rows].map(({ currency }) => currency))].sort();
  return currencies.map((currency) => {
    const buckets = Object.fromEntries(BUCKETS.map((bucket) => [bucket, { minor: "0", count: 0 }])) as LedgerSums["buckets"];
    for (const row of aged.rows) if (row.currency === currency) buckets[row.bucket] = { minor: row.minor, count: row.count };
    const all = BUCKETS.reduce((sum, bucket) => sum + BigInt(buckets[bucket].minor), 0n);
    const overdue = all - BigInt(buckets["not-due"].minor);
    const billedMinor = billed.rows.find((row) => row.currency === currency)?.minor ?? "0";
    const dso = daysOutstandingTenths(all, BigInt(billedMinor));
    return {
      currency,
      buckets,
      openMinor: all.toString(),
      overdueMinor: overdue.toString(),
      overdueTenths: all > 0n ? Number((overdue * 2000n + all) / (all * 2n)) : null,
      billedMinor,
      dsoTenths: dso === null ? null : Number(dso),
    };
  });
}
