import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { type Actor, reachOf } from "~/people";
import { groupBy } from "./group-by";

export interface TeamInScope {
  id: string;
  parentId: string | null;
  kind: "company" | "region" | "team";
  name: Bilingual;
  /** 0 for the topmost within reach. */
  depth: number;
}

/** The part of the company that a page is about: what the actor's rights reach, and within that what they chose. */
export interface TeamScope {
  /** Everything within reach, parents before children. */
  teams: TeamInScope[];
  /** The team chosen, or the only topmost one; null when several are in sight and none was chosen. */
  top: TeamInScope | null;
  /** Ids of the chosen part, closed teams of a past day too. */
  within: string[];
  /** The teams just below `top` (the topmost ones where there is no top; `top` itself where it has none below). */
  rows: TeamInScope[];
  /** The past day whose figures are shown; null: of now. */
  day: string | null;
}

/**
 * Null when a team was named that is not within reach: there is no such page. `day` (YYYY-MM-DD) takes the tree as it was then,
 * but never further than today's rights go.
 */
export async function scopeOf(db: Kysely<DB>, actor: Actor, { team, day }: { team: string | null; day: string | null }): Promise<TeamScope | null> {
  const reach = reachOf(actor, "dashboard:view");
  const inReach = reach.all ? sql`true` : sql`t.id = any(${reach.teamIds}::uuid[])`;
  const tree = day === null ? sql`(select id, parent_id, kind, name_zh, name_en from team where closed_at is null)` : sql`(select team_id as id, parent_id, kind, name_zh, name_en from snapshot_team where day = ${day})`;
  const { rows } = await sql<Omit<TeamInScope, "depth">>`select t.id, t.parent_id as "parentId", t.kind, jsonb_build_object('zh', t.name_zh, 'en', t.name_en) as name from ${tree} t where ${inReach} order by t.name_en, t.id`.execute(db);
  const teams = inOrder(rows);
  const roots = teams.filter(({ depth }) => depth === 0);
  const top = team === null ? (roots.length === 1 ? roots[0]! : null) : (teams.find(({ id }) => id === team) ?? null);
  if (team !== null && !top) return null;
  const within = top ? below(teams, top.id) : teams.map(({ id }) => id);
  const children = top ? teams.filter(({ parentId }) => parentId === top.id) : roots;
  return { teams, top, within, rows: children.length > 0 ? children : top ? [top] : [], day };
}

/** The team and everything below it. */
export function below(teams: readonly Pick<TeamInScope, "id" | "parentId">[], topId: string): string[] {
  const found = new Set([topId]);
  // Parents come before children.
  for (const { id, parentId } of teams) if (parentId !== null && found.has(parentId)) found.add(id);
  return [...found];
}

/** Parents before children, each with its depth below the topmost. */
export function inOrder<T extends { id: string; parentId: string | null }>(rows: readonly T[]): (T & { depth: number })[] {
  const ids = new Set(rows.map(({ id }) => id));
  const children = groupBy(rows, ({ parentId }) => (parentId !== null && ids.has(parentId) ? parentId : null));
  const walk = (parent: string | null, depth: number): (T & { depth: number })[] => (children.get(parent) ?? []).flatMap((row) => [{ ...row, depth }, ...walk(row.id, depth + 1)]);
  return walk(null, 0);
}
