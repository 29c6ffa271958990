/** The zod schemas of chapter.yaml, glossary.yaml and competencies.yaml (docs/content.md). */
import { z } from "zod";
import { CHAPTER_STATUSES, type ChapterDefinition, type GlossaryTerm } from "./chapter";

const text = z.string().trim().min(1, "must not be empty");
const bilingual = z.strictObject({ zh: text, en: text });
const id = z.string().regex(/^[a-z0-9][a-z0-9-]*$/, "must be lower-case letters, digits and hyphens, such as build-trust");
const minutes = z.int().min(1, "must be at least 1").max(240, "must be at most 240");

const section = z.strictObject({
  id,
  file: z.string().regex(/^[0-9]{2}-[a-z0-9-]+$/, "must be like 01-why-trust, without language and extension"),
  title: bilingual,
  minutes,
  required: z.boolean(),
  competencies: z.array(id).min(1, "name at least one competency"),
  checkins: z.array(id).default([]),
});

const difficulty = z.literal([1, 2, 3], { error: "must be 1, 2 or 3" });
const cell = z.strictObject({ competency: id, difficulty: z.array(difficulty).min(1, "name at least one difficulty"), count: z.int().min(1, "must be at least 1") });

/** chapter.yaml. */
export const chapterSchema = z
  .strictObject({
    slug: z.string().regex(/^[0-9]{2}-[a-z0-9-]+$/, "must be like 03-build-trust"),
    number: z.int().min(1).max(99),
    status: z.enum(CHAPTER_STATUSES, { error: "must be published or outline" }),
    title: bilingual,
    summary: bilingual,
    goals: z.array(bilingual).min(1, "name at least one goal"),
    competencies: z.array(id).min(1, "name at least one competency"),
    tools: z.array(id),
    omits: z.array(id).default([]),
    sections: z.array(section).default([]),
    quiz: z.strictObject({ minutes, blueprint: z.array(cell).min(1, "needs at least one cell") }).optional(),
  })
  .superRefine((chapter, context) => {
    const repeated = (path: (index: number) => PropertyKey[], values: readonly string[]): void => {
      values.forEach((value, index) => {
        if (values.indexOf(value) < index) context.addIssue({ code: "custom", path: path(index), message: `"${value}" is used twice — ids and files of sections must be unique` });
      });
    };
    repeated((index) => ["sections", index, "id"], chapter.sections.map((entry) => entry.id));
    repeated((index) => ["sections", index, "file"], chapter.sections.map((entry) => entry.file));
    if (chapter.status === "published" && chapter.sections.length === 0) {
      context.addIssue({ code: "custom", path: ["sections"], message: "a published chapter has no sections — add some, or set status: outline" });
    }
    if (chapter.status === "published" && chapter.quiz === undefined && !chapter.omits.includes("quiz")) {
      context.addIssue({ code: "custom", path: [], message: "quiz is missing — add minutes and blueprint, or omit the step: omits: [quiz]" });
    }
  }) satisfies z.ZodType<ChapterDefinition>;

const term = z.strictObject({ id, zh: text, en: text, pinyin: text, definition: bilingual, chapters: z.array(text).default([]) });

/** glossary.yaml. */
export const glossarySchema = z.array(term).superRefine((terms, context) => {
  terms.forEach((entry, index) => {
    if (terms.findIndex((other) => other.id === entry.id) < index) context.addIssue({ code: "custom", path: [index, "id"], message: `"${entry.id}" is used twice — ids must be unique` });
  });
}) satisfies z.ZodType<GlossaryTerm[]>;

/** competencies.yaml. */
export const competenciesSchema = z.array(z.strictObject({ id, group: z.enum(["step", "skill", "management"], { error: "must be step, skill or management" }), title: bilingual }));
