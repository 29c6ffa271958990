import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { keptByHash } from "~/platform/kept-by-hash.server";
import type { Scenario } from "./scenario";

const kept = keptByHash<Scenario>(500);

/** A version of a scenario. */
export interface PinnedScenario {
  hash: string;
  scenario: Scenario;
}

/** What new rounds of a chapter are played with, in order. */
export async function currentScenarios(db: Kysely<DB>, chapterSlug: string): Promise<PinnedScenario[]> {
  const rows = await db
    .selectFrom("role_play_scenario as c")
    .innerJoin("role_play_scenario_version as v", "v.hash", "c.current_hash")
    .select(["v.hash", "v.body"])
    .where("c.chapter_slug", "=", chapterSlug)
    .where("c.retired_at", "is", null)
    .orderBy("c.position")
    .execute();
  return rows.map(({ hash, body }) => ({ hash, scenario: body as unknown as Scenario }));
}

/** Scenarios by the hash that rounds are pinned to. */
export function scenariosByHash(db: Kysely<DB>, hashes: readonly string[]): Promise<Map<string, Scenario>> {
  return kept(hashes, async (missing) => {
    const rows = await db.selectFrom("role_play_scenario_version").select(["hash", "body"]).where("hash", "in", missing).execute();
    return rows.map(({ hash, body }) => [hash, body as unknown as Scenario]);
  });
}

/** Chapters that have something to play. */
export async function chaptersWithScenarios(db: Kysely<DB>): Promise<Set<string>> {
  const rows = await db.selectFrom("role_play_scenario").select("chapter_slug").distinct().where("retired_at", "is", null).execute();
  return new Set(rows.map((row) => row.chapter_slug));
}
