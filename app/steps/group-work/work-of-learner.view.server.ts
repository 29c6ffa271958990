import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import type { Decision } from "./group-sheet";

/** Something a learner was in the group for when it was handed in: the evidence of the step. */
export interface HandedIn {
  submissionId: string;
  groupSheetId: string;
  sheetId: string;
  group: string;
  tool: Bilingual;
  customer: string;
  number: number;
  sheetVersion: number;
  complete: boolean;
  at: Date;
  /** Everybody of the group then. */
  members: string[];
  /** This learner's part then, and the whole group's. */
  part: number;
  whole: number;
  decisions: { kind: Decision; by: string; remark: string | null; at: Date }[];
}

/** All that a learner's groups handed in on a chapter, the latest first; narrowed to the cohort. */
export async function workOfLearner(db: Kysely<DB>, { cohortId, enrolmentId, chapterSlug }: { cohortId: string; enrolmentId: string; chapterSlug: string }): Promise<HandedIn[]> {
  return db
    .selectFrom("group_submission_member as m")
    .innerJoin("group_submission as u", "u.id", "m.submission_id")
    .innerJoin("group_sheet as s", "s.id", "u.group_sheet_id")
    .innerJoin("cohort_group as g", "g.id", "s.group_id")
    .innerJoin("sheet as t", "t.id", "s.sheet_id")
    .innerJoin("sheet_definition as d", "d.hash", "t.definition_hash")
    .select(["u.id as submissionId", "s.id as groupSheetId", "s.sheet_id as sheetId", "g.name as group", "s.customer", "u.number", "u.sheet_version as sheetVersion", "u.complete", "u.submitted_at as at"])
    .select(sql<Bilingual>`d.body -> 'title'`.as("tool"))
    .select(sql<number>`m.filled + m.improved + m.fixed + m.resolved`.as("part"))
    .select(sql<number>`(select sum(o.filled + o.improved + o.fixed + o.resolved)::int from group_submission_member o where o.submission_id = u.id)`.as("whole"))
    .select(sql<string[]>`array(select p.name from group_submission_member o join enrolment e on e.id = o.enrolment_id join person p on p.id = e.person_id where o.submission_id = u.id order by p.name)`.as("members"))
    .select((eb) => decisions(eb.ref("u.id")).as("decisions"))
    .where("m.enrolment_id", "=", enrolmentId)
    .where("s.cohort_id", "=", cohortId)
    .where("s.chapter_slug", "=", chapterSlug)
    .orderBy("u.submitted_at", "desc")
    .execute()
    .then((rows) => rows.map((row) => ({ ...row, decisions: row.decisions.map((one) => ({ ...one, at: new Date(one.at) })) })));
}

function decisions(submissionId: unknown) {
  return sql<{ kind: Decision; by: string; remark: string | null; at: string }[]>`coalesce((select jsonb_agg(jsonb_build_object('kind', x.kind, 'by', p.name, 'remark', x.remark, 'at', x.at) order by x.id) from group_decision x join person p on p.id = x.decided_by where x.submission_id = ${submissionId}), '[]')`;
}
