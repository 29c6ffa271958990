/** The zod schema of answers as they come from a browser: bounded in size, strict per kind. */
import { z } from "zod";
import type { QuizResponse } from "./question";

const partId = z.string().max(64);
const parts = z.array(partId).max(40);
const written = z.string().max(8000);
const short = z.string().max(200);

/** An answer to one question. Whether it fits the question is checked against the paper. */
export const responseSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("single"), option: partId }),
  z.strictObject({ kind: z.literal("multiple"), options: parts }),
  z.strictObject({ kind: z.literal("true-false"), value: z.boolean() }),
  z.strictObject({ kind: z.literal("matching"), pairs: z.record(partId, partId) }),
  z.strictObject({ kind: z.literal("ordering"), order: parts }),
  z.strictObject({ kind: z.literal("fill-in"), blanks: z.record(partId, short) }),
  z.strictObject({ kind: z.literal("numeric"), text: short }),
  z.strictObject({ kind: z.literal("short-answer"), text: written }),
  z.strictObject({ kind: z.literal("case"), text: written }),
]) satisfies z.ZodType<QuizResponse>;

/** One saved answer: which question, based on which revision, under which id. */
export const saveOpSchema = z.strictObject({
  opId: z.uuid(),
  position: z.int().min(0).max(500),
  baseRevision: z.int().min(0),
  value: responseSchema.nullable(),
  flagged: z.boolean().optional(),
});

/** A batch as the browser's answer log sends it. */
export const saveBatchSchema = z.strictObject({ ops: z.array(saveOpSchema).min(1).max(60) });

/** Why a page hands in: the learner pressed the button, or its clock says that the time is over. */
export const handInSchema = z.strictObject({ because: z.enum(["learner", "deadline"]) });
