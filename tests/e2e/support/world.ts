/** Ids in the demo company that addresses need. */
import type { TestServer } from "./server";
import { ask, emailOf } from "./people";
import { TWIN } from "./twins";

export const CHAPTER = "03-build-trust";

export interface World {
  /** The running cohort of both demo learners, and one that neither is in. */
  cohort: string;
  otherCohort: string;
  /** Enrolments: of the demo learners, and of somebody in the other cohort. */
  learner: string;
  learner2: string;
  stranger: string;
  /** A handed-in attempt of a third learner of the running cohort. */
  attempt: string;
  /** One of the other cohort. */
  otherAttempt: string;
  /** A class of each cohort. */
  lecture: string;
  otherLecture: string;
  /** A tool sheet that the learner practises on. */
  sheet: string;
  /** A group's sheet of the running cohort that waits to be judged. */
  groupSheet: string;
  /** The defense day of the running cohort that is published, and somebody who is examined on it. */
  defenseDay: string;
  /** In draft, with the second learner as a candidate. */
  draftDay: string;
  candidate: string;
  /** Slots on whose panel the examiner sits: one that waits, one whose defense is signed. */
  defenseSlot: string;
  signedSlot: string;
  /** A deal of the learner's, with an invoice. */
  deal: string;
  receivable: string;
  /** People, by id. */
  learnerId: string;
  examinerId: string;
  adminId: string;
  /** The manager's own team, and another one. */
  managersTeam: string;
  otherTeam: string;
  /** An open deal of the learner's, and a use of a tool by somebody whom the manager does not coach. */
  ownDeal: string;
  foreignUse: string;
  /** The first section of the chapter, and the module of its text. */
  section: string;
  codeHash: string;
}

const worlds = new WeakMap<TestServer, Promise<World>>();

export function worldOf(server: TestServer): Promise<World> {
  const known = worlds.get(server) ?? read(server);
  worlds.set(server, known);
  return known;
}

/** The learner begins a sheet to practise, as its page does. */
async function practice(server: TestServer): Promise<string> {
  const response = await ask(server, "learner", "/sheets", { form: { key: "relationship-development", title: "申科精密压铸" } });
  const id = /^\/sheets\/([0-9a-f-]{36})$/.exec(response.headers.get("location") ?? "")?.[1];
  if (!id) throw new Error(`no sheet was begun: ${response.status}`);
  return id;
}

async function read(server: TestServer): Promise<World> {
  const { sql } = server;
  const one = async <T>(query: PromiseLike<T[]>, what: string): Promise<T> => {
    const [row] = await query;
    if (!row) throw new Error(`the demo company has no ${what}`);
    return row;
  };
  const enrolmentOf = (email: string) =>
    one(sql<{ id: string; cohort: string; person: string }[]>`select e.id, e.cohort_id as cohort, e.person_id as person from enrolment e join person p on p.id = e.person_id where p.email = ${email}`, "enrolment");
  const [learner, learner2] = [await enrolmentOf(emailOf("learner")), await enrolmentOf(emailOf("learner2"))];
  const other = await one(sql<{ id: string; cohort: string }[]>`select e.id, e.cohort_id as cohort from enrolment e where e.cohort_id <> ${learner.cohort} and exists (select from quiz_attempt a where a.enrolment_id = e.id) order by e.id`, "other cohort");
  const attempt = await one(sql<{ id: string }[]>`select a.id from quiz_attempt a join enrolment e on e.id = a.enrolment_id where e.cohort_id = ${learner.cohort} and e.id not in (${learner.id}, ${learner2.id}) and e.person_id not in (select id from person where email like ${`${TWIN}%`}) order by a.id`, "attempt");
  const otherAttempt = await one(sql<{ id: string }[]>`select id from quiz_attempt where enrolment_id = ${other.id} order by id`, "attempt in the other cohort");
  const admin = await one(sql<{ id: string }[]>`select id from person where email = ${emailOf("admin")}`, "administrator");
  const examiner = await one(sql<{ id: string }[]>`select id from person where email = ${emailOf("examiner")}`, "examiner");
  const defense = await one(sql<{ day: string; candidate: string }[]>`select d.id as day, s.enrolment_id as candidate from defense_day d join defense_slot s on s.day_id = d.id where d.cohort_id = ${learner.cohort} and d.state = 'published' and s.state = 'planned' order by s.starts_at`, "defense day");
  const defenseSlot = await one(sql<{ id: string }[]>`select s.id from defense_slot s join defense_day d on d.id = s.day_id join defense_panelist m on m.slot_id = s.id where m.person_id = ${examiner.id} and m.left_at is null and s.state = 'planned' and d.state = 'published' order by s.starts_at, s.id`, "slot before the examiner");
  const signedSlot = await one(sql<{ id: string }[]>`select d.slot_id as id from defense d join defense_panelist m on m.slot_id = d.slot_id where d.state = 'signed' and m.person_id = ${examiner.id} order by d.presenting_at, d.slot_id`, "signed defense of the examiner's");
  const managersTeam = await one(sql<{ id: string }[]>`select g.team_id as id from role_grant g join person p on p.id = g.person_id where p.email = ${emailOf("manager")} and g.role = 'manager' and g.revoked_at is null`, "team with a manager");
  const otherTeam = await one(sql<{ id: string }[]>`select id from team where kind = 'team' and id <> ${managersTeam.id} order by id`, "second team");
  const section = await one(sql<{ id: string; code: string }[]>`select s.section_id as id, s.code_hash as code from section_version s join chapter c on c.current_version = s.chapter_version where c.slug = ${CHAPTER} and s.locale = 'zh' order by s.position`, "section");
  const ownDeal = await one(sql<{ id: string }[]>`select id from deal where owner_id = ${learner.person} and closed_on is null order by id`, "deal of the learner's");
  const foreignUse = await one(sql<{ id: string }[]>`select a.id from field_application a join team_membership m on m.person_id = a.person_id and m.valid_to is null where m.team_id <> ${managersTeam.id} and a.state = 'waiting' order by a.id`, "use of a tool that waits");
  const lecture = await one(sql<{ id: string }[]>`select id from lecture_session where cohort_id = ${learner.cohort} order by starts_at`, "class");
  const groupSheet = await one(sql<{ id: string }[]>`select id from group_sheet where cohort_id = ${learner.cohort} and state = 'submitted' order by id`, "group's sheet that waits");
  const receivable = await one(sql<{ id: string; deal: string }[]>`select r.id, r.deal_id as deal from receivable r join person p on p.id = r.owner_id where p.email = ${emailOf("learner")} and r.deal_id is not null order by r.number`, "invoice");
  const draftDay = await one(sql<{ id: string }[]>`
    with day as (insert into defense_day (cohort_id, title, starts_at, ends_at, time_zone, panel_size, presentation_minutes, question_minutes, deliberation_minutes, created_at)
      values (${learner.cohort}, '补答辩', now() + interval '20 days', now() + interval '20 days 6 hours', 'Asia/Shanghai', 3, 8, 10, 7, now()) returning id),
    chapter as (insert into defense_day_chapter (day_id, chapter_slug, position) select id, ${CHAPTER}, 1 from day)
    insert into defense_candidate (day_id, enrolment_id, added_at) select id, ${learner2.id}, now() from day returning day_id as id`, "day in draft");
  const otherLecture = await one(sql<{ id: string }[]>`
    insert into lecture_session (cohort_id, title, starts_at, ends_at, time_zone, code_secret) values (${other.cohort}, '另一个班的课', now() + interval '9 days', now() + interval '9 days 2 hours', 'Asia/Shanghai', 'secret') returning id`, "other class");
  return {
    cohort: learner.cohort,
    otherCohort: other.cohort,
    learner: learner.id,
    learner2: learner2.id,
    stranger: other.id,
    attempt: attempt.id,
    otherAttempt: otherAttempt.id,
    sheet: await practice(server),
    defenseDay: defense.day,
    draftDay: draftDay.id,
    candidate: defense.candidate,
    defenseSlot: defenseSlot.id,
    signedSlot: signedSlot.id,
    deal: receivable.deal,
    receivable: receivable.id,
    learnerId: learner.person,
    examinerId: examiner.id,
    adminId: admin.id,
    managersTeam: managersTeam.id,
    otherTeam: otherTeam.id,
    ownDeal: ownDeal.id,
    foreignUse: foreignUse.id,
    lecture: lecture.id,
    groupSheet: groupSheet.id,
    otherLecture: otherLecture.id,
    section: section.id,
    codeHash: section.code,
  };
}
