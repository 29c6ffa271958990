import { type Kysely, sql } from "kysely";
import type { DB, JsonRecord } from "~/db/schema";
import type { Via } from "./deal";
import type { NewDealEvent } from "./timeline-event.server";
import type { OutcomeReason, Stage } from "./stage";

/** One thing that happened to a deal: a move, a correction, or something besides. */
export type TimelineEntry = { at: Date; by: { name: string; nameLatin: string | null } | null; via: Via } & (
  | { kind: "moved"; stage: Stage; on: string; outcome: OutcomeReason | null; reason: string | null }
  | { kind: "corrected"; stage: Stage; on: string; before: string; reason: string; withdrawn: boolean }
  | { kind: NewDealEvent["kind"]; details: JsonRecord }
);

/** Everything that happened to a deal, newest first, at most `limit`. Rights are the caller's matter. */
export async function timelineOf(db: Kysely<DB>, dealId: string, limit = 100): Promise<TimelineEntry[]> {
  const [moves, events] = await Promise.all([
    db
      .selectFrom("deal_stage_change as c")
      .leftJoin("person as p", "p.id", "c.by_id")
      .select(["c.id", "c.stage", "c.entered_on", "c.corrects", "c.withdrawn", "c.outcome", "c.reason", "c.via", "c.at", "p.name", "p.name_latin"])
      .select(sql<string | null>`(select b.entered_on from deal_stage_change b where (b.id = c.corrects or b.corrects = c.corrects) and b.id < c.id order by b.id desc limit 1)`.as("before"))
      .where("c.deal_id", "=", dealId)
      .orderBy("c.id", "desc")
      .limit(limit)
      .execute(),
    db
      .selectFrom("deal_event as e")
      .leftJoin("person as p", "p.id", "e.by_id")
      .select(["e.kind", "e.details", "e.via", "e.at", "p.name", "p.name_latin"])
      .where("e.deal_id", "=", dealId)
      .orderBy("e.id", "desc")
      .limit(limit)
      .execute(),
  ]);
  const who = (row: { name: string | null; name_latin: string | null }) => (row.name === null ? null : { name: row.name, nameLatin: row.name_latin });
  const entries: TimelineEntry[] = [
    ...moves.map((row): TimelineEntry => {
      const base = { at: row.at, by: who(row), via: row.via, stage: row.stage, on: row.entered_on };
      if (row.corrects === null) return { ...base, kind: "moved", outcome: row.outcome, reason: row.reason };
      return { ...base, kind: "corrected", before: row.before ?? row.entered_on, reason: row.reason ?? "", withdrawn: row.withdrawn };
    }),
    ...events.map((row): TimelineEntry => ({ at: row.at, by: who(row), via: row.via, kind: row.kind, details: row.details as JsonRecord })),
  ];
  return entries.sort((a, b) => b.at.getTime() - a.at.getTime()).slice(0, limit);
}
