/** A sales team with a manager and an executive above it, strangers beside it, and deals made by the use cases. */
import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { createDeal, moveStage, type NewDeal } from "~/deals/index.server";
import type { Actor } from "~/people";
import { makePeople } from "./people";

export const NOW = new Date("2026-11-28T04:00:00Z");
export const TODAY = "2026-11-28";

/** People of one company: who sells, who leads them, and who has no part in it. */
export async function salesWorld(db: Kysely<DB>) {
  const people = await makePeople(db);
  const region = await people.team();
  const teamId = await people.team(region);
  const otherTeam = await people.team();
  const joined = new Date("2026-01-01T00:00:00Z");
  const in_ = async (team: string, role: "learner" | "manager" | "executive" = "learner", scope?: string): Promise<Actor & { email: string }> => {
    const { id } = await people.person({ teamId: team, roles: [[role, scope === undefined ? { kind: "company" } : { kind: "team", teamId: scope }]], now: joined });
    return people.reload(id);
  };
  const [seller, colleague, manager, executive, stranger, otherManager] = [await in_(teamId), await in_(teamId), await in_(teamId, "manager", teamId), await in_(region, "executive", region), await in_(otherTeam), await in_(otherTeam, "manager", otherTeam)];
  const run = <T>(work: (trx: Transaction<DB>) => Promise<T>) => inTransaction(db, "test", work);
  return {
    people,
    teamId,
    otherTeam,
    seller,
    colleague,
    manager,
    executive,
    stranger,
    otherManager,
    /** Everybody who must not learn that a deal of the seller's exists. */
    outsiders: [colleague, stranger, otherManager, people.admin],
    run,
    /** A deal of the seller's, in the first stage since 60 days ago. */
    async deal(change: Partial<NewDeal> = {}): Promise<string> {
      const made = await run((trx) => createDeal(trx, { title: "熔炼炉监测", account: { name: `申科 ${randomUUID().slice(0, 6)}` }, amountMinor: "168000000", currency: "CNY", expectedClose: "2027-02-01", stage: "contact", since: "2026-09-29", actor: seller, now: NOW, ...change }));
      if (!made.ok) throw new Error(made.error.code);
      return made.value.dealId;
    },
    async move(dealId: string, stage: "find" | "qualify" | "clarify" | "proposal", on: string): Promise<void> {
      const moved = await run((trx) => moveStage(trx, { dealId, stage, on, actor: seller, now: NOW }));
      if (!moved.ok) throw new Error(moved.error.code);
    },
  };
}

export type SalesWorld = Awaited<ReturnType<typeof salesWorld>>;
