import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { isoDay } from "~/i18n/dates";
import { type Actor, reachOf } from "~/people";
import { applicationList, type ShownApplication } from "./application-list.view.server";
import { checkpoints, type ShownCheckpoint } from "./checkpoints.server";
import { coachedBy } from "./rows.server";

/** Waiting applications on one page. */
export const COACH_PAGE_SIZE = 30;

/** A person's field step with a checkpoint that is due or overdue. */
export interface DueCheckpoint {
  enrolmentId: string;
  chapterSlug: string;
  chapter: Bilingual;
  personName: string;
  personLatin: string | null;
  checkpoint: ShownCheckpoint;
}

export interface DueFollowUp {
  noteId: string;
  personName: string;
  personLatin: string | null;
  agreed: string;
  followUpOn: string;
}

export interface CoachedTeam {
  id: string;
  nameZh: string;
  nameEn: string;
  /** Of the team itself. */
  people: number;
  lastMeetingOn: string | null;
  /** A meeting is running now. */
  running: boolean;
  openCommitments: number;
}

/** One person's field step, for the list of who is at it. */
export interface CoachedStep {
  enrolmentId: string;
  chapterSlug: string;
  chapter: Bilingual;
  personName: string;
  personLatin: string | null;
  state: string;
  confirmed: number;
  waiting: number;
}

export interface CoachPage {
  waiting: ShownApplication[];
  total: number;
  late: number;
  checkpoints: DueCheckpoint[];
  followUps: DueFollowUp[];
  teams: CoachedTeam[];
  steps: CoachedStep[];
}

/** Everything that waits for a manager in the field: applications (oldest deadline first), checkpoints, follow-ups, meetings. */
export async function coachPage(db: Kysely<DB>, actor: Actor, { page, now }: { page: number; now: Date }): Promise<CoachPage> {
  const today = isoDay(now, actor.timeZone);
  const [waiting, counts, steps, followUps, teams] = await Promise.all([
    applicationList(
      db,
      (query) => query.where("a.state", "=", "waiting").where("e.left_at", "is", null).where(coachedBy(actor, "a.person_id")).orderBy("a.due_at").orderBy("a.id").limit(COACH_PAGE_SIZE).offset((page - 1) * COACH_PAGE_SIZE),
      now,
    ),
    db
      .selectFrom("field_application as a")
      .innerJoin("enrolment as e", "e.id", "a.enrolment_id")
      .select([sql<number>`count(*)::int`.as("total"), sql<number>`(count(*) filter (where a.due_at <= ${now}))::int`.as("late")])
      .where("a.state", "=", "waiting")
      .where("e.left_at", "is", null)
      .where(coachedBy(actor, "a.person_id"))
      .executeTakeFirstOrThrow(),
    stepsOf(db, actor),
    dueFollowUps(db, actor, today),
    teamsOf(db, actor),
  ]);
  return { waiting, ...counts, steps, followUps, teams, checkpoints: await dueCheckpoints(db, steps, now) };
}

type StepRow = CoachedStep & { timeZone: string };

async function stepsOf(db: Kysely<DB>, actor: Actor): Promise<StepRow[]> {
  return db
    .selectFrom("progress as x")
    .innerJoin("enrolment as e", "e.id", "x.enrolment_id")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .innerJoin("person as p", "p.id", "e.person_id")
    .innerJoin("chapter as ch", "ch.slug", "x.chapter_slug")
    .select(["e.id as enrolmentId", "x.chapter_slug as chapterSlug", sql<Bilingual>`ch.title`.as("chapter"), "p.name as personName", "p.name_latin as personLatin", "x.state", "c.time_zone as timeZone"])
    .select(sql<number>`(select count(*)::int from field_application a where a.enrolment_id = e.id and a.chapter_slug = x.chapter_slug and a.state = 'confirmed')`.as("confirmed"))
    .select(sql<number>`(select count(*)::int from field_application a where a.enrolment_id = e.id and a.chapter_slug = x.chapter_slug and a.state = 'waiting')`.as("waiting"))
    .where("x.step", "=", "field-tracking")
    .where("x.included", "=", true)
    .where("e.left_at", "is", null)
    .where("c.state", "!=", "draft")
    .where((eb) => eb.or([eb("x.state", "in", ["available", "in-progress", "awaiting-review"]), eb.exists(eb.selectFrom("field_application as a").select("a.id").whereRef("a.enrolment_id", "=", "e.id").whereRef("a.chapter_slug", "=", "x.chapter_slug"))]))
    .where(coachedBy(actor, "p.id"))
    .orderBy("x.state")
    .orderBy("p.name")
    .orderBy("x.chapter_slug")
    .execute();
}

async function dueCheckpoints(db: Kysely<DB>, steps: readonly StepRow[], now: Date): Promise<DueCheckpoint[]> {
  const plans = await Promise.all(steps.map((step) => checkpoints(db, step, { timeZone: step.timeZone, now })));
  return steps
    .flatMap(({ enrolmentId, chapterSlug, chapter, personName, personLatin }, at) =>
      (plans[at] ?? []).filter(({ state }) => state === "due" || state === "overdue" || state === "half-signed").map((checkpoint) => ({ enrolmentId, chapterSlug, chapter, personName, personLatin, checkpoint })),
    )
    .sort((a, b) => (a.checkpoint.on < b.checkpoint.on ? -1 : 1));
}

async function dueFollowUps(db: Kysely<DB>, actor: Actor, today: string): Promise<DueFollowUp[]> {
  return db
    .selectFrom("coaching_note as n")
    .innerJoin("person as p", "p.id", "n.person_id")
    .select(["n.id as noteId", "p.name as personName", "p.name_latin as personLatin", "n.agreed", "n.follow_up_on as followUpOn"])
    .where("n.followed_up_at", "is", null)
    .where("n.withdrawn_at", "is", null)
    .where("n.follow_up_on", "<=", today)
    .where(coachedBy(actor, "n.person_id"))
    .orderBy("n.follow_up_on")
    .execute();
}

async function teamsOf(db: Kysely<DB>, actor: Actor): Promise<CoachedTeam[]> {
  const reach = reachOf(actor, "field:coach");
  return db
    .selectFrom("team as t")
    .select(["t.id", "t.name_zh as nameZh", "t.name_en as nameEn"])
    .select(sql<number>`(select count(*)::int from team_membership m where m.team_id = t.id and m.valid_to is null)`.as("people"))
    .select(sql<string | null>`(select max(s.held_on)::text from sales_meeting s where s.team_id = t.id)`.as("lastMeetingOn"))
    .select(sql<boolean>`exists (select from sales_meeting s where s.team_id = t.id and s.ended_at is null)`.as("running"))
    .select(sql<number>`(select count(*)::int from sales_commitment o where o.team_id = t.id and o.state = 'open')`.as("openCommitments"))
    .where("t.closed_at", "is", null)
    .$if(!reach.all, (query) => query.where(sql<boolean>`t.id = any(${reach.all ? [] : reach.teamIds}::uuid[])`))
    .orderBy("t.kind")
    .orderBy("t.name_en")
    .execute();
}
