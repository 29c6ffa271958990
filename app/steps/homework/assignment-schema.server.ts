/** The format of a chapter's homework.yaml (docs/content.md). */
import { z } from "zod";
import type { Assignment } from "./assignment";

const text = z.string().trim().min(1, "must not be empty");
const bilingual = z.strictObject({ zh: text, en: text });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens, such as first-visit");
const core = { id, title: bilingual, hint: bilingual.optional(), required: z.boolean() };
const most = z.int().min(1, "must be at least 1").max(10, "must be at most 10");

const part = z.discriminatedUnion(
  "kind",
  [
    z.strictObject({ ...core, kind: z.literal("text"), maxChars: z.int().min(20, "must be at least 20").max(5000, "must be at most 5000") }),
    z.strictObject({ ...core, kind: z.literal("sheet"), sheet: id }),
    z.strictObject({ ...core, kind: z.literal("files"), most }),
    z.strictObject({ ...core, kind: z.literal("recording"), most }),
  ],
  { error: "kind must be text, sheet, files or recording" },
);

/** homework.yaml. */
export const assignmentSchema = z
  .strictObject({
    title: bilingual,
    task: bilingual,
    parts: z.array(part).min(1, "name at least one part to hand in").max(8, "has at most eight parts"),
    rubric: id,
    rehearsal: z.strictObject({ least: z.int().min(0).max(10), guide: bilingual, parts: z.array(z.strictObject({ id, title: bilingual })).min(1, "name at least one part to rehearse") }),
    peerReview: z.strictObject({ guide: bilingual }),
  })
  .superRefine(({ parts, rehearsal }, context) => {
    const unique = (path: string[], ids: readonly string[]): void => {
      ids.forEach((value, index) => {
        if (ids.indexOf(value) < index) context.addIssue({ code: "custom", path: [...path, index, "id"], message: `"${value}" is used twice — ids must be unique` });
      });
    };
    unique(["parts"], parts.map((entry) => entry.id));
    unique(["rehearsal", "parts"], rehearsal.parts.map((entry) => entry.id));
    if (!parts.some(({ required }) => required)) context.addIssue({ code: "custom", path: ["parts"], message: "none is required — homework must ask for something" });
  }) satisfies z.ZodType<Assignment>;
