import type { Kysely } from "kysely";
import type { OwnEnrolment } from "~/cohorts/index.server";
import { roadPage } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { type Rubric, type ShownRubric, showRubric } from "~/marking";
import { currentRubric, rubricsByHash } from "~/marking/index.server";
import type { NamedBlocker, StepState } from "~/pipeline";
import { cohortGate } from "~/pipeline/index.server";
import { type MemberSheet, sheetsOfMember, type SheetSummary, sheetSummaries } from "~/sheets/index.server";
import { type ShownAssignment, showAssignment } from "./assignment";
import { sourceOf } from "./exhibit.view.server";
import type { HomeworkState, Verdict } from "./homework";
import { marksOf, reviewsOf } from "./judgements.server";
import { assignmentByHash, currentAssignment } from "./load-assignment.server";
import { type OwnRecording, recordingsOf } from "./recordings.server";
import { type AttachedFile, filesOf, findHomework, sheetsOf, textsOf, versionsOf } from "./rows.server";

/** A judgement with the levels that were chosen, in the reader's language. */
export type ShownJudgement = { rubric: ShownRubric; criteria: Record<string, number>; points: number | null; max: number | null; remark: string | null; at: Date };
export type ShownVersion = {
  id: string;
  number: number;
  submittedAt: Date;
  late: boolean;
  reviewsWanted: number;
  reviewsUntil: Date;
  /** Peers' reviews, without names. */
  reviews: ShownJudgement[];
  mark: (ShownJudgement & { verdict: Verdict; marker: string }) | null;
};

/** The learner's own homework of a chapter. */
export type WorkPage = {
  title: Bilingual;
  /** Null where the chapter has no task. */
  assignment: ShownAssignment | null;
  rubric: ShownRubric | null;
  /** `new`: not begun. */
  state: HomeworkState | "new";
  stepState: StepState | null;
  waiting: NamedBlocker | null;
  homeworkId: string | null;
  dueAt: Date | null;
  acceptLate: boolean;
  peerReviews: number;
  texts: { position: number; value: string | null; revision: number }[];
  files: AttachedFile[];
  /** What was recorded on this page, also if it is handed in: consent can be taken back. */
  recordings: OwnRecording[];
  sheets: { part: string; summary: SheetSummary; source: { title: string; version: number } | null }[];
  /** Sheets that a part can begin with, by part. */
  carriable: Record<string, MemberSheet[]>;
  /** Handed-in versions, the newest first. */
  versions: ShownVersion[];
};

/** Everything on the page where homework is done. `place` is the learner's own, checked by the caller. */
export async function workPage(db: Kysely<DB>, place: OwnEnrolment, { locale, now }: { locale: Locale; now: Date }): Promise<WorkPage | undefined> {
  const { enrolmentId, chapterSlug, cohortId } = place;
  const [road, gate, homework, current] = await Promise.all([roadPage(db, place, now), cohortGate(db, cohortId, chapterSlug, "homework"), findHomework(db, { enrolmentId, chapterSlug }), currentAssignment(db, chapterSlug)]);
  if (road === undefined) return undefined;
  const step = road.situation.steps.find((candidate) => candidate.step === "homework");
  const assignment = homework === undefined ? (current?.assignment ?? null) : await assignmentByHash(db, homework.assignmentHash);
  const id = homework?.id ?? null;
  const [texts, files, recordings, sheets, versions, rubric] = await Promise.all([
    id === null ? new Map<number, { value: string | null; revision: number }>() : textsOf(db, id),
    id === null ? [] : filesOf(db, id),
    id === null ? [] : recordingsOf(db, id),
    id === null ? [] : sheetsOf(db, id),
    id === null ? [] : shownVersions(db, id, locale),
    assignment === null ? null : currentRubric(db, assignment.rubric),
  ]);
  const [summaries, carriable] = await Promise.all([sheetSummaries(db, sheets.map(({ sheetId }) => sheetId)), carriableSheets(db, place, assignment === null ? [] : showAssignment(assignment, locale).parts, sheets.map(({ sheetId }) => sheetId))]);
  const shownSheets = await Promise.all(sheets.map(async ({ part, sheetId }) => ({ part, summary: summaries.get(sheetId), source: await sourceOf(db, sheetId) })));
  return {
    title: road.definition.title,
    assignment: assignment && showAssignment(assignment, locale),
    rubric: rubric && showRubric(rubric.rubric, locale),
    state: homework?.state ?? "new",
    stepState: step?.state ?? null,
    waiting: step?.waiting ?? null,
    homeworkId: id,
    dueAt: gate.dueAt,
    acceptLate: gate.acceptLate,
    peerReviews: gate.peerReviews,
    texts: (assignment?.parts ?? []).flatMap((part, at) => (part.kind === "text" ? [{ position: at + 1, value: texts.get(at + 1)?.value ?? null, revision: texts.get(at + 1)?.revision ?? 0 }] : [])),
    files,
    recordings,
    sheets: shownSheets.flatMap(({ summary, ...sheet }) => (summary === undefined ? [] : [{ ...sheet, summary }])),
    carriable,
    versions,
  };
}

/** Handed-in versions of a homework with what was said about them. */
export async function shownVersions(db: Kysely<DB>, homeworkId: string, locale: Locale): Promise<ShownVersion[]> {
  const versions = await versionsOf(db, homeworkId);
  const ids = versions.map(({ id }) => id);
  const [reviews, marks, rubrics] = await Promise.all([reviewsOf(db, ids), marksOf(db, ids), rubricsByHash(db, versions.map(({ rubricHash }) => rubricHash))]);
  return versions.map(({ id, number, submittedAt, late, rubricHash, reviewsWanted, reviewsUntil }) => {
    const rubric = shownRubric(rubrics.get(rubricHash), locale);
    const mark = marks.find(({ submissionId }) => submissionId === id);
    return {
      id,
      number,
      submittedAt,
      late,
      reviewsWanted,
      reviewsUntil,
      reviews: reviews.filter(({ submissionId }) => submissionId === id).map(({ criteria, points, max, remark, doneAt }) => ({ rubric, criteria, points, max, remark, at: doneAt })),
      mark: mark === undefined ? null : { rubric, criteria: mark.criteria, points: mark.points, max: mark.max, remark: mark.remark, at: mark.at, verdict: mark.verdict, marker: mark.marker },
    };
  });
}

function shownRubric(rubric: Rubric | undefined, locale: Locale): ShownRubric {
  return rubric === undefined ? { criteria: [] } : showRubric(rubric, locale);
}

async function carriableSheets(db: Kysely<DB>, { personId, cohortId }: OwnEnrolment, parts: ShownAssignment["parts"], own: readonly string[]): Promise<Record<string, MemberSheet[]>> {
  const entries = await Promise.all(parts.map(async ({ id, sheet }) => (sheet === null ? null : ([id, (await sheetsOfMember(db, { personId, cohortId, key: sheet })).filter((one) => !own.includes(one.id))] as const))));
  return Object.fromEntries(entries.filter((entry) => entry !== null));
}
