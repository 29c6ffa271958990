import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "./actor";

/** What a person sets for themself. */
export interface Settings {
  locale?: "zh" | "en";
  theme?: "system" | "light" | "dark";
  time_zone?: string;
}

/** Changes the actor's own settings. */
export async function changeSettings(db: Kysely<DB>, actor: Actor, settings: Settings): Promise<void> {
  await db.updateTable("person").set(settings).where("id", "=", actor.id).execute();
}
