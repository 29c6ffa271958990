import type { Kysely, Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { loadActor, writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { digest, newSecret } from "./hash.server";

/** What a token may be for; each is asked for by a route. */
export const TOKEN_SCOPES = ["deals:read", "deals:write"] as const;
export type TokenScope = (typeof TOKEN_SCOPES)[number];

/** How many live tokens one person may have, and for how many days at most. */
const MOST_TOKENS = 10;
export const MOST_TOKEN_DAYS = 366;
/** How old "last used" may get before it is written again: a write per request would cost more than it tells. */
const USED_EVERY_MS = 60_000;
const TOKEN = /^Bearer (rb_[A-Za-z0-9_-]{43})$/;

/** A token as its owner sees it; the token itself is nowhere any more. */
export interface OwnToken {
  id: string;
  name: string;
  hint: string;
  scopes: TokenScope[];
  createdAt: Date;
  expiresAt: Date;
  lastUsedAt: Date | null;
  revokedAt: Date | null;
}

/** Makes a personal token; the answer is the only time that it is told. It can do what its owner can at that moment, within its scopes. */
export async function createToken(trx: Transaction<DB>, actor: Actor, { name, scopes, days, now }: { name: string; scopes: readonly TokenScope[]; days: number; now: Date }): Promise<Result<{ token: string }, { code: "too-many" } | { code: "days" } | { code: "scopes" }>> {
  if (!Number.isInteger(days) || days < 1 || days > MOST_TOKEN_DAYS) return fail({ code: "days" });
  if (scopes.length === 0) return fail({ code: "scopes" });
  // Tokens of one person are made one after another, so that none slips past the limit.
  await trx.selectFrom("person").select("id").where("id", "=", actor.id).forUpdate().execute();
  const live = await trx.selectFrom("api_token").select("id").where("person_id", "=", actor.id).where("revoked_at", "is", null).where("expires_at", ">", now).execute();
  if (live.length >= MOST_TOKENS) return fail({ code: "too-many" });
  const token = `rb_${newSecret()}`;
  const { id } = await trx
    .insertInto("api_token")
    .values({ person_id: actor.id, name: name.trim(), token_hash: digest(token), hint: token.slice(0, 8), scopes: TOKEN_SCOPES.filter((scope) => scopes.includes(scope)), created_at: now, expires_at: new Date(now.getTime() + days * 86_400_000) })
    .returning("id")
    .executeTakeFirstOrThrow();
  await writeAudit(trx, { actorId: actor.id, action: "create-api-token", subject: { kind: "api-token", id }, details: { name: name.trim(), scopes: [...scopes], days } });
  return ok({ token });
}

/** Ends a token of the actor's own at once. */
export async function revokeToken(trx: Transaction<DB>, actor: Pick<Actor, "id">, { tokenId, now }: { tokenId: string; now: Date }): Promise<Result<undefined, { code: "not-found" }>> {
  const row = await trx.updateTable("api_token").set({ revoked_at: now }).where("id", "=", tokenId).where("person_id", "=", actor.id).where("revoked_at", "is", null).returning("name").executeTakeFirst();
  if (!row) return fail({ code: "not-found" });
  await writeAudit(trx, { actorId: actor.id, action: "revoke-api-token", subject: { kind: "api-token", id: tokenId }, details: { name: row.name } });
  return ok();
}

/** The actor's tokens, the newest first; those that ended a month ago are left out. */
export async function ownTokens(db: Kysely<DB>, actor: Pick<Actor, "id">, now: Date): Promise<OwnToken[]> {
  const since = new Date(now.getTime() - 30 * 86_400_000);
  const rows = await db
    .selectFrom("api_token")
    .select(["id", "name", "hint", "scopes", "created_at as createdAt", "expires_at as expiresAt", "last_used_at as lastUsedAt", "revoked_at as revokedAt"])
    .where("person_id", "=", actor.id)
    .where("expires_at", ">", since)
    .where((eb) => eb.or([eb("revoked_at", "is", null), eb("revoked_at", ">", since)]))
    .orderBy("created_at", "desc")
    .execute();
  return rows.map((row) => ({ ...row, scopes: TOKEN_SCOPES.filter((scope) => row.scopes.includes(scope)) }));
}

/** Who an Authorization header speaks for; null when the token is unknown, spent, revoked, or its owner suspended: all the same to a stranger. */
export async function readToken(db: Kysely<DB>, authorization: string | null, now: Date): Promise<{ tokenId: string; name: string; scopes: TokenScope[]; actor: Actor } | null> {
  const token = TOKEN.exec(authorization ?? "")?.[1];
  if (token === undefined) return null;
  const row = await db
    .selectFrom("api_token")
    .select(["id", "name", "person_id", "scopes", "last_used_at"])
    .where("token_hash", "=", digest(token))
    .where("revoked_at", "is", null)
    .where("expires_at", ">", now)
    .executeTakeFirst();
  const actor = row && (await loadActor(db, row.person_id));
  if (!row || !actor) return null;
  if (row.last_used_at === null || now.getTime() - row.last_used_at.getTime() > USED_EVERY_MS) await db.updateTable("api_token").set({ last_used_at: now }).where("id", "=", row.id).execute();
  return { tokenId: row.id, name: row.name, scopes: TOKEN_SCOPES.filter((scope) => row.scopes.includes(scope)), actor };
}
