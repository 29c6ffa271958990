import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Period } from "./day";

/** When somebody is free on these days, as they said; a day that they said nothing about, or that they are free all through, is not among them. */
export async function freeOf(db: Kysely<DB>, personId: string, dayIds: readonly string[]): Promise<Map<string, Period[]>> {
  if (dayIds.length === 0) return new Map();
  const rows = await db.selectFrom("defense_availability").select(["day_id", "starts_at as startsAt", "ends_at as endsAt"]).where("person_id", "=", personId).where("day_id", "in", dayIds).orderBy("starts_at").execute();
  const free = new Map<string, Period[]>();
  for (const { day_id, ...period } of rows) free.set(day_id, [...(free.get(day_id) ?? []), period]);
  return free;
}
