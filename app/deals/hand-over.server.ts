import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds, reachOf } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { setSheetMembers, setSheetTeam } from "~/sheets/index.server";
import type { Via } from "./deal";
import { dealRight } from "./deal-right.server";
import { writeDealEvent } from "./timeline-event.server";

export type HandOverError = { code: "not-found" } | { code: "unknown-owner" };

/** Gives a deal to another salesperson: a manager of both may, so that nothing is lost when somebody goes. */
export async function handOverDeal(trx: Transaction<DB>, { dealId, toId, actor, now, via = "page" }: { dealId: string; toId: string; actor: Actor; now: Date; via?: Via }): Promise<Result<undefined, HandOverError>> {
  const right = await dealRight(trx, actor, dealId);
  if (right !== "coach") return fail({ code: "not-found" });
  if (!(await mayOwn(trx, actor, [toId])).has(toId)) return fail({ code: "unknown-owner" });
  await writeOwner(trx, { dealId, toId, byId: actor.id, via, now });
  return ok();
}

/** Those of `personIds` for whom `actor` may bring in deals and invoices: themselves, and the salespeople they coach. */
export async function mayOwn(db: Kysely<DB>, actor: Actor, personIds: readonly string[]): Promise<Set<string>> {
  const own = holds(actor, "deal:work", { kind: "any" }) ? personIds.filter((id) => id === actor.id) : [];
  const others = personIds.filter((id) => id !== actor.id);
  if (others.length === 0) return new Set(own);
  const reach = reachOf(actor, "field:coach");
  if (!reach.all && reach.teamIds.length === 0) return new Set(own);
  const rows = await db
    .selectFrom("person as p")
    .select("p.id")
    .where("p.id", "in", [...new Set(others)])
    .where("p.state", "=", "active")
    .where(sql<boolean>`exists (select from role_grant g where g.person_id = p.id and g.revoked_at is null and g.role in ('learner', 'manager'))`)
    .$if(!reach.all, (query) => query.where(sql<boolean>`exists (select from team_membership m where m.person_id = p.id and m.valid_to is null and m.team_id = any(${reach.all ? [] : reach.teamIds}::uuid[]))`))
    .execute();
  return new Set([...own, ...rows.map(({ id }) => id)]);
}

/** Writes the new owner; their sheets on the deal go along, and with them who may look in. Rights are the caller's matter. */
export async function writeOwner(trx: Transaction<DB>, { dealId, toId, byId, via, now }: { dealId: string; toId: string; byId: string | null; via: Via; now: Date }): Promise<void> {
  const before = await trx.selectFrom("deal as d").innerJoin("person as p", "p.id", "d.owner_id").select(["d.owner_id", "p.name"]).where("d.id", "=", dealId).forUpdate("d").executeTakeFirstOrThrow();
  if (before.owner_id === toId) return;
  const next = await trx.selectFrom("person as p").leftJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.valid_to", "is", null)).select(["p.name", "m.team_id"]).where("p.id", "=", toId).executeTakeFirstOrThrow();
  await trx.updateTable("deal").set((eb) => ({ owner_id: toId, changed_at: now, version: eb("version", "+", 1) })).where("id", "=", dealId).execute();
  const sheets = await trx.selectFrom("deal_sheet").select("sheet_id").where("deal_id", "=", dealId).where("removed_at", "is", null).execute();
  for (const { sheet_id: sheetId } of sheets) {
    await setSheetTeam(trx, { sheetId, teamId: next.team_id });
    await setSheetMembers(trx, { sheetId, members: [{ personId: toId, may: "edit" }, { personId: before.owner_id, may: "read" }], now });
  }
  await writeDealEvent(trx, { dealId, kind: "owner", details: { from: before.name, to: next.name }, byId, via, now });
}
