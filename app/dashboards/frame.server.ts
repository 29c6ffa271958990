import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { parseDay } from "./day";
import { type SavedFilter, savedFilters } from "./filters.server";
import { type Filter, filterOf } from "./paths";
import { scopeOf, type TeamScope } from "./scope.server";

/** What stands around every dashboard: the part of the company chosen, the day, the filters kept. */
export interface Frame {
  filter: Filter;
  teams: { id: string; name: TeamScope["teams"][number]["name"]; depth: number }[];
  top: { id: string; name: TeamScope["teams"][number]["name"] } | null;
  /** The kept day shown, how it was kept; null: now. */
  day: { day: string; how: "taken" | "rebuilt" } | null;
  /** A day was asked for before which nothing was kept: the first kept one, or null where there is none. */
  tooEarly: { first: string | null } | null;
  saved: SavedFilter[];
}

/** Null when the team asked for is not within reach. A day that was not kept is answered by the last kept one before it. */
export async function openFrame(db: Kysely<DB>, actor: Actor, url: URL): Promise<{ frame: Frame; scope: TeamScope } | null> {
  const filter = filterOf(url.searchParams);
  const asked = parseDay(filter.at ?? null);
  const [kept, saved] = await Promise.all([asked === null ? null : keptBy(db, asked), savedFilters(db, actor.id)]);
  const scope = await scopeOf(db, actor, { team: filter.team ?? null, day: kept?.day ?? null });
  if (!scope) return null;
  const first = asked !== null && !kept ? await db.selectFrom("dashboard_snapshot").select((eb) => eb.fn.min("day").as("day")).executeTakeFirst() : null;
  return {
    scope,
    frame: {
      filter,
      teams: scope.teams.map(({ id, name, depth }) => ({ id, name, depth })),
      top: scope.top && { id: scope.top.id, name: scope.top.name },
      day: kept,
      tooEarly: asked !== null && !kept ? { first: first?.day ?? null } : null,
      saved,
    },
  };
}

async function keptBy(db: Kysely<DB>, day: string): Promise<Frame["day"]> {
  return (await db.selectFrom("dashboard_snapshot").select(["day", "how"]).where("day", "<=", day).orderBy("day", "desc").limit(1).executeTakeFirst()) ?? null;
}
