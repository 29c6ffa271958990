/** Rows of sessions and rounds ⇄ their domain types, and the queries that this room's files share. */
import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type Parts, type Role, roleOf } from "./rotation";
import type { RoundState, Turn } from "./round";
import type { RolePlaySession } from "./session";

/** Sessions `s` with the slugs of their chapters. */
export function sessionRows(db: Kysely<DB>) {
  return db
    .selectFrom("role_play_session as s")
    .select([
      "s.id",
      "s.cohort_id as cohortId",
      "s.title",
      "s.place",
      "s.link",
      "s.starts_at as startsAt",
      "s.ends_at as endsAt",
      "s.time_zone as timeZone",
      "s.minutes",
      "s.state",
      "s.started_at as startedAt",
      "s.ended_at as endedAt",
      "s.sequence",
    ])
    .select(sql<string[]>`array(select k.chapter_slug from role_play_session_chapter k where k.session_id = s.id order by k.position)`.as("chapters"));
}

/** Which session of which cohort; a session of another cohort is not found. */
export interface SessionKey {
  cohortId: string;
  sessionId: string;
}

/** The session, if it belongs to the cohort. */
export async function findSession(db: Kysely<DB>, { cohortId, sessionId }: SessionKey): Promise<RolePlaySession | undefined> {
  return sessionRows(db).where("s.id", "=", sessionId).where("s.cohort_id", "=", cohortId).executeTakeFirst();
}

/** The session, held until the transaction ends: whatever changes groups or rounds of it takes this lock first. */
export async function lockSession(trx: Transaction<DB>, { cohortId, sessionId }: SessionKey): Promise<RolePlaySession | undefined> {
  const held = await trx.selectFrom("role_play_session").select("id").where("id", "=", sessionId).where("cohort_id", "=", cohortId).forNoKeyUpdate().executeTakeFirst();
  return held && findSession(trx, { cohortId, sessionId });
}

/** A round with who plays what. */
export interface RoundRow {
  id: string;
  sessionId: string;
  groupId: string;
  chapterSlug: string;
  number: number;
  scenarioHash: string;
  minutes: number;
  state: RoundState;
  turn: Turn | null;
  startedAt: Date | null;
  endedAt: Date | null;
  doneAt: Date | null;
  parts: { enrolmentId: string; role: Role; handedInAt: Date | null }[];
}

interface PartJson {
  enrolmentId: string;
  role: Role;
  handedInAt: string | null;
}

/** Rounds `r`; narrow them, then `toRound` each row. */
export function roundRows(db: Kysely<DB>) {
  return db
    .selectFrom("role_play_round as r")
    .select([
      "r.id",
      "r.session_id as sessionId",
      "r.group_id as groupId",
      "r.chapter_slug as chapterSlug",
      "r.number",
      "r.scenario_hash as scenarioHash",
      "r.minutes",
      "r.state",
      "r.turn",
      "r.started_at as startedAt",
      "r.ended_at as endedAt",
      "r.done_at as doneAt",
    ])
    .select(
      sql<PartJson[]>`(select coalesce(jsonb_agg(jsonb_build_object('enrolmentId', p.enrolment_id, 'role', p.role, 'handedInAt', p.handed_in_at) order by p.enrolment_id), '[]') from role_play_part p where p.round_id = r.id)`.as("partsJson"),
    );
}

/** The round that a row stands for. */
export function toRound({ partsJson, ...row }: Omit<RoundRow, "parts"> & { partsJson: PartJson[] }): RoundRow {
  return { ...row, parts: partsJson.map((part) => ({ ...part, handedInAt: part.handedInAt === null ? null : new Date(part.handedInAt) })) };
}

/** A round with the cohort it belongs to, held until the transaction ends. */
export async function lockRound(trx: Transaction<DB>, roundId: string): Promise<(RoundRow & { cohortId: string }) | undefined> {
  const held = await trx.selectFrom("role_play_round").select("id").where("id", "=", roundId).forNoKeyUpdate().executeTakeFirst();
  return held && findRound(trx, roundId);
}

/** A round with the cohort it belongs to. */
export async function findRound(db: Kysely<DB>, roundId: string): Promise<(RoundRow & { cohortId: string }) | undefined> {
  const row = await roundRows(db).innerJoin("role_play_session as s", "s.id", "r.session_id").select("s.cohort_id as cohortId").where("r.id", "=", roundId).executeTakeFirst();
  if (!row) return undefined;
  const { cohortId, ...round } = row;
  return { ...toRound(round), cohortId };
}

/** Who plays what, as the rotation knows it. A round always has a salesperson and a customer. */
export function partsOf(round: Pick<RoundRow, "parts">): Parts {
  const of = (role: Role): string[] => round.parts.filter((part) => part.role === role).map((part) => part.enrolmentId);
  return { salesperson: of("salesperson")[0] ?? "", customer: of("customer")[0] ?? "", observers: of("observer") };
}

/** What a learner plays in a round. */
export function roleIn(round: Pick<RoundRow, "parts">, enrolmentId: string): Role | undefined {
  return roleOf(partsOf(round), enrolmentId);
}

/** The latest word on whether each learner is in the room. */
export function latestPresence(db: Kysely<DB>) {
  return db
    .selectFrom("role_play_presence as a")
    .distinctOn(["a.session_id", "a.enrolment_id"])
    .select(["a.session_id", "a.enrolment_id", "a.here", "a.at"])
    .orderBy("a.session_id")
    .orderBy("a.enrolment_id")
    .orderBy("a.id", "desc");
}
