/** The format of content/rubrics/*.yaml (docs/content.md). */
import { z } from "zod";
import { type Rubric, RUBRIC_USES } from "./rubric";

const text = z.string().trim().min(1, "must not be empty");
const bilingual = z.strictObject({ zh: text, en: text });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens, such as next-step");
const level = z.strictObject({ points: z.int("must be a whole number").min(0, "must not be negative").max(20, "must be at most 20"), text: bilingual });

const criterion = z.strictObject({
  id,
  title: bilingual,
  hint: bilingual.optional(),
  competencies: z.array(id).min(1, "name at least one competency"),
  levels: z
    .array(level)
    .min(2, "needs at least two levels")
    .max(5, "has at most five levels: the keys 1–5 choose them")
    .refine((levels) => levels.every(({ points }, at) => at === 0 || points > (levels[at - 1]?.points ?? 0)), "must rise from level to level: the weakest first"),
});

/** One rubric. */
export const rubricSchema = z
  .strictObject({
    key: id,
    use: z.enum(RUBRIC_USES, { error: `must be one of ${RUBRIC_USES.join(", ")}` }),
    title: bilingual,
    criteria: z.array(criterion).min(4, "needs four to six criteria").max(6, "needs four to six criteria"),
  })
  .superRefine(({ use, criteria }, context) => {
    criteria.forEach((entry, index) => {
      // Examiners' levels are compared with one another: a level is its own number.
      if (use === "defense" && entry.levels.some(({ points }, at) => points !== at)) {
        context.addIssue({ code: "custom", path: ["criteria", index, "levels"], message: "of a rubric for the defense, points must be 0, 1, 2 and so on" });
      }
      if (criteria.findIndex((other) => other.id === entry.id) < index) context.addIssue({ code: "custom", path: ["criteria", index, "id"], message: `"${entry.id}" is used twice — ids of criteria must be unique` });
    });
  }) satisfies z.ZodType<Rubric>;
