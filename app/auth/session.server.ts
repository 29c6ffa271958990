import { PostgresJsAdapter } from "@lucia-auth/adapter-postgresql";
import { Lucia, TimeSpan } from "lucia";
import { CompiledQuery, type Kysely, sql as fragment } from "kysely";
import type { Sql } from "postgres";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { ACTOR_COLUMNS, actorOf, type ActorRow } from "~/people/index.server";

/** A signed-in visit: ours, so that the library behind it can be replaced in this folder alone. */
export interface Session {
  id: string;
  /** Safe to show and to name in forms; the id itself is the secret of the cookie. */
  publicId: string;
  actor: Actor;
  /** A cookie to send again because the session was prolonged. */
  setCookie: string | null;
}

/** Reads, opens and ends sessions. */
export interface SessionAuth {
  read(cookieHeader: string | undefined): Promise<Session | null>;
  /** Opens a session; answers the Set-Cookie value. */
  open(personId: string, device: { userAgent: string; ip: string }): Promise<string>;
  end(sessionId: string): Promise<void>;
  /** The Set-Cookie value that forgets the session. */
  blankCookie(): string;
}

/** From the last visit on; Lucia prolongs a session when half of it is over. */
const LIFETIME = new TimeSpan(30, "d");

/** How old "last seen" may get before it is written again: a write per request would cost more than it tells. */
const SEEN_EVERY_MS = 5 * 60_000;

/**
 * Our cookie with an id as Lucia makes them (25 random bytes in base32). Its own parser decodes every cookie of the
 * header, and throws when another site's on this host has a stray %.
 */
const SESSION_COOKIE = /(?:^|;\s*)roadbook_session=([a-z2-7]{40})\s*(?:;|$)/;

interface SessionAttributes {
  user_agent: string;
  ip: string;
}

declare module "lucia" {
  interface Register {
    Lucia: ReturnType<typeof createLucia>;
    UserId: string;
    DatabaseSessionAttributes: SessionAttributes;
  }
}

function createLucia(sql: Sql, secure: boolean) {
  return new Lucia(new PostgresJsAdapter(sql, { user: "person", session: "session" }), {
    sessionExpiresIn: LIFETIME,
    sessionCookie: { name: "roadbook_session", attributes: { secure, sameSite: "lax", path: "/" } },
  });
}

interface SessionRow extends ActorRow {
  public_id: string;
  expires_at: Date;
  last_seen_at: Date;
}

/** Session and actor at once, for every request: compiled once, prepared on every connection. */
function sessionQuery(db: Kysely<DB>): string {
  return fragment`select s.public_id, s.expires_at, s.last_seen_at, ${ACTOR_COLUMNS}
    from session s join person p on p.id = s.user_id and p.state = 'active' where s.id = ${""}`.compile(db).sql;
}

const STILL_GOOD = { fresh: false };

/** `secure`: the site is served over https, so its cookies must never travel without. */
export function createSessionAuth(options: { sql: Sql; db: Kysely<DB>; secure: boolean }): SessionAuth {
  const lucia = createLucia(options.sql, options.secure);
  const readSession = sessionQuery(options.db);
  return {
    async read(cookieHeader) {
      const id = SESSION_COOKIE.exec(cookieHeader ?? "")?.[1];
      if (!id) return null;
      const { rows } = await options.db.executeQuery<SessionRow>(CompiledQuery.raw(readSession, [id]));
      const [row] = rows;
      if (!row) return null;
      const now = Date.now();
      // The everyday case is one query. Lucia is asked when the session is to end or to be prolonged.
      const session = row.expires_at.getTime() - now > LIFETIME.milliseconds() / 2 ? STILL_GOOD : (await lucia.validateSession(id)).session;
      if (!session) return null;
      if (now - row.last_seen_at.getTime() > SEEN_EVERY_MS) {
        await options.db.updateTable("session").set({ last_seen_at: new Date() }).where("id", "=", id).execute();
      }
      return { id, publicId: row.public_id, actor: actorOf(row), setCookie: session.fresh ? lucia.createSessionCookie(id).serialize() : null };
    },
    async open(personId, device) {
      const session = await lucia.createSession(personId, { user_agent: device.userAgent.slice(0, 400), ip: device.ip });
      return lucia.createSessionCookie(session.id).serialize();
    },
    end: (sessionId) => lucia.invalidateSession(sessionId),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
  };
}
