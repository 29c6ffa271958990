/** The format of content/anchors/*.yaml (docs/content.md). */
import { z } from "zod";
import type { Anchor } from "./anchor";

const text = z.string().trim().min(1, "must not be empty");
const bilingual = z.strictObject({ zh: text, en: text });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens, such as cold-store");

/** One anchor defense. */
export const anchorSchema = z
  .strictObject({
    chapter: id,
    rubric: id,
    title: bilingual,
    candidate: bilingual,
    exhibits: z.array(z.strictObject({ title: bilingual, items: z.array(z.strictObject({ term: bilingual, text: bilingual })).min(1, "has no items") })).min(1, "name at least one exhibit").max(6, "has at most six exhibits"),
    transcript: z.array(z.strictObject({ who: z.enum(["candidate", "examiner"]), text: bilingual })).min(4, "is too short to be judged"),
    consensus: z.array(z.strictObject({ criterion: id, points: z.int().min(0).max(20), reason: bilingual })).min(4, "needs an agreed score for every criterion"),
    lesson: bilingual,
  })
  .superRefine(({ consensus }, context) => {
    consensus.forEach(({ criterion }, index) => {
      if (consensus.findIndex((other) => other.criterion === criterion) < index) context.addIssue({ code: "custom", path: ["consensus", index, "criterion"], message: `"${criterion}" is scored twice` });
    });
  }) satisfies z.ZodType<Anchor>;
