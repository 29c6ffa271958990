/**
 * The zod schemas of questions: strict per kind (only the kind's own fields), with the rules that
 * hold between fields. `content:check`, publishing and the preview's check-ins all parse with these.
 */
import { z } from "zod";
import type { CheckInQuestion, Difficulty, QuestionVersion } from "./question";
import {
  checkBlanks,
  checkMultipleKey,
  checkNoBlanks,
  checkPairs,
  checkRubric,
  checkSingleKey,
  checkUniqueIds,
} from "./question-rules.server";

const text = z.string().trim().min(1, "must not be empty");
const bilingual = z.strictObject({ zh: text, en: text });
const id = z
  .string()
  .regex(/^[a-z0-9][a-z0-9-]*$/u, "must be lower-case letters, digits and hyphens, such as ch03-q001");
const difficulty = z.literal([1, 2, 3], {
  error: "must be 1 (understand), 2 (apply) or 3 (judge in a case)",
}) satisfies z.ZodType<Difficulty>;

const core = { id, case: bilingual.optional(), stem: bilingual, explanation: bilingual };
const classified = {
  competencies: z.array(id).min(1, "name at least one competency"),
  difficulty,
  section: id,
};
const unclassified = {
  competencies: z.array(id).optional(),
  difficulty: difficulty.optional(),
  section: id.optional(),
};

const option = z.strictObject({
  id,
  text: bilingual,
  correct: z.boolean().optional(),
  why: bilingual.optional(),
});
const item = z.strictObject({ id, text: bilingual });
const accepted = z.array(text).min(1, "give at least one accepted text");
const blank = z.strictObject({ id, accept: z.strictObject({ zh: accepted, en: accepted }) });
const numericKey = z.strictObject({
  value: z.number(),
  tolerance: z.number().min(0, "must be 0 or more"),
  unit: bilingual.optional(),
});
const level = z.strictObject({ points: z.int().min(0), text: bilingual });
const criterion = z.strictObject({
  id,
  title: bilingual,
  levels: z.array(level).min(2, "needs at least two levels"),
});
const rubric = z.strictObject({
  criteria: z.array(criterion).min(1, "needs at least one criterion"),
});
const maxChars = z.int().min(20).max(4000).default(600);

const single = { kind: z.literal("single"), options: z.array(option).min(2, "needs at least two options") };
const multiple = { kind: z.literal("multiple"), options: z.array(option).min(3, "needs at least three options") };
const trueFalse = { kind: z.literal("true-false"), answer: z.boolean() };
const ordering = { kind: z.literal("ordering"), items: z.array(item).min(3, "needs at least three items") };
const matching = {
  kind: z.literal("matching"),
  left: z.array(item).min(2, "needs at least two items"),
  right: z.array(item).min(2, "needs at least two items"),
  pairs: z.record(z.string(), z.string()),
};
const fillIn = { kind: z.literal("fill-in"), blanks: z.array(blank).min(1, "needs at least one blank") };
const numeric = { kind: z.literal("numeric"), numeric: numericKey };
const shortAnswer = { kind: z.literal("short-answer"), rubric, maxChars };
const caseStudy = { kind: z.literal("case"), case: bilingual, rubric, maxChars };

const kindError = { error: "kind must be single, multiple, true-false, matching, ordering, fill-in, numeric, short-answer or case" };

/** One question of a chapter's bank. */
export const questionSchema = z
  .discriminatedUnion(
    "kind",
    [
      z.strictObject({ ...core, ...classified, ...single }),
      z.strictObject({ ...core, ...classified, ...multiple }),
      z.strictObject({ ...core, ...classified, ...trueFalse }),
      z.strictObject({ ...core, ...classified, ...matching }),
      z.strictObject({ ...core, ...classified, ...ordering }),
      z.strictObject({ ...core, ...classified, ...fillIn }),
      z.strictObject({ ...core, ...classified, ...numeric }),
      z.strictObject({ ...core, ...classified, ...shortAnswer }),
      z.strictObject({ ...core, ...classified, ...caseStudy }),
    ],
    kindError,
  )
  .superRefine((question, ctx) => checkFields(question, ctx)) satisfies z.ZodType<QuestionVersion>;

/** One question inside a section: fewer kinds, no classification needed. */
export const checkInSchema = z
  .discriminatedUnion(
    "kind",
    [
      z.strictObject({ ...core, ...unclassified, ...single }),
      z.strictObject({ ...core, ...unclassified, ...multiple }),
      z.strictObject({ ...core, ...unclassified, ...trueFalse }),
      z.strictObject({ ...core, ...unclassified, ...ordering }),
    ],
    { error: "a check-in's kind must be single, multiple, true-false or ordering" },
  )
  .superRefine((question, ctx) => checkFields(question, ctx)) satisfies z.ZodType<CheckInQuestion>;

/** A file of questions/*.yaml: a list without a repeated id. */
export const questionFileSchema = z.array(questionSchema).superRefine((list, ctx) => checkUniqueIds(list, [], ctx));

/** A checkins.yaml: a list without a repeated id. */
export const checkInFileSchema = z.array(checkInSchema).superRefine((list, ctx) => checkUniqueIds(list, [], ctx));

/** The `quiz` part of a chapter.yaml. */
export const quizDefinitionSchema = z.strictObject({
  minutes: z.int().min(1).max(240),
  blueprint: z
    .array(
      z.strictObject({
        competency: id,
        difficulty: z.array(difficulty).min(1, "name at least one difficulty"),
        count: z.int().min(1),
      }),
    )
    .min(1, "needs at least one cell"),
});
export type QuizDefinition = z.infer<typeof quizDefinitionSchema>;

/** The rules between fields; the switch is exhaustive over every kind. */
function checkFields(question: QuestionVersion | CheckInQuestion, ctx: z.RefinementCtx): void {
  if (question.kind !== "fill-in") checkNoBlanks(question.stem, ctx);
  switch (question.kind) {
    case "single":
      checkUniqueIds(question.options, ["options"], ctx);
      return checkSingleKey(question.options, ctx);
    case "multiple":
      checkUniqueIds(question.options, ["options"], ctx);
      return checkMultipleKey(question.options, ctx);
    case "matching":
      checkUniqueIds(question.left, ["left"], ctx);
      checkUniqueIds(question.right, ["right"], ctx);
      return checkPairs(question, ctx);
    case "ordering":
      return checkUniqueIds(question.items, ["items"], ctx);
    case "fill-in":
      checkUniqueIds(question.blanks, ["blanks"], ctx);
      return checkBlanks(question, ctx);
    case "short-answer":
    case "case":
      checkUniqueIds(question.rubric.criteria, ["rubric", "criteria"], ctx);
      return checkRubric(question.rubric, ctx);
    case "true-false":
    case "numeric":
      return;
  }
}
