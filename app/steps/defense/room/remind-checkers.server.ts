import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { plannersOf } from "../days/tell-people.server";
import { conditionStage } from "./condition";
import { findDefense } from "./rows.server";
import { letterSubject, tellOnce, type VerdictPost } from "./verdict-letters.server";

/**
 * Looks for conditions that nobody has settled. Two days before the date (by the calendar of the defense day) candidate and
 * checker are reminded; when the date has passed, the checker and those who teach hear of it. Each person once for each; run as
 * often as you like. Answers how many letters were written.
 */
export async function remindCheckers(trx: Transaction<DB>, { now, post }: { now: Date; post: VerdictPost }): Promise<number> {
  const waiting = await trx
    .selectFrom("defense_verdict as v")
    .innerJoin("defense as d", "d.id", "v.defense_id")
    .innerJoin("defense_slot as s", "s.id", "d.slot_id")
    .innerJoin("defense_day as y", "y.id", "s.day_id")
    .innerJoin("enrolment as e", "e.id", "s.enrolment_id")
    .select(["d.slot_id as slotId", "v.condition_due as due", "v.checker_id as checkerId", "y.time_zone as timeZone", "d.signed_at as signedAt"])
    .where("v.outcome", "=", "conditional")
    .where("d.state", "=", "signed")
    .where("e.left_at", "is", null)
    // A day more than the stage asks for: calendars are up to a day ahead of UTC.
    .where("v.condition_due", "<=", isoDay(new Date(now.getTime() + 3 * 86_400_000), "UTC"))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("defense_settlement as t").select(sql`1`.as("one")).whereRef("t.verdict_id", "=", "v.id"))))
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom("defense_verdict as newer").select(sql`1`.as("one")).whereRef("newer.defense_id", "=", "v.defense_id").whereRef("newer.id", ">", "v.id"))))
    .orderBy("v.condition_due")
    .orderBy("v.id")
    .execute();
  let sent = 0;
  for (const { slotId, due, checkerId, timeZone, signedAt } of waiting) {
    if (due === null || checkerId === null || signedAt === null) continue;
    const kind = conditionStage({ due, signedOn: isoDay(signedAt, timeZone), today: isoDay(now, timeZone) });
    const row = kind && (await findDefense(trx, slotId));
    if (!kind || !row?.id) continue;
    const { about, verdict } = await letterSubject(trx, { ...row, id: row.id });
    const personIds = kind === "reminder" ? [checkerId, row.candidateId] : [checkerId, ...(await plannersOf(trx, { id: row.dayId, cohortId: row.cohortId }))];
    sent += await tellOnce(trx, { verdictId: verdict.id, kind, personIds, now }, (personId) => ({ about, kind: personId === row.candidateId ? "reminder-candidate" : kind }), post);
  }
  return sent;
}
