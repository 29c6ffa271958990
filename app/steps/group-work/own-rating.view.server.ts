import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { GroupSheetState } from "./group-sheet";
import { ownPeerView, type RatingLevel } from "./peer-rating";

/** The ratings of one member's sheet as that member may know them. */
export interface OwnRating {
  /** The others of the submission, with what this member said of them. */
  others: { enrolmentId: string; name: string; nameLatin: string | null; level: RatingLevel | null }[];
  /** Whether they may (still) say something. */
  open: boolean;
  /** What the others said of them, once enough did. */
  received: { raters: number; middle: number } | null;
}

/** Null before something was handed in, and for who was not in the group then. */
export async function ownRating(db: Kysely<DB>, { id, state }: { id: string; state: GroupSheetState }, enrolmentId: string): Promise<OwnRating | null> {
  const members = await submissionMembers(db, id);
  if (!members.some((member) => member.enrolmentId === enrolmentId)) return null;
  const ratings = await latestRatings(db, id);
  const mine = new Map(ratings.filter((rating) => rating.raterId === enrolmentId).map((rating) => [rating.ratedId, rating.level]));
  const present = new Set(members.map((member) => member.enrolmentId));
  return {
    others: members.filter((member) => member.enrolmentId !== enrolmentId).map(({ enrolmentId: other, name, nameLatin }) => ({ enrolmentId: other, name, nameLatin, level: mine.get(other) ?? null })),
    open: state !== "accepted" || mine.size === 0,
    received: ownPeerView(ratings.filter((rating) => rating.ratedId === enrolmentId && present.has(rating.raterId)).map((rating) => rating.level)),
  };
}

/** Who was in the group when its sheet was last handed in, by name. */
export async function submissionMembers(db: Kysely<DB>, groupSheetId: string): Promise<{ enrolmentId: string; personId: string; name: string; nameLatin: string | null; filled: number; improved: number; fixed: number; resolved: number }[]> {
  return db
    .selectFrom("group_submission_member as m")
    .innerJoin("enrolment as e", "e.id", "m.enrolment_id")
    .innerJoin("person as p", "p.id", "e.person_id")
    .select(["m.enrolment_id as enrolmentId", "p.id as personId", "p.name", "p.name_latin as nameLatin", "m.filled", "m.improved", "m.fixed", "m.resolved"])
    .where("m.submission_id", "=", (eb) => eb.selectFrom("group_submission as u").select("u.id").where("u.group_sheet_id", "=", groupSheetId).orderBy("u.number", "desc").limit(1))
    .orderBy("p.name")
    .orderBy("m.enrolment_id")
    .execute();
}

/** What each member last said of each other. */
export async function latestRatings(db: Kysely<DB>, groupSheetId: string): Promise<{ raterId: string; ratedId: string; level: RatingLevel }[]> {
  return db
    .selectFrom("group_peer_rating")
    .distinctOn(["rater_id", "rated_id"])
    .select(["rater_id as raterId", "rated_id as ratedId", sql<RatingLevel>`level`.as("level")])
    .where("group_sheet_id", "=", groupSheetId)
    .orderBy("rater_id")
    .orderBy("rated_id")
    .orderBy("id", "desc")
    .execute();
}
