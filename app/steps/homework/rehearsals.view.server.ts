import { type Kysely, sql } from "kysely";
import { groupOf, type GroupMember, membersOf, type OwnEnrolment } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";

/** One rehearsal. */
export type RehearsalLine = {
  id: string;
  heldOn: string;
  minutes: number;
  part: string;
  went: string;
  focus: string;
  people: string[];
  /** Enrolments of who was there. */
  enrolmentIds: string[];
  loggedBy: string;
  /** The reader wrote it down, and can take it back. */
  mine: boolean;
};

export type RehearsalsPage = {
  group: { name: string; members: Pick<GroupMember, "enrolmentId" | "name">[] } | null;
  /** The newest first: the group's, and those the learner was at. */
  lines: RehearsalLine[];
  /** How many the learner was at. */
  own: number;
};

/** The rehearsal log as a learner sees it. */
export async function rehearsalsPage(db: Kysely<DB>, { enrolmentId, chapterSlug }: Pick<OwnEnrolment, "enrolmentId" | "chapterSlug">): Promise<RehearsalsPage> {
  const group = await groupOf(db, { enrolmentId, purpose: "study" });
  const [members, lines] = await Promise.all([group === undefined ? undefined : membersOf(db, [group.id]), rehearsalLines(db, { chapterSlug, enrolmentId, groupId: group?.id ?? null })]);
  return {
    group: group === undefined ? null : { name: group.name, members: (members?.get(group.id) ?? []).map((member) => ({ enrolmentId: member.enrolmentId, name: member.name })) },
    lines: lines.map((line) => ({ ...line, mine: line.loggedBy === enrolmentId })),
    own: lines.filter(({ enrolmentIds }) => enrolmentIds.includes(enrolmentId)).length,
  };
}

/** Rehearsals of a chapter that a learner was at, or that their group logged. */
export async function rehearsalLines(db: Kysely<DB>, { chapterSlug, enrolmentId, groupId }: { chapterSlug: string; enrolmentId: string; groupId: string | null }): Promise<Omit<RehearsalLine, "mine">[]> {
  const { rows } = await sql<Omit<RehearsalLine, "mine">>`
    select r.id, to_char(r.held_on, 'YYYY-MM-DD') as "heldOn", r.minutes, r.part, r.went, r.focus, r.logged_by as "loggedBy",
      array_agg(p.name order by p.name) as people, array_agg(e.id::text) as "enrolmentIds"
    from homework_rehearsal r
    join homework_rehearsal_person rp on rp.rehearsal_id = r.id
    join enrolment e on e.id = rp.enrolment_id
    join person p on p.id = e.person_id
    where r.chapter_slug = ${chapterSlug} and r.removed_at is null
      and (r.group_id = ${groupId}::uuid or exists (select from homework_rehearsal_person own where own.rehearsal_id = r.id and own.enrolment_id = ${enrolmentId}))
    group by r.id
    order by r.held_on desc, r.at desc`.execute(db);
  return rows;
}
