/** The format of a chapter's defense.yaml (docs/content.md). */
import { z } from "zod";
import type { DefenseTask } from "./task";

const text = z.string().trim().min(1, "must not be empty");
const bilingual = z.strictObject({ zh: text, en: text });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens, such as who-can-say-no");
const minutes = (most: number) => z.int("must be a whole number").min(1, "must be at least 1").max(most, `must be at most ${most}`);

const prompt = z.strictObject({
  id,
  theme: bilingual,
  text: bilingual,
  looksFor: z.array(bilingual).min(1, "say at least one thing that a good answer contains").max(6, "has at most six lines"),
  followUp: bilingual.optional(),
  criteria: z.array(id).min(1, "name at least one criterion of the rubric"),
});

/** defense.yaml. */
export const taskSchema = z
  .strictObject({
    rubric: id,
    minutes: z.strictObject({ presentation: minutes(60), questions: minutes(60), deliberation: minutes(60) }),
    task: bilingual,
    exhibits: z.array(id).max(6, "has at most six sheets"),
    prompts: z.array(prompt).min(2, "needs at least two prompts").max(12, "has at most twelve prompts"),
  })
  .superRefine(({ prompts }, context) => {
    prompts.forEach((entry, index) => {
      if (prompts.findIndex((other) => other.id === entry.id) < index) context.addIssue({ code: "custom", path: ["prompts", index, "id"], message: `"${entry.id}" is used twice — ids of prompts must be unique` });
    });
  }) satisfies z.ZodType<DefenseTask>;
