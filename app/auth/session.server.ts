import { PostgresJsAdapter } from "@lucia-auth/adapter-postgresql";
import { Lucia, TimeSpan } from "lucia";
import type { Kysely } from "kysely";
import type { Sql } from "postgres";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { loadActor } from "~/people/index.server";

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

/** How old "last seen" may get before it is written again: a write per request would cost more than it tells. */
const SEEN_EVERY_MS = 5 * 60_000;

/**
 * Our cookie with an id as Lucia makes them (25 random bytes in base32). Its own parser decodes every cookie of the
 * header, and throws when another site's on this host has a stray %.
 */
const SESSION_COOKIE = /(?:^|;\s*)roadbook_session=([a-z2-7]{40})\s*(?:;|$)/;

interface SessionAttributes {
  public_id?: string;
  last_seen_at?: Date;
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
    sessionExpiresIn: new TimeSpan(30, "d"),
    sessionCookie: { name: "roadbook_session", attributes: { secure, sameSite: "lax", path: "/" } },
    getSessionAttributes: (attributes) => ({ publicId: attributes.public_id ?? "", lastSeenAt: attributes.last_seen_at ?? new Date(0) }),
  });
}

/** `secure`: the site is served over https, so its cookies must never travel without. */
export function createSessionAuth(options: { sql: Sql; db: Kysely<DB>; secure: boolean }): SessionAuth {
  const lucia = createLucia(options.sql, options.secure);
  return {
    async read(cookieHeader) {
      const id = SESSION_COOKIE.exec(cookieHeader ?? "")?.[1];
      if (!id) return null;
      const { session } = await lucia.validateSession(id);
      if (!session) return null;
      const actor = await loadActor(options.db, session.userId);
      if (!actor) return null;
      if (Date.now() - session.lastSeenAt.getTime() > SEEN_EVERY_MS) {
        await options.db.updateTable("session").set({ last_seen_at: new Date() }).where("id", "=", id).execute();
      }
      return { id, publicId: session.publicId, actor, setCookie: session.fresh ? lucia.createSessionCookie(id).serialize() : null };
    },
    async open(personId, device) {
      const session = await lucia.createSession(personId, { user_agent: device.userAgent.slice(0, 400), ip: device.ip });
      return lucia.createSessionCookie(session.id).serialize();
    },
    end: (sessionId) => lucia.invalidateSession(sessionId),
    blankCookie: () => lucia.createBlankSessionCookie().serialize(),
  };
}
