import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { rightOf } from "./deal-right.server";

/** A customer that is there already, or a new one by its name. */
export type AccountChoice = { accountId: string } | { name: string; industry?: string; city?: string };
export type AccountError = { code: "unknown-account" } | { code: "account-name-needed" };

/** What an account is known by. */
export interface Account {
  id: string;
  name: string;
  industry: string | null;
  city: string | null;
}

/**
 * The account of a choice: one that the actor works with, or a new one of `ownerId`. A name that the owner already has is that
 * account, so that the same customer typed twice stays one.
 */
export async function chooseAccount(trx: Transaction<DB>, { choice, ownerId, actor, now }: { choice: AccountChoice; ownerId: string; actor: Actor; now: Date }): Promise<Result<{ accountId: string }, AccountError>> {
  if ("accountId" in choice) {
    const found = (await accountsOf(trx, actor)).some(({ id }) => id === choice.accountId);
    return found ? ok({ accountId: choice.accountId }) : fail({ code: "unknown-account" });
  }
  if (choice.name.trim() === "") return fail({ code: "account-name-needed" });
  return ok({ accountId: await findOrAddAccount(trx, { ...choice, ownerId, byId: actor.id, now }) });
}

/** The owner's account of that name, or a new one. */
export async function findOrAddAccount(trx: Transaction<DB>, account: { name: string; industry?: string; city?: string; ownerId: string; byId: string | null; now: Date }): Promise<string> {
  const name = account.name.trim();
  const known = await trx.selectFrom("account").select("id").where("owner_id", "=", account.ownerId).where(sql<boolean>`lower(name) = lower(${name})`).orderBy("created_at").executeTakeFirst();
  if (known) return known.id;
  const { id } = await trx
    .insertInto("account")
    .values({ name, industry: account.industry?.trim() || null, city: account.city?.trim() || null, owner_id: account.ownerId, source: null, external_key: null, created_by: account.byId, created_at: account.now, changed_at: account.now })
    .returning("id")
    .executeTakeFirstOrThrow();
  return id;
}

/** The accounts that the actor works with: own ones, and those at which they have a deal. By name. */
export function accountsOf(db: Kysely<DB>, actor: Pick<Actor, "id">): Promise<Account[]> {
  return db
    .selectFrom("account as a")
    .select(["a.id", "a.name", "a.industry", "a.city"])
    .where((eb) => eb.or([eb("a.owner_id", "=", actor.id), eb.exists(eb.selectFrom("deal as d").select("d.id").whereRef("d.account_id", "=", "a.id").where("d.owner_id", "=", actor.id))]))
    .orderBy("a.name")
    .execute();
}

/** Whether the actor may see an account: by its owner, or by a deal there. */
export async function seesAccount(db: Kysely<DB>, actor: Actor, accountId: string): Promise<boolean> {
  const row = await db
    .selectFrom("account as a")
    .select("a.id")
    .where("a.id", "=", accountId)
    .where((eb) => eb.or([eb(rightOf(actor, "a.owner_id"), "is not", null), eb.exists(eb.selectFrom("deal as d").select("d.id").whereRef("d.account_id", "=", "a.id").where(rightOf(actor, "d.owner_id"), "is not", null))]))
    .executeTakeFirst();
  return row !== undefined;
}
