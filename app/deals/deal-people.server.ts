import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { BUYING_ROLES, type BuyingRole, type Via } from "./deal";
import { findDeal } from "./find-deal.server";
import { writeDealEvent } from "./timeline-event.server";

export interface NewContact {
  name: string;
  title?: string;
  phone?: string;
  email?: string;
}

type Base = { dealId: string; actor: Actor; now: Date; via?: Via };
export type DealPersonError = { code: "not-found" } | { code: "name-needed" };

/** Adds somebody at the deal's customer, with the roles they play; its owner alone may. A name that is known there is that person. */
export async function addContact(trx: Transaction<DB>, { dealId, contact, roles, actor, now, via = "page" }: Base & { contact: NewContact; roles: readonly BuyingRole[] }): Promise<Result<{ contactId: string }, DealPersonError>> {
  const deal = await findDeal(trx, actor, dealId);
  if (deal?.right !== "work") return fail({ code: "not-found" });
  if (contact.name.trim() === "") return fail({ code: "name-needed" });
  const contactId = await findOrAddContact(trx, { accountId: deal.accountId, contact, byId: actor.id, now });
  await writeRoles(trx, { dealId, contactId, add: roles, remove: [], byId: actor.id, via, now });
  return ok({ contactId });
}

/** Says which roles somebody plays in a deal; none takes them out of it. */
export async function setRoles(trx: Transaction<DB>, { dealId, contactId, roles, actor, now, via = "page" }: Base & { contactId: string; roles: readonly BuyingRole[] }): Promise<Result<undefined, DealPersonError>> {
  const deal = await findDeal(trx, actor, dealId);
  if (deal?.right !== "work") return fail({ code: "not-found" });
  const known = await trx.selectFrom("contact").select("id").where("id", "=", contactId).where("account_id", "=", deal.accountId).where("left_at", "is", null).executeTakeFirst();
  if (!known) return fail({ code: "not-found" });
  const played = (await trx.selectFrom("deal_person").select("role").where("deal_id", "=", dealId).where("contact_id", "=", contactId).where("removed_at", "is", null).execute()).map(({ role }) => role);
  const wanted = BUYING_ROLES.filter((role) => roles.includes(role));
  await writeRoles(trx, { dealId, contactId, add: wanted.filter((role) => !played.includes(role)), remove: played.filter((role) => !wanted.includes(role)), byId: actor.id, via, now });
  return ok();
}

/** Somebody left the customer: no deal of theirs keeps them in a role, and nobody chooses them any more. */
export async function contactLeft(trx: Transaction<DB>, { dealId, contactId, actor, now }: Base & { contactId: string }): Promise<Result<undefined, DealPersonError>> {
  const taken = await setRoles(trx, { dealId, contactId, roles: [], actor, now });
  if (!taken.ok) return taken;
  await trx.updateTable("contact").set({ left_at: now }).where("id", "=", contactId).execute();
  await trx.updateTable("deal_person").set({ removed_at: now }).where("contact_id", "=", contactId).where("removed_at", "is", null).execute();
  return ok();
}

/** The contact of that name at an account, or a new one; what was empty is filled in. */
export async function findOrAddContact(trx: Transaction<DB>, { accountId, contact, byId, now }: { accountId: string; contact: NewContact; byId: string | null; now: Date }): Promise<string> {
  const text = (value: string | undefined): string | null => value?.trim() || null;
  const known = await trx.selectFrom("contact").select(["id", "title", "phone", "email"]).where("account_id", "=", accountId).where("name", "=", contact.name.trim()).where("left_at", "is", null).executeTakeFirst();
  if (known) {
    const filled = { title: known.title ?? text(contact.title), phone: known.phone ?? text(contact.phone), email: known.email ?? text(contact.email) };
    await trx.updateTable("contact").set(filled).where("id", "=", known.id).execute();
    return known.id;
  }
  const { id } = await trx
    .insertInto("contact")
    .values({ account_id: accountId, name: contact.name.trim(), title: text(contact.title), phone: text(contact.phone), email: text(contact.email), created_by: byId, created_at: now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** Writes roles that come and go, with one line of the timeline for each person; rights are the caller's matter. */
export async function writeRoles(
  trx: Transaction<DB>,
  { dealId, contactId, add, remove, byId, via, now }: { dealId: string; contactId: string; add: readonly BuyingRole[]; remove: readonly BuyingRole[]; byId: string | null; via: Via; now: Date },
): Promise<void> {
  if (remove.length > 0) await trx.updateTable("deal_person").set({ removed_at: now }).where("deal_id", "=", dealId).where("contact_id", "=", contactId).where("role", "in", [...remove]).where("removed_at", "is", null).execute();
  const fresh = add.length === 0 ? [] : await trx.insertInto("deal_person").values(add.map((role) => ({ deal_id: dealId, contact_id: contactId, role, added_by: byId, added_at: now }))).onConflict((conflict) => conflict.doNothing()).returning("role").execute();
  const { name } = await trx.selectFrom("contact").select("name").where("id", "=", contactId).executeTakeFirstOrThrow();
  if (fresh.length > 0) await writeDealEvent(trx, { dealId, kind: "person-added", details: { name, roles: BUYING_ROLES.filter((role) => fresh.some((row) => row.role === role)) }, byId, via, now });
  if (remove.length > 0) await writeDealEvent(trx, { dealId, kind: "person-removed", details: { name, roles: [...remove] }, byId, via, now });
}
