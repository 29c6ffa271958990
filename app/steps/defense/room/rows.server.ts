/** A defense with its slot, panel and versions, and the lock by which everything in a room goes one after the other. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Actor, holds } from "~/people";
import type { TaskMinutes } from "../task";
import { isRevealed, type Defense, type DefenseState, type Member } from "./defense";
import type { Viewer } from "./blindness";

export interface PanelMember extends Member {
  name: string;
  nameLatin: string | null;
}

/** One slot's defense; before the chair began `id` is null and the state `waiting`. */
export interface DefenseRow extends Defense {
  id: string | null;
  members: readonly PanelMember[];
  slotId: string;
  slotState: "planned" | "cancelled" | "no-show" | "held";
  dayId: string;
  dayState: "draft" | "published" | "closed" | "cancelled";
  cohortId: string;
  /** The cohort's team, which rights over it go by. */
  teamId: string;
  enrolmentId: string;
  candidateId: string;
  candidateName: string;
  candidateNameLatin: string | null;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  place: string;
  link: string | null;
  minutes: TaskMinutes;
  times: { presenting: Date | null; questioning: Date | null; scoring: Date | null; revealed: Date | null; decided: Date | null; signed: Date | null };
  closedReason: string | null;
  /** The verdict that holds. */
  verdictId: string | null;
}

/** The defense of a slot, as it stands; undefined where there is no such slot. */
export async function findDefense(db: Kysely<DB>, slotId: string): Promise<DefenseRow | undefined> {
  const row = await db
    .selectFrom("defense_slot as s")
    .innerJoin("defense_day as y", "y.id", "s.day_id")
    .innerJoin("defense_place as p", "p.id", "s.place_id")
    .innerJoin("cohort as c", "c.id", "y.cohort_id")
    .innerJoin("enrolment as e", "e.id", "s.enrolment_id")
    .innerJoin("person as n", "n.id", "e.person_id")
    .leftJoin("defense as d", "d.slot_id", "s.id")
    .select(["d.id", "d.state", "d.closed_reason as closedReason", "s.id as slotId", "s.state as slotState", "s.enrolment_id as enrolmentId", "s.starts_at as startsAt", "s.ends_at as endsAt"])
    .select(["y.id as dayId", "y.state as dayState", "y.cohort_id as cohortId", "y.time_zone as timeZone", "c.team_id as teamId", "p.name as place", "p.link"])
    .select(["n.id as candidateId", "n.name as candidateName", "n.name_latin as candidateNameLatin"])
    .select(["y.presentation_minutes as presentation", "y.question_minutes as questions", "y.deliberation_minutes as deliberation"])
    .select(["d.presenting_at as presentingAt", "d.questioning_at as questioningAt", "d.scoring_at as scoringAt", "d.revealed_at as revealedAt", "d.decided_at as decidedAt", "d.signed_at as signedAt"])
    .select(sql<string | null>`(select v.id::text from defense_verdict v where v.defense_id = d.id order by v.id desc limit 1)`.as("latestVerdictId"))
    .where("s.id", "=", slotId)
    .executeTakeFirst();
  if (row === undefined) return undefined;
  const { id, state, presentation, questions, deliberation, presentingAt, questioningAt, scoringAt, revealedAt, decidedAt, signedAt, latestVerdictId, ...rest } = row;
  const standing: DefenseState = state ?? "waiting";
  // While the panel reconsiders, no verdict holds.
  const verdictId = standing === "decided" || standing === "signed" ? latestVerdictId : null;
  return {
    ...rest,
    id,
    state: standing,
    minutes: { presentation, questions, deliberation },
    times: { presenting: presentingAt, questioning: questioningAt, scoring: scoringAt, revealed: revealedAt, decided: decidedAt, signed: signedAt },
    verdictId,
    members: await membersOf(db, { slotId, defenseId: id, verdictId, state: standing }),
  };
}

/** The same, held until the transaction ends. Everything that happens in a room takes this first. */
export async function lockDefense(trx: Transaction<DB>, slotId: string): Promise<DefenseRow | undefined> {
  const slot = await trx.selectFrom("defense_slot").select("id").where("id", "=", slotId).forUpdate().executeTakeFirst();
  return slot && findDefense(trx, slotId);
}

/** Everybody who was ever on the panel; who came after the reveal, or left before locking, is no member of it. */
async function membersOf(db: Kysely<DB>, { slotId, defenseId, verdictId, state }: { slotId: string; defenseId: string | null; verdictId: string | null; state: DefenseState }): Promise<PanelMember[]> {
  const rows = await db
    .selectFrom("defense_panelist as m")
    .innerJoin("person as p", "p.id", "m.person_id")
    .select(["m.person_id as personId", "p.name", "p.name_latin as nameLatin"])
    .select([
      sql<boolean>`bool_or(m.chair and m.left_at is null)`.as("chair"),
      sql<boolean>`bool_and(m.left_at is not null)`.as("left"),
      sql<boolean>`exists (select from defense_lock k where k.defense_id = ${defenseId}::uuid and k.examiner_id = m.person_id)`.as("locked"),
      sql<boolean>`exists (select from defense_signature g where g.verdict_id = ${verdictId}::bigint and g.person_id = m.person_id)`.as("signed"),
    ])
    .where("m.slot_id", "=", slotId)
    .groupBy(["m.person_id", "p.name", "p.name_latin"])
    .orderBy(sql`min(m.id)`)
    .execute();
  return isRevealed(state) ? rows.filter(({ locked }) => locked) : rows;
}

/** What somebody is to a defense. */
export function viewerOf(actor: Actor, row: DefenseRow): Viewer {
  const { id: personId } = actor;
  if (row.members.some((member) => member.personId === personId && (member.locked || !member.left))) return { kind: "panel", personId };
  if (row.candidateId === personId) return { kind: "candidate", personId };
  return { kind: holds(actor, "cohort:view", { kind: "cohort", cohortId: row.cohortId, teamId: row.teamId }) ? "cohort" : "stranger", personId };
}

export type ChapterRow = { chapterSlug: string; position: number; taskHash: string; rubricHash: string };

/** The chapters that a defense is held over, with their versions, in order. */
export function chaptersOf(db: Kysely<DB>, defenseId: string): Promise<ChapterRow[]> {
  return db.selectFrom("defense_chapter").select(["chapter_slug as chapterSlug", "position", "task_hash as taskHash", "rubric_hash as rubricHash"]).where("defense_id", "=", defenseId).orderBy("position").execute();
}
