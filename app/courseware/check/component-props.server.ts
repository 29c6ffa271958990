/** What each component of a text must be given (docs/content.md). */
import { z } from "zod";
import { BUYING_ROLES } from "../exercises/org-chart";

const text = z.string().trim().min(1, "must not be empty");
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens");
const stage = z.enum(["acquaintance", "interaction", "personal-relation", "alliance"], { error: "must be acquaintance, interaction, personal-relation or alliance" });
const advice = z.strictObject({ title: text, do: z.array(text).min(1), avoid: z.array(text).min(1) });

function listOf<T extends z.ZodType<{ id: string }>>(item: T, least: number) {
  return z
    .array(item)
    .min(least, `needs at least ${least}`)
    .superRefine((list, context) => {
      list.forEach((entry, at) => {
        if (list.findIndex((other) => other.id === entry.id) < at) context.addIssue({ code: "custom", path: [at, "id"], message: `"${entry.id}" is used twice — ids must be unique` });
      });
    });
}

const people = listOf(
  z.strictObject({ id, name: text, title: text, reportsTo: id.optional(), says: text, roles: z.array(z.enum(BUYING_ROLES, { error: `must be ${BUYING_ROLES.join(", ")}` })), why: text }),
  2,
).superRefine((list, context) => {
  list.forEach(({ reportsTo, id: own }, at) => {
    if (reportsTo !== undefined && (reportsTo === own || !list.some((person) => person.id === reportsTo))) {
      context.addIssue({ code: "custom", path: [at, "reportsTo"], message: `"${reportsTo}" is nobody else here — give another person's id, or leave it out for the top` });
    }
  });
});

/** By component name; what is not here (figures, slides) is checked elsewhere. */
export const componentProps: Readonly<Record<string, z.ZodType>> = {
  CheckIn: z.strictObject({ id }),
  Media: z.strictObject({
    id,
    kind: z.enum(["audio", "video"], { error: "must be audio or video" }),
    src: z.string().regex(/^media\/[\w.-]+$/, "must be a file of the chapter's media folder, such as media/opening.webm"),
    captions: z.string().regex(/^media\/[\w.-]+\.vtt$/, "must be a .vtt file of the chapter's media folder").optional(),
    seconds: z.number().positive("must be the length in seconds"),
    title: text,
  }),
  InterestNeedQuadrant: z.strictObject({ customers: listOf(z.strictObject({ id, name: text, note: text, interest: z.boolean(), need: z.boolean(), why: text }), 4) }),
  BuyingRoleMap: z.strictObject({ people }),
  PersonalityCompass: z.strictObject({
    people: listOf(z.strictObject({ id, name: text, scene: text, task: z.boolean(), forceful: z.boolean(), why: text }), 2),
    advice: z.strictObject({ "task-forceful": advice, "task-easygoing": advice, "people-forceful": advice, "people-easygoing": advice }),
  }),
  RelationshipLadder: z.strictObject({
    stages: listOf(z.strictObject({ id: stage, title: text, sign: text }), 4),
    moves: listOf(z.strictObject({ id, text, stage, why: text }), 4),
  }),
  IntroductionBuilder: z.strictObject({
    maxChars: z.int().min(20).max(400),
    examples: z.array(z.strictObject({ label: text, name: text, company: text, achievement: text, link: text })).min(1, "needs at least 1"),
    weak: z.array(z.strictObject({ text, why: text })).min(1, "needs at least 1"),
  }),
};
