/** Class groups at work on a small tool sheet, by the real use cases. */
import type { Kysely, Transaction } from "kysely";
import { createGroup, standingGroups } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { recordEvidence } from "~/pipeline/index.server";
import type { Step } from "~/pipeline";
import { applyEdits } from "~/sheets/index.server";
import { SAMPLE_SHEET } from "~/sheets/testing";
import { acceptSheet, beginGroupSheet, handInSheet, sendBackSheet } from "~/steps/group-work/index.server";
import { actorOf, BEGIN, type Learner, makeCohort, type TestCohort } from "./cohorts";
import { addRow, publishSheet, put } from "./sheets";

export const at = (minutes: number): Date => new Date(BEGIN.getTime() + minutes * 60_000);

export interface GroupWorld extends TestCohort {
  chapter: string;
  tool: string;
  /** Their ids in the order of `sizes`. */
  groups: string[];
  /** Members of each group. */
  members: Learner[][];
  act<T>(work: (trx: Transaction<DB>) => Promise<T>): Promise<T>;
  actor(learner: Learner): Promise<Actor>;
  begin(group: number, tool?: string): Promise<{ groupSheetId: string; sheetId: string }>;
  /** Fills the sheet so that it is complete by its own rules. */
  fill(sheetId: string, by: Learner, now?: Date): Promise<void>;
  handIn(groupSheetId: string, by: Learner, now?: Date): ReturnType<typeof handInSheet>;
  accept(groupSheetId: string, seen?: number, now?: Date): ReturnType<typeof acceptSheet>;
  sendBack(groupSheetId: string, remark: string, seen?: number, now?: Date): ReturnType<typeof sendBackSheet>;
  steps(learner: Learner): Promise<string>;
}

let worlds = 0;

/** An open cohort whose learners are past the lecture, in class groups of `sizes`, with `tools` small sheets for the chapter. */
export async function groupWorld(db: Kysely<DB>, { sizes = [4, 3], tools = 1, behind = [] }: { sizes?: number[]; tools?: number; behind?: number[] } = {}): Promise<GroupWorld> {
  worlds += 1;
  const cohort = await makeCohort(db, { learners: sizes.reduce((sum, size) => sum + size, 0) });
  const chapter = cohort.chapters[0]!;
  const keys = Array.from({ length: tools }, (_, index) => `sample-sheet-${worlds}-${index + 1}`);
  for (const [index, key] of keys.entries()) {
    await publishSheet(db, { ...SAMPLE_SHEET, key, chapter });
    await db.updateTable("sheet_kind").set({ position: index + 1 }).where("key", "=", key).execute();
  }
  await db.updateTable("person").set({ state: "active", password_hash: "x" }).where("id", "in", cohort.learners.map((learner) => learner.personId)).execute();
  const act: GroupWorld["act"] = (work) => inTransaction(db, "test", work);
  for (const [index, learner] of cohort.learners.entries()) {
    if (behind.includes(index)) continue;
    for (const step of ["preview", "quiz", "lecture"] satisfies Step[]) {
      await act((trx) => recordEvidence(trx, { enrolmentId: learner.enrolmentId, chapterSlug: chapter, step, outcome: "passed", evidence: { kind: "test", id: step }, actorId: null, now: BEGIN }));
    }
  }
  let from = 0;
  const members: Learner[][] = [];
  for (const [index, size] of sizes.entries()) {
    const own = cohort.learners.slice(from, (from += size));
    members.push(own);
    const made = await act((trx) => createGroup(trx, cohort.instructor.id, { cohortId: cohort.id, purpose: "class", name: `第 ${index + 1} 组`, enrolmentIds: own.map((learner) => learner.enrolmentId), now: BEGIN }));
    if (!made.ok) throw new Error(made.error.code);
  }
  const groups = (await standingGroups(db, { cohortId: cohort.id, purpose: "class" })).map((group) => group.id);
  const key = (groupSheetId: string, seen: number, now: Date) => ({ cohortId: cohort.id, groupSheetId, seen, now });
  return {
    ...cohort,
    chapter,
    tool: keys[0]!,
    groups,
    members,
    act,
    actor: (learner) => actorOf(db, learner.personId),
    async begin(group, tool = keys[0]!) {
      const [first] = members[group]!;
      const begun = await act((trx) => beginGroupSheet(trx, { id: first!.personId }, { enrolmentId: first!.enrolmentId, cohortId: cohort.id, chapterSlug: chapter, tool, customer: "申科精密压铸", locale: "zh", now: at(1) }));
      if (!begun.ok) throw new Error(begun.error.code);
      return begun.value;
    },
    async fill(sheetId, by, now = at(10)) {
      const actor = await actorOf(db, by.personId);
      const written = await act((trx) => applyEdits(trx, actor, { sheetId, now, entries: [put("customer", "申科精密压铸"), addRow("people", "r1"), put("people/r1/name", "骆启明"), put("people/r1/roles", ["decider"])] }));
      if (!written.ok) throw new Error(written.error.code);
    },
    handIn: (groupSheetId, by, now = at(20)) => act((trx) => handInSheet(trx, { id: by.personId }, { cohortId: cohort.id, groupSheetId, enrolmentId: by.enrolmentId, now })),
    accept: (groupSheetId, seen = 1, now = at(30)) => act((trx) => acceptSheet(trx, cohort.instructor, key(groupSheetId, seen, now))),
    sendBack: (groupSheetId, remark, seen = 1, now = at(30)) => act((trx) => sendBackSheet(trx, cohort.instructor, { ...key(groupSheetId, seen, now), remark })),
    steps: (learner) => cohort.state(learner, "group-work"),
  };
}
