import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import type { Actor } from "~/people";
import { type CommitmentLine, ownCommitments } from "./commitments.view.server";
import { type FollowUp, type FollowUpDue, followUpDue, type Observation } from "./coaching";
import { coachedBy } from "./rows.server";

/** A coaching note with everything that was seen. */
export interface ShownNote {
  id: string;
  coachId: string;
  coachName: string;
  personId: string;
  personName: string;
  personLatin: string | null;
  dealTitle: string | null;
  observedOn: string;
  occasion: string;
  ownView: string;
  agreed: string;
  followUpOn: string;
  followUpState: FollowUp | null;
  followUpNote: string | null;
  due: FollowUpDue;
  seenAt: Date | null;
  writtenAt: Date;
  lines: Observation[];
}

function notes(db: Kysely<DB>) {
  return db
    .selectFrom("coaching_note as n")
    .innerJoin("person as p", "p.id", "n.person_id")
    .innerJoin("person as c", "c.id", "n.coach_id")
    .leftJoin("deal as d", "d.id", "n.deal_id")
    .select(["n.id", "n.coach_id as coachId", "c.name as coachName", "n.person_id as personId", "p.name as personName", "p.name_latin as personLatin", "d.title as dealTitle", "n.observed_on as observedOn", "n.occasion", "n.own_view as ownView", "n.agreed", "n.follow_up_on as followUpOn", "n.follow_up_state as followUpState", "n.follow_up_note as followUpNote", "n.seen_at as seenAt", "n.written_at as writtenAt"])
    .where("n.withdrawn_at", "is", null);
}

type Rows = ReturnType<typeof notes>;

async function shown(db: Kysely<DB>, query: Rows, today: string): Promise<ShownNote[]> {
  const rows = await query.execute();
  if (rows.length === 0) return [];
  const lines = await db
    .selectFrom("coaching_line")
    .select(["note_id", "competency", "level", "behaviour", "reaction"])
    .where("note_id", "in", rows.map(({ id }) => id))
    .orderBy("note_id")
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    ...row,
    due: followUpDue({ followUpOn: row.followUpOn, followedUp: row.followUpState !== null }, today),
    lines: lines.filter(({ note_id }) => note_id === row.id).map(({ competency, level, behaviour, reaction }) => ({ competency, level: level as Observation["level"], behaviour, reaction })),
  }));
}

export const COACHING_PAGE_SIZE = 20;

export interface CoachingPage {
  notes: ShownNote[];
  total: number;
  people: { id: string; name: string; nameLatin: string | null; notes: number; lastOn: string | null }[];
}

/** The coaching log of everybody the actor coaches (or of one of them): due follow-ups first, then the newest. */
export async function coachingPage(db: Kysely<DB>, actor: Actor, { personId, page, now }: { personId: string | null; page: number; now: Date }): Promise<CoachingPage> {
  const today = isoDay(now, actor.timeZone);
  const mine = (query: Rows): Rows => query.where(coachedBy(actor, "n.person_id")).$if(personId !== null, (one) => one.where("n.person_id", "=", personId ?? ""));
  const [list, all, people] = await Promise.all([
    shown(
      db,
      mine(notes(db))
        .orderBy((eb) => eb.or([eb("n.followed_up_at", "is not", null), eb("n.follow_up_on", ">", today)]))
        .orderBy("n.observed_on", "desc")
        .orderBy("n.id")
        .limit(COACHING_PAGE_SIZE)
        .offset((page - 1) * COACHING_PAGE_SIZE),
      today,
    ),
    mine(notes(db)).clearSelect().select((eb) => eb.fn.countAll<string>().as("count")).executeTakeFirstOrThrow(),
    coachedPeople(db, actor),
  ]);
  return { notes: list, total: Number(all.count), people };
}

/** Everybody the actor coaches, by name, with when they were last observed. */
export async function coachedPeople(db: Kysely<DB>, actor: Actor): Promise<CoachingPage["people"]> {
  const rows = await db
    .selectFrom("person as p")
    .leftJoin("coaching_note as n", (join) => join.onRef("n.person_id", "=", "p.id").on("n.withdrawn_at", "is", null))
    .select((eb) => ["p.id", "p.name", "p.name_latin as nameLatin", eb.fn.count<string>("n.id").as("notes"), eb.fn.max("n.observed_on").as("lastOn")])
    .where("p.state", "!=", "suspended")
    .where(coachedBy(actor, "p.id"))
    .groupBy(["p.id", "p.name", "p.name_latin"])
    .orderBy("p.name")
    .orderBy("p.id")
    .execute();
  return rows.map((row) => ({ ...row, notes: Number(row.notes) }));
}

/** What a learner finds in their own field book: coaching notes and commitments. */
export interface OwnField {
  notes: ShownNote[];
  commitments: CommitmentLine[];
  today: string;
}

export async function ownField(db: Kysely<DB>, actor: Actor, now: Date): Promise<OwnField> {
  const today = isoDay(now, actor.timeZone);
  const [list, commitments] = await Promise.all([shown(db, notes(db).where("n.person_id", "=", actor.id).orderBy("n.observed_on", "desc").orderBy("n.id"), today), ownCommitments(db, actor.id, { today, now })]);
  return { notes: list, commitments, today };
}
