import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import type { Via } from "./deal";
import { dealRight } from "./deal-right.server";
import { writeDealEvent } from "./timeline-event.server";

export interface NextActionInput {
  dealId: string;
  /** Null: it is done, or there is none. */
  action: { text: string; ownerId: string; due: string } | null;
  actor: Actor;
  now: Date;
  via?: Via;
}

export type NextActionError = { code: "not-found" } | { code: "text-needed" } | { code: "unknown-person" };

/** Says what is done next by whom and when. The salesperson says it; so does who coaches them (a sales meeting's commitment). */
export async function setNextAction(trx: Transaction<DB>, { dealId, action, actor, now, via = "page" }: NextActionInput): Promise<Result<undefined, NextActionError>> {
  const right = await dealRight(trx, actor, dealId);
  if (right !== "work" && right !== "coach") return fail({ code: "not-found" });
  if (action && action.text.trim() === "") return fail({ code: "text-needed" });
  return writeNextAction(trx, { dealId, action, byId: actor.id, via, now });
}

/** The same without asking for rights: for imports, the API and meetings, which have asked already. */
export async function writeNextAction(trx: Transaction<DB>, { dealId, action, byId, via, now }: Pick<NextActionInput, "dealId" | "action" | "now"> & { byId: string | null; via: Via }): Promise<Result<undefined, NextActionError>> {
  const person = action && (await trx.selectFrom("person").select("name").where("id", "=", action.ownerId).where("state", "<>", "suspended").executeTakeFirst());
  if (person === undefined) return fail({ code: "unknown-person" });
  const before = await trx.selectFrom("deal").select(["next_action as text", "next_action_due as due"]).where("id", "=", dealId).forUpdate().executeTakeFirst();
  if (!before) return fail({ code: "not-found" });
  await trx
    .updateTable("deal")
    .set((eb) => ({ next_action: action?.text.trim() ?? null, next_action_owner_id: action?.ownerId ?? null, next_action_due: action?.due ?? null, changed_at: now, version: eb("version", "+", 1) }))
    .where("id", "=", dealId)
    .execute();
  const details = { ...(action === null ? { done: before.text } : { text: action.text.trim(), due: action.due, owner: person?.name ?? "" }) };
  await writeDealEvent(trx, { dealId, kind: "next-action", details, byId, via, now });
  return ok();
}
