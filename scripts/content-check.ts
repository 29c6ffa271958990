/**
 * Checks content/ (or the folder named): `npm run content:check`. Prints every problem as `file:line: what is wrong — what would be
 * right`, and ends with 1 when there is one. The one place where the rules of courses, of questions, tool sheets, rubrics and role-plays meet.
 */
import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { checkContent } from "../app/courseware/check/check-content.server";
import type { ContentRules } from "../app/courseware/check/rules";
import { readChapters } from "../app/courseware/read-content.server";
import { readRubrics, type RubricFile } from "../app/marking/index.server";
import { type ContentProblem, formatProblem } from "../app/platform/content-error";
import { checkSheets } from "../app/sheets/check/check-sheets.server";
import { readAnchors } from "../app/steps/defense/raters/read-anchors.server";
import { readTasks } from "../app/steps/defense/read-tasks.server";
import { readAssignments } from "../app/steps/homework/read-assignments.server";
import { bankEntry, drawPaper } from "../app/steps/quiz/paper";
import type { QuestionVersion } from "../app/steps/quiz/question";
import { checkInFileSchema, questionFileSchema } from "../app/steps/quiz/question-schema.server";
import { readScenarios } from "../app/steps/role-play/read-scenarios.server";

/** A learner has three attempts, each with other questions. */
const PAPERS = 3;
const STEPS = ["preview", "quiz", "lecture", "group-work", "role-play", "homework", "defense", "field-tracking"];

/** The rules as this project has them. */
export function contentRules(root: string): ContentRules<QuestionVersion> {
  return {
    checkinSchema: checkInFileSchema,
    questionSchema: questionFileSchema,
    steps: STEPS,
    tools: toolKeys(root),
    shortfall(bank, blueprint) {
      const tripled = blueprint.map((cell) => ({ ...cell, count: cell.count * PAPERS }));
      const drawn = drawPaper(
        bank.map((question) => bankEntry(question.id, question)),
        tripled,
        "content-check",
      );
      return drawn.ok ? [] : drawn.error.cells;
    },
  };
}

function toolKeys(root: string): string[] | null {
  try {
    return readdirSync(path.join(root, "sheets")).map((name) => path.parse(name).name);
  } catch {
    return null;
  }
}

/** The ids in competencies.yaml, as far as it can be read; its own check says what is wrong with it. */
function competencyIds(root: string): Set<string> {
  try {
    const list: unknown = parse(readFileSync(path.join(root, "competencies.yaml"), "utf8"));
    return new Set(Array.isArray(list) ? list.map((entry: { id?: unknown } | null) => String(entry?.id)) : []);
  } catch {
    return new Set();
  }
}

/** Assignments with what they name, and chapters whose learners would have none. */
async function checkHomework(root: string, rubrics: ReadonlySet<string>): Promise<ContentProblem[]> {
  const files = await readAssignments(root, { rubrics, sheets: new Set(toolKeys(root) ?? []) });
  const missing = (await readChapters(root)).flatMap(({ slug, location, files: sources }) => {
    const chapter = parse(sources["chapter.yaml"] ?? "") as { status?: unknown; omits?: unknown } | null;
    const asks = chapter?.status === "published" && !(Array.isArray(chapter.omits) && chapter.omits.includes("homework"));
    return asks && !files.some(({ chapterSlug }) => chapterSlug === slug) ? [{ file: path.join(location, "homework.yaml"), line: 1, message: "does not exist — write it (docs/content.md), or omit the step in chapter.yaml: omits: [homework]" }] : [];
  });
  return [...files.flatMap(({ problems }) => problems), ...missing];
}

/** Defense tasks and anchors with the rubrics, chapters and sheets that they name. */
async function checkDefenses(root: string, rubrics: readonly RubricFile[]): Promise<ContentProblem[]> {
  const ofDefense = new Map(rubrics.flatMap(({ rubric }) => (rubric?.use === "defense" ? [[rubric.key, rubric] as const] : [])));
  const tasks = await readTasks(root, { rubrics: ofDefense, sheets: new Set(toolKeys(root) ?? []) });
  const anchors = await readAnchors(root, { rubrics: ofDefense, chapters: new Set(readdirSync(path.join(root, "chapters"))) });
  return [...tasks, ...anchors].flatMap(({ problems }) => problems);
}

/** The ids of every chapter's sections, as far as they can be read. */
function sectionIds(root: string): Map<string, string[]> {
  const chapters = readdirSync(path.join(root, "chapters"));
  return new Map(
    chapters.map((slug) => {
      try {
        const chapter = parse(readFileSync(path.join(root, "chapters", slug, "chapter.yaml"), "utf8")) as { sections?: { id?: unknown }[] } | null;
        return [slug, (chapter?.sections ?? []).map((section) => String(section.id))];
      } catch {
        return [slug, []];
      }
    }),
  );
}

if (import.meta.filename === path.resolve(process.argv[1] ?? "")) {
  const root = path.resolve(process.argv[2] ?? "content");
  const competencies = competencyIds(root);
  const rubrics = await readRubrics(root, competencies);
  const homework = await checkHomework(root, new Set(rubrics.flatMap(({ rubric }) => (rubric?.use === "homework" ? [rubric.key] : []))));
  const defenses = await checkDefenses(root, rubrics);
  const scenarios = (await readScenarios(root, { competencies, sections: sectionIds(root) })).flatMap((file) => file.problems);
  const problems = [...(await checkContent(root, contentRules(root))), ...(await checkSheets(root)), ...rubrics.flatMap((file) => file.problems), ...homework, ...defenses, ...scenarios];
  for (const problem of problems) console.log(formatProblem(problem));
  console.log(problems.length === 0 ? "content: nothing wrong" : `content: ${problems.length} ${problems.length === 1 ? "problem" : "problems"}`);
  process.exitCode = problems.length === 0 ? 0 : 1;
}
