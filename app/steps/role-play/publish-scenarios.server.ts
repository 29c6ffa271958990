import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { contentHash } from "~/platform/content-hash.server";
import type { Scenario } from "./scenario";

export interface PublishScenariosInput {
  chapterSlug: string;
  /** In the order they are played. */
  scenarios: readonly Scenario[];
  now: Date;
}

export interface PublishScenariosReport {
  added: string[];
  changed: string[];
  retired: string[];
}

/**
 * Brings a chapter's scenarios to what content/ says: versions by content hash, each scenario pointing at its newest, those
 * that are gone retired. Rounds keep the version they were planned with. Safe to repeat.
 */
export async function publishScenarios(trx: Transaction<DB>, { chapterSlug, scenarios, now }: PublishScenariosInput): Promise<PublishScenariosReport> {
  const before = new Map(
    (await trx.selectFrom("role_play_scenario").select(["scenario_id", "current_hash", "retired_at"]).where("chapter_slug", "=", chapterSlug).execute()).map((row) => [row.scenario_id, row]),
  );
  const versions = scenarios.map((scenario, at) => ({ hash: contentHash({ chapterSlug, scenario }), scenario, position: at + 1 }));
  if (versions.length > 0) {
    await trx
      .insertInto("role_play_scenario_version")
      .values(versions.map(({ hash, scenario }) => ({ hash, chapter_slug: chapterSlug, scenario_id: scenario.id, body: scenario as unknown as JsonValue, first_seen: now })))
      .onConflict((conflict) => conflict.column("hash").doNothing())
      .execute();
    await trx
      .insertInto("role_play_scenario")
      .values(versions.map(({ hash, scenario, position }) => ({ chapter_slug: chapterSlug, scenario_id: scenario.id, position, current_hash: hash, retired_at: null })))
      .onConflict((conflict) =>
        conflict.columns(["chapter_slug", "scenario_id"]).doUpdateSet((eb) => ({ position: eb.ref("excluded.position"), current_hash: eb.ref("excluded.current_hash"), retired_at: null })),
      )
      .execute();
  }
  const current = new Set(scenarios.map(({ id }) => id));
  const retired = [...before.values()].filter((row) => row.retired_at === null && !current.has(row.scenario_id)).map((row) => row.scenario_id);
  if (retired.length > 0) await trx.updateTable("role_play_scenario").set({ retired_at: now }).where("chapter_slug", "=", chapterSlug).where("scenario_id", "in", retired).execute();
  return {
    added: versions.filter(({ scenario }) => !before.has(scenario.id)).map(({ scenario }) => scenario.id),
    changed: versions.filter(({ scenario, hash }) => before.has(scenario.id) && before.get(scenario.id)?.current_hash !== hash).map(({ scenario }) => scenario.id),
    retired,
  };
}
