/**
 * The numbered places of an examiner's sheet, saved as in the quiz (`~/platform/saving`). Each holds a text:
 * a level is its number, a prompt mark its word. They follow from the task and rubric that the defense is pinned to.
 */
import type { Rubric } from "~/marking";
import type { DefenseTask } from "../task";

/** How an answer came: marks are the examiner's own memory aid and lead to no score. */
export const PROMPT_MARKS = ["good", "partly", "weak"] as const;
export type PromptMark = (typeof PROMPT_MARKS)[number];

/** What the chair writes for verdict and feedback, besides a remark for each criterion. */
export const CHAIR_TEXTS = ["strengths", "redo", "minutes"] as const;
export type ChairText = (typeof CHAIR_TEXTS)[number];

export const NOTE_LIMIT = 500;
export const CHAIR_TEXT_LIMIT = 3000;

export type Place =
  | { kind: "level"; chapterSlug: string; criterionId: string; levels: number }
  | { kind: "note"; chapterSlug: string; criterionId: string }
  | { kind: "prompt"; chapterSlug: string; promptId: string }
  | { kind: "remark"; chapterSlug: string; criterionId: string }
  | { kind: "chair"; text: ChairText };

/** The base number of each kind; criteria and prompts are numbered through all chapters of the defense. */
const BASE = { level: 1, note: 201, prompt: 401, remark: 601, chair: 801 } as const satisfies Record<Place["kind"], number>;
export const LAST_POSITION = 900;
/** From here on places are the chair's. */
export const CHAIRS_FIRST = BASE.remark;

export interface SheetOfChapter {
  chapterSlug: string;
  task: Pick<DefenseTask, "prompts">;
  rubric: Pick<Rubric, "criteria">;
}

/** Every place of a defense, by position. */
export function placesOf(chapters: readonly SheetOfChapter[]): Map<number, Place> {
  const places = new Map<number, Place>();
  const criteria = chapters.flatMap(({ chapterSlug, rubric }) => rubric.criteria.map(({ id, levels }) => ({ chapterSlug, criterionId: id, levels: levels.length })));
  criteria.forEach(({ chapterSlug, criterionId, levels }, at) => {
    places.set(BASE.level + at, { kind: "level", chapterSlug, criterionId, levels });
    places.set(BASE.note + at, { kind: "note", chapterSlug, criterionId });
    places.set(BASE.remark + at, { kind: "remark", chapterSlug, criterionId });
  });
  const prompts = chapters.flatMap(({ chapterSlug, task }) => task.prompts.map(({ id }) => ({ chapterSlug, promptId: id })));
  prompts.forEach((prompt, at) => places.set(BASE.prompt + at, { kind: "prompt", ...prompt }));
  CHAIR_TEXTS.forEach((text, at) => places.set(BASE.chair + at, { kind: "chair", text }));
  return places;
}

/** Whether a place may hold a text. Null and "" say nothing, everywhere. */
export function fits(place: Place, value: string | null): boolean {
  if (value === null || value === "") return true;
  switch (place.kind) {
    case "level":
      return /^\d$/.test(value) && Number(value) < place.levels;
    case "prompt":
      return (PROMPT_MARKS as readonly string[]).includes(value);
    case "note":
    case "remark":
      return value.length <= NOTE_LIMIT;
    case "chair":
      return value.length <= CHAIR_TEXT_LIMIT;
  }
}

/** Whether a place is the chair's, to be written while the panel reconciles; the others are each examiner's, up to their lock. */
export function isChairs(place: Place): boolean {
  return place.kind === "remark" || place.kind === "chair";
}

/** The positions of one criterion. `at` counts through all chapters. */
export function criterionPositions(at: number): { level: number; note: number; remark: number } {
  return { level: BASE.level + at, note: BASE.note + at, remark: BASE.remark + at };
}

/** The position of a prompt; `at` counts through all chapters. */
export function promptPosition(at: number): number {
  return BASE.prompt + at;
}

/** The position of one of the chair's texts. */
export function chairPosition(text: ChairText): number {
  return BASE.chair + CHAIR_TEXTS.indexOf(text);
}
