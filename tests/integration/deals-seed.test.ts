// The demo company's deals: there for everybody, plausible, the same for the same day.
import { describe, expect, test } from "vitest";
import { readCompany } from "../../db/seed/read-company";
import { seedCompany } from "../../db/seed/seed-company";
import { seedDeals } from "../../db/seed/deals";
import { dayOf } from "../../db/seed/story";
import { inTransaction } from "~/db/index.server";
import { daysFrom } from "~/deals";
import { dealsWithStageHistory, receivablesOf } from "~/deals/index.server";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const TODAY = new Date("2026-11-28T03:00:00Z");

describe("the demo's deals", () => {
  test("everybody who sells has two to six, over the past months, in an order that a deal can take", async () => {
    const company = await readCompany();
    const began = performance.now();
    const seeded = await inTransaction(t.db, "seed", async (trx) => {
      const people = await seedCompany(trx, company, dayOf(TODAY, -400, 1));
      await seedDeals(trx, company, people, TODAY);
      return people;
    });
    expect(performance.now() - began).toBeLessThan(30_000);
    const deals = await dealsWithStageHistory(t.db);
    const sellers = company.regions.flatMap((region) => region.teams).flatMap((team) => team.members);
    for (const seller of sellers) {
      const own = deals.filter((deal) => deal.ownerId === seeded.people.get(seller.id));
      expect(own.length, seller.id).toBeGreaterThanOrEqual(2);
      expect(own.length, seller.id).toBeLessThanOrEqual(6);
    }
    for (const deal of deals) {
      const days = deal.history.map(({ enteredOn }) => enteredOn);
      expect(days, deal.title).toEqual([...days].sort());
      expect(days.at(-1)! <= "2026-11-28").toBe(true);
    }
    expect(new Set(deals.map((deal) => `${deal.ownerId} ${deal.accountName} ${deal.title} ${deal.openedOn}`)).size).toBe(deals.length);
    const open = deals.filter((deal) => deal.closedOn === null);
    expect(open.length / deals.length).toBeGreaterThan(0.3);
    expect(open.length / deals.length).toBeLessThan(0.75);
    const story = deals.find((deal) => deal.title === "熔炼炉能耗监测一期");
    expect(story).toMatchObject({ stage: "won", amountMinor: "168000000", accountName: "申科精密压铸", ownerName: "林岚" });
    expect(story?.history.map(({ stage }) => stage)).toEqual(["contact", "find", "qualify", "clarify", "proposal", "won"]);
    const invoices = await receivablesOf(t.db, { dealIds: [story!.id], at: "2026-11-28" });
    expect(invoices).toMatchObject([{ number: "2609-031", openMinor: "0" }, { number: "2610-017", openMinor: "67200000", overdue: -20, bucket: "not-due" }]);
    const mean = (values: number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
    const stays = deals.flatMap((deal) => deal.history.filter(({ leftOn }) => leftOn !== null).map((span) => daysFrom(span.enteredOn, span.leftOn!)));
    expect(mean(stays)).toBeGreaterThan(20);
    expect(mean(stays)).toBeLessThan(70);
  });
});
