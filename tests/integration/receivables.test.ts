// The ledger: sums to the cent against a model that adds bigints, letters, bonus, whose it is.
import fc from "fast-check";
import { sql, type SqlBool } from "kysely";
import { beforeAll, describe, expect, test } from "vitest";
import { bookEntry, bonusEffects, enterInvoice, ledgerSums, noteLetter, receivablePage, receivablesOf, receivablesPage, setBonusRule } from "~/deals/index.server";
import { randomFrom } from "~/platform/random";
import { NOW, salesWorld, type SalesWorld, TODAY } from "../factories/deals";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let w: SalesWorld;
beforeAll(async () => {
  w = await salesWorld(t.db);
});
const dayBefore = (days: number) => new Date(Date.parse(TODAY) - days * 86_400_000).toISOString().slice(0, 10);
const ALL = { of: "mine", show: "all", page: 1 } as const;

interface ModelInvoice {
  currency: string;
  amount: bigint;
  issued: number;
  due: number;
  entries: { on: number; amount: bigint; kind: "payment" | "write-off" | "credit" }[];
}

/** What the ledger says of invoices on a day, added up by hand. Days count back from that day. */
function model(invoices: readonly ModelInvoice[], currency: string) {
  const own = invoices.filter((invoice) => invoice.currency === currency && invoice.issued >= 0);
  const open = own.map((invoice) => ({ ...invoice, open: invoice.entries.filter(({ on }) => on >= 0).reduce((left, { amount }) => left - amount, invoice.amount) }));
  const sum = (from: number, to: number) => open.filter(({ due }) => due >= from && due <= to).reduce((all, one) => all + one.open, 0n).toString();
  return {
    "not-due": sum(-10_000, 0),
    "1-30": sum(1, 30),
    "31-60": sum(31, 60),
    "61-90": sum(61, 90),
    "over-90": sum(91, 10_000),
    billed: own.filter(({ issued }) => issued < 90).reduce((all, { amount }) => all + amount, 0n).toString(),
  };
}

describe("the sums", () => {
  test("are exact to the cent, against a seeded ledger of invoices with parts, credits, mistakes put right and bad debt", async () => {
    const seeds = fc.sample(fc.integer(), { numRuns: 6, seed: 20261128 });
    for (const seed of seeds) {
      const world = await salesWorld(t.db);
      const random = randomFrom(`ledger ${seed}`);
      const invoices: ModelInvoice[] = Array.from({ length: 40 }, () => {
        const issued = Math.floor(random() * 260) - 20;
        const amount = BigInt(Math.floor(random() * 1e9)) * 10n ** BigInt(Math.floor(random() * 8)) + 1n;
        const entries: ModelInvoice["entries"] = [];
        let left = amount;
        while (random() < 0.6 && left > 3n) {
          const part = (left * BigInt(1 + Math.floor(random() * 99))) / 100n || 1n;
          entries.push({ on: Math.floor(random() * 120) - 10, amount: part, kind: random() < 0.7 ? "payment" : random() < 0.5 ? "credit" : "write-off" });
          left -= part;
          if (random() < 0.15) {
            entries.push({ on: Math.floor(random() * 60), amount: -part, kind: "payment" });
            left += part;
          }
        }
        return { currency: random() < 0.8 ? "CNY" : "USD", amount, issued, due: issued - Math.floor(random() * 90), entries };
      });
      for (const [at, invoice] of invoices.entries()) {
        const { id: account_id } = await t.db.insertInto("account").values({ name: `客户 ${seed} ${at}`, industry: null, city: null, owner_id: world.seller.id, source: null, external_key: null, created_by: null, created_at: NOW, changed_at: NOW }).returning("id").executeTakeFirstOrThrow();
        const { id } = await t.db
          .insertInto("receivable")
          .values({ account_id, deal_id: null, owner_id: world.seller.id, number: `F${at}`, amount_minor: invoice.amount.toString(), cost_minor: null, currency: invoice.currency, issued_on: dayBefore(invoice.issued), delivered_on: null, due_on: dayBefore(invoice.due), source: null, external_key: null, created_by: null, created_at: NOW, changed_at: NOW })
          .returning("id")
          .executeTakeFirstOrThrow();
        if (invoice.entries.length > 0) await t.db.insertInto("receivable_entry").values(invoice.entries.map((entry) => ({ receivable_id: id, kind: entry.kind, booked_on: dayBefore(entry.on), amount_minor: entry.amount.toString(), reference: null, source: null, external_key: null, by_id: null, at: NOW }))).execute();
      }
      const among = sql<SqlBool>`r.owner_id = ${world.seller.id}`;
      for (const sums of await ledgerSums(t.db, among, TODAY)) {
        const { billed, ...buckets } = model(invoices, sums.currency);
        expect(Object.fromEntries(Object.entries(sums.buckets).map(([bucket, { minor }]) => [bucket, minor])), `seed ${seed}, ${sums.currency}`).toEqual(buckets);
        expect(sums.billedMinor).toBe(billed);
        expect(sums.openMinor).toBe(Object.values(buckets).reduce((all, minor) => all + BigInt(minor), 0n).toString());
        expect(sums.overdueMinor).toBe((BigInt(sums.openMinor) - BigInt(buckets["not-due"])).toString());
      }
      // Line by line the same, also on an earlier day.
      for (const back of [0, 45]) {
        const lines = await receivablesOf(t.db, { ownerIds: [world.seller.id], at: dayBefore(back) });
        const total = lines.filter(({ currency }) => currency === "CNY").reduce((all, { openMinor }) => all + BigInt(openMinor), 0n);
        const then = invoices.map((invoice) => ({ ...invoice, issued: invoice.issued - back, due: invoice.due - back, entries: invoice.entries.map((entry) => ({ ...entry, on: entry.on - back })) }));
        const { billed: _, ...buckets } = model(then, "CNY");
        expect(total).toBe(Object.values(buckets).reduce((all, minor) => all + BigInt(minor), 0n));
        const [sums] = await ledgerSums(t.db, among, dayBefore(back));
        expect(sums?.openMinor).toBe(total.toString());
      }
    }
  });
});

describe("an invoice", () => {
  const invoice = (change: object = {}) => ({ number: `I-${Math.random().toString(36).slice(2)}`, account: { name: "嘉桓注塑" }, dealId: null, amountMinor: "9600050", costMinor: null, currency: "CNY", issuedOn: "2026-08-01", deliveredOn: null, dueOn: "2026-10-13", now: NOW, ...change });

  test("is its owner's; managers look on, and for others there is none", async () => {
    const entered = await w.run((trx) => enterInvoice(trx, w.seller, invoice()));
    if (!entered.ok) throw new Error(entered.error.code);
    const { receivableId } = entered.value;
    const book = (actor: typeof w.seller, amountMinor: string, on = TODAY) => w.run((trx) => bookEntry(trx, actor, { receivableId, kind: "payment", bookedOn: on, amountMinor, reference: null, now: NOW }));
    expect(await receivablePage(t.db, w.seller, receivableId, TODAY)).toMatchObject({ mayWork: true, invoice: { openMinor: "9600050", overdue: 46 } });
    expect(await receivablePage(t.db, w.manager, receivableId, TODAY)).toMatchObject({ mayWork: false });
    for (const outsider of w.outsiders) {
      expect(await receivablePage(t.db, outsider, receivableId, TODAY)).toBeUndefined();
      expect(await book(outsider, "1")).toMatchObject({ error: { code: "not-found" } });
      expect(await w.run((trx) => noteLetter(trx, outsider, { receivableId, letter: "notice", sentOn: TODAY, now: NOW }))).toMatchObject({ error: { code: "not-found" } });
      expect((await receivablesPage(t.db, outsider, { ...ALL, of: "team" }, TODAY)).invoices.map(({ id }) => id)).not.toContain(receivableId);
    }
    expect(await book(w.manager, "1")).toMatchObject({ error: { code: "not-found" } });
    expect(await book(w.seller, "9600051")).toMatchObject({ error: { code: "more-than-open" } });
    expect(await book(w.seller, "1", "2026-11-29")).toMatchObject({ error: { code: "future" } });
    expect(await book(w.seller, "0")).toMatchObject({ error: { code: "amount" } });
    expect(await book(w.seller, "-1")).toMatchObject({ error: { code: "more-than-open" } });
    // Two at once never take more than is open.
    const both = await Promise.all([book(w.seller, "6000000"), book(w.seller, "6000000")]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await book(w.seller, "-1000000")).toMatchObject({ ok: true });
    expect(await receivablePage(t.db, w.seller, receivableId, TODAY)).toMatchObject({ invoice: { openMinor: "4600050", paidMinor: "5000000", letterDue: { letter: "notice", since: "2026-11-13" } }, entries: [{ amountMinor: "6000000" }, { amountMinor: "-1000000" }] });
    await w.run((trx) => noteLetter(trx, w.seller, { receivableId, letter: "notice", sentOn: "2026-11-14", now: NOW }));
    await w.run((trx) => noteLetter(trx, w.seller, { receivableId, letter: "notice", sentOn: "2026-11-14", now: NOW }));
    expect(await receivablePage(t.db, w.seller, receivableId, TODAY)).toMatchObject({ invoice: { letterDue: null, letters: [{ letter: "notice", on: "2026-11-14" }] } });
    await expect(t.db.deleteFrom("receivable_entry").where("receivable_id", "=", receivableId).execute()).rejects.toThrow("append-only");
    expect((await receivablesPage(t.db, w.manager, { ...ALL, of: "team" }, TODAY)).invoices.map(({ id }) => id)).toContain(receivableId);
  });

  test("is not entered twice, for a foreign deal, for nothing, or due before it was written", async () => {
    const number = "DOPPELT-1";
    expect(await w.run((trx) => enterInvoice(trx, w.seller, invoice({ number })))).toMatchObject({ ok: true });
    expect(await w.run((trx) => enterInvoice(trx, w.seller, invoice({ number })))).toMatchObject({ error: { code: "number-taken" } });
    const dealId = await w.deal();
    expect(await w.run((trx) => enterInvoice(trx, w.stranger, invoice({ dealId })))).toMatchObject({ error: { code: "unknown-deal" } });
    expect(await w.run((trx) => enterInvoice(trx, w.seller, invoice({ amountMinor: "0" })))).toMatchObject({ error: { code: "amount" } });
    expect(await w.run((trx) => enterInvoice(trx, w.seller, invoice({ dueOn: "2026-07-31" })))).toMatchObject({ error: { code: "due-before-issue" } });
    expect(await w.run((trx) => enterInvoice(trx, w.executive, invoice()))).toMatchObject({ error: { code: "not-yours" } });
  });

  test("and its bad debt make the bonus of the quarter, by the rule that holds then", async () => {
    const world = await salesWorld(t.db);
    const among = sql<SqlBool>`r.owner_id = ${world.seller.id}`;
    expect(await bonusEffects(t.db, among, TODAY)).toEqual([]);
    const rule = (base: "profit" | "revenue", ratePercent: string, validFrom: string) => world.run((trx) => setBonusRule(trx, world.people.admin, { base, ratePercent, validFrom, now: NOW }));
    expect(await world.run((trx) => setBonusRule(trx, world.manager, { base: "profit", ratePercent: "5", validFrom: TODAY, now: NOW }))).toMatchObject({ error: { code: "not-yours" } });
    expect(await rule("profit", "100.5", TODAY)).toMatchObject({ error: { code: "rate" } });
    expect(await rule("profit", "6.5", "2026-01-01")).toMatchObject({ ok: true });
    expect(await rule("revenue", "1.25", "2027-01-01")).toMatchObject({ ok: true });
    const enter = async (change: object) => {
      const entered = await world.run((trx) => enterInvoice(trx, world.seller, invoice(change)));
      if (!entered.ok) throw new Error(entered.error.code);
      return entered.value.receivableId;
    };
    await enter({ amountMinor: "168000000", costMinor: "119360040", issuedOn: "2026-10-02", dueOn: "2026-12-30" });
    await enter({ amountMinor: "100", issuedOn: "2026-11-02", dueOn: "2026-12-30" });
    const bad = await enter({ amountMinor: "5800000", issuedOn: "2026-05-01", dueOn: "2026-08-01" });
    await enter({ amountMinor: "9600000", issuedOn: "2026-06-01", dueOn: "2026-10-13" });
    await world.run((trx) => bookEntry(trx, world.seller, { receivableId: bad, kind: "write-off", bookedOn: "2026-11-08", amountMinor: "5800000", reference: "无人接听", now: NOW }));
    expect(await bonusEffects(t.db, among, TODAY)).toMatchObject([{ baseMinor: "48640060", badDebtMinor: "5800000", overdueMinor: "9600000", gross: "3161604", deduction: "377000", bonus: "2784604", atRisk: "624000", ifLost: "2160604", withoutCost: 1, rule: { base: "profit" } }]);
    expect(await bonusEffects(t.db, among, "2027-01-05")).toMatchObject([{ rule: { base: "revenue" }, baseMinor: "0", badDebtMinor: "0" }]);
    expect((await receivablesPage(t.db, world.seller, { ...ALL, show: "overdue" }, TODAY)).invoices).toMatchObject([{ amountMinor: "9600000" }]);
  });
});
