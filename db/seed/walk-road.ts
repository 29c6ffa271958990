import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { STEPS, type Step } from "~/pipeline";
import { applyCommand } from "~/pipeline/index.server";
import { loadStudied, readSections, type StudiedChapter } from "./read-chapter";
import { sitQuiz } from "./sit-quiz";
import type { Progress } from "./story";

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** Who walks, on which road, led by whom, and on which days. */
export interface Walker {
  personId: string;
  enrolmentId: string;
  cohortId: string;
  chapterSlug: string;
  instructorId: string;
  /** The first day of the cohort. */
  begins: Date;
  /** How many days lie between two steps. */
  pace: number;
  seed: string;
  /** Spreads people over the day, 0…1. */
  spread: number;
}

/** Walks a road as far as the story says, up to the lecture, through the same use cases as everybody. */
export async function walkRoad(trx: Transaction<DB>, walker: Walker, progress: Progress, attend: (walker: Walker) => Promise<void>): Promise<void> {
  if (progress.at === "start") return;
  const chapter = await loadStudied(trx, walker.chapterSlug);
  const opened = new Date(walker.begins.getTime() + (0.4 + walker.spread * 2) * DAY_MS);
  await study(trx, chapter, walker, opened, progress.at === "preview" ? progress.sections : chapter.definition.sections.length);
  if (progress.at === "preview") return;
  const attempts = progress.at === "quiz" ? progress.attempts : [0.97];
  for (const [at, skill] of attempts.entries()) {
    const startsAt = new Date(walker.begins.getTime() + (4 + walker.spread + at * 1.5) * DAY_MS);
    await sitQuiz(trx, { ...walker, skill, startsAt, markerId: progress.at === "quiz" && !progress.marked ? null : walker.instructorId, seed: `${walker.seed} quiz ${at + 1}` });
  }
  if (goalOf(progress) > STEPS.indexOf("lecture")) await attend(walker);
}

/** Walks on from group work, which the groups did together, to homework; who comes past the role-play takes the stage with the others. */
export async function walkOn(trx: Transaction<DB>, walker: Walker, progress: Progress, play: (walker: Walker) => void): Promise<void> {
  if (progress.at === "repeating") return waiveSteps(trx, walker, ["group-work", "role-play", "homework"], progress.reason);
  for (const step of STEPS.slice(STEPS.indexOf("group-work") + 1, Math.min(STEPS.indexOf("homework"), Math.max(0, goalOf(progress))))) {
    if (step === "role-play") play(walker);
    else await record(trx, walker, step, "passed");
  }
}

/** Where somebody's road ends in a failure that the instructor records; defenses are held before panels (defenses.ts), field tracking is walked on real deals (field.ts). */
export async function walkUp(trx: Transaction<DB>, walker: Walker, progress: Progress): Promise<void> {
  if ("outcome" in progress && progress.outcome === "failed" && progress.at !== "defense") await record(trx, walker, progress.at, "failed");
}

/** Whether the homework of this story is done. */
export function hasDoneHomework(progress: Progress): boolean {
  return progress.at !== "repeating" && goalOf(progress) > STEPS.indexOf("homework");
}

/** The instructor waives steps one after the other. */
async function waiveSteps(trx: Transaction<DB>, walker: Walker, steps: readonly Step[], reason: string): Promise<void> {
  const now = new Date(walker.begins.getTime() + (10 + walker.spread) * DAY_MS);
  for (const step of steps) {
    const waived = await applyCommand(trx, { ...walker, step, command: { kind: "waive", cause: { kind: "person", actorId: walker.instructorId, reason } }, now });
    if (!waived.ok) throw new Error(`the demo's ${step} could not be waived: ${waived.error.code}`);
  }
}

/** The position of the first step that is not done. */
function goalOf(progress: Progress): number {
  if (progress.at === "start") return 0;
  return progress.at === "summit" ? STEPS.length : STEPS.indexOf(progress.at === "repeating" ? "defense" : progress.at);
}

async function study(trx: Transaction<DB>, chapter: StudiedChapter, walker: Walker, startsAt: Date, sections: number): Promise<void> {
  await readSections(trx, chapter, { ...walker, startsAt }, sections);
}

/** Steps without a room are recorded by the instructor, a few days after the step before. */
async function record(trx: Transaction<DB>, walker: Walker, step: Step, outcome: "passed" | "failed"): Promise<void> {
  const now = new Date(walker.begins.getTime() + (8 + (STEPS.indexOf(step) - 2) * walker.pace) * DAY_MS + walker.spread * HOUR_MS);
  const cause = { kind: "person", actorId: walker.instructorId, reason: NOTES[outcome] } as const;
  const result = await applyCommand(trx, { ...walker, step, command: { kind: "record", outcome, note: NOTES[outcome], cause }, now });
  if (!result.ok) throw new Error(`the demo's ${step} could not be recorded: ${result.error.code}`);
}

const NOTES = { passed: "课堂记录：按要求完成。", failed: "课堂记录：关键动作还不到位，约好重做。" } as const;
