import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import type { Post } from "./letters.server";
import { type NamedConflict, namedConflicts } from "./named-conflict";
import { type OpenError, openSchedule } from "./open-schedule.server";
import type { DayKey } from "./rows.server";
import { isFlag } from "./schedule/schedule";
import { tellConcerned } from "./tell-people.server";

export type PublishError = OpenError | { code: "nothing-planned" } | { code: "in-the-past" } | { code: "conflicts"; conflicts: NamedConflict[] };

/** Makes a day known: candidates and examiners see their slots and get a letter (nobody without `post`). A schedule that breaks a rule is not published. */
export async function publishDay(trx: Transaction<DB>, actor: { id: string }, input: DayKey & { now: Date }, post: Post | null): Promise<Result<{ slots: number; letters: number }, PublishError>> {
  const opened = await openSchedule(trx, input, "publish", input.now);
  if (!opened.ok) return opened;
  const { day, numbered } = opened.value;
  if (numbered.placements.length === 0) return fail({ code: "nothing-planned" });
  if (day.endsAt <= input.now) return fail({ code: "in-the-past" });
  const conflicts = namedConflicts(numbered, numbered.placements).filter((conflict) => !isFlag(conflict));
  if (conflicts.length > 0) return fail({ code: "conflicts", conflicts });
  await trx.updateTable("defense_day").set({ state: "published", published_at: input.now, version: sql`version + 1` }).where("id", "=", day.id).execute();
  await writeAudit(trx, { actorId: actor.id, action: "publish-defense-day", subject: { kind: "defense-day", id: day.id }, details: { slots: numbered.placements.length } });
  const letters = await tellConcerned(trx, { ...input, concerned: "everybody", occasion: "planned", reason: null }, post);
  return ok({ slots: numbered.placements.length, letters });
}
