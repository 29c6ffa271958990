import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { DefenseDay, Period } from "./day";
import { freeOf } from "./free-of.server";
import { dayRows } from "./rows.server";

/** A day that somebody is to be examined on, as far as it concerns when they are free. */
export interface CandidateDay {
  day: Pick<DefenseDay, "id" | "cohortId" | "title" | "startsAt" | "endsAt" | "timeZone" | "state" | "chapters">;
  enrolmentId: string;
  answeredAt: Date | null;
  free: Period[] | null;
  /** They have a slot, and were told so. */
  told: boolean;
}

/** The days that somebody is on as a candidate and that are neither closed nor called off, by time. Of a draft only the day itself is told. */
export async function candidateDays(db: Kysely<DB>, personId: string): Promise<CandidateDay[]> {
  const days = await dayRows(db)
    .innerJoin("defense_candidate as c", "c.day_id", "d.id")
    .innerJoin("enrolment as e", "e.id", "c.enrolment_id")
    .select(["c.enrolment_id as enrolmentId", "c.answered_at as answeredAt"])
    .select(sql<boolean>`d.published_at is not null and exists (select from defense_slot s where s.day_id = d.id and s.enrolment_id = e.id and s.state <> 'cancelled')`.as("told"))
    .where("e.person_id", "=", personId)
    .where("e.left_at", "is", null)
    .where("c.dropped_at", "is", null)
    .where("d.state", "in", ["draft", "published"])
    .orderBy("d.starts_at")
    .orderBy("d.id")
    .execute();
  const free = await freeOf(db, personId, days.map(({ id }) => id));
  return days.map(({ id, cohortId, title, startsAt, endsAt, timeZone, state, chapters, ...rest }) => ({ day: { id, cohortId, title, startsAt, endsAt, timeZone, state, chapters }, free: free.get(id) ?? null, ...rest }));
}

/** One such day; undefined for everybody who is not on it. */
export async function candidateDay(db: Kysely<DB>, personId: string, dayId: string): Promise<CandidateDay | undefined> {
  return (await candidateDays(db, personId)).find(({ day }) => day.id === dayId);
}
