import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parse } from "yaml";
import { publishChapters } from "~/courseware/index.server";
import { inTransaction } from "~/db/index.server";
import { publishRubrics, readRubrics } from "~/marking/index.server";
import type { Services } from "~/platform/context";
import { publishSheets } from "~/sheets/index.server";
import { publishAnchors, publishTasks, readAnchors, readTasks } from "~/steps/defense/index.server";
import { publishAssignments, readAssignments } from "~/steps/homework/index.server";
import { checkInFileSchema, publishQuestions } from "~/steps/quiz/index.server";
import { publishScenarios, readScenarios } from "~/steps/role-play/index.server";

const ROOT = "content";

/** Brings chapters, question banks, rubrics, tool sheets, homework, defenses and role-plays in the database to what content/ says; quick where nothing has changed. */
export async function publishContent(services: Pick<Services, "db" | "log">, now: Date): Promise<void> {
  const { db, log } = services;
  const report = await publishChapters(db, { root: ROOT, now, checkinSchema: checkInFileSchema, log: (message) => log.info({ part: "content" }, message) });
  for (const { slug, problems } of report.failed) log.error({ part: "content", slug, problems }, "a chapter stays as it was: its files have mistakes");
  for (const slug of await readdir(path.join(ROOT, "chapters"))) await publishBank(services, slug, now);
  await publishAllRubrics(services, now);
  await publishAllSheets(services, now);
  await publishHomework(services, now);
  await publishDefenses(services, now);
  await publishAllAnchors(services, now);
  await publishAllScenarios(services, now);
}

async function publishAllSheets({ db, log }: Pick<Services, "db" | "log">, now: Date): Promise<void> {
  const { published, retired, failed } = await publishSheets(db, { root: ROOT, now });
  for (const { key, problems } of failed) log.error({ part: "content", sheet: key, problems }, "a tool sheet stays as it was: its file has mistakes");
  if (published.length + retired.length > 0) log.info({ part: "content", published, retired }, "tool sheets published");
}

async function publishHomework({ db, log }: Pick<Services, "db" | "log">, now: Date): Promise<void> {
  const files = await readAssignments(ROOT);
  const broken = files.filter(({ assignment }) => assignment === undefined);
  for (const { file, problems } of broken) log.error({ part: "content", file, problems }, "assignments stay as they were: a file has mistakes");
  if (broken.length > 0) return;
  const assignments = files.flatMap(({ chapterSlug, assignment }) => (assignment === undefined ? [] : [{ chapterSlug, assignment }]));
  await inTransaction(db, "publish homework", (trx) => publishAssignments(trx, { assignments, now }));
}

async function publishDefenses({ db, log }: Pick<Services, "db" | "log">, now: Date): Promise<void> {
  const files = await readTasks(ROOT);
  const broken = files.filter(({ task }) => task === undefined);
  for (const { file, problems } of broken) log.error({ part: "content", file, problems }, "defense tasks stay as they were: a file has mistakes");
  if (broken.length > 0) return;
  const tasks = files.flatMap(({ chapterSlug, task }) => (task === undefined ? [] : [{ chapterSlug, task }]));
  await inTransaction(db, "publish defenses", (trx) => publishTasks(trx, { tasks, now }));
}

async function publishAllAnchors({ db, log }: Pick<Services, "db" | "log">, now: Date): Promise<void> {
  const files = await readAnchors(ROOT);
  const broken = files.filter(({ anchor }) => anchor === undefined);
  for (const { file, problems } of broken) log.error({ part: "content", file, problems }, "anchors stay as they were: a file has mistakes");
  if (broken.length > 0) return;
  const anchors = files.flatMap(({ key, anchor }) => (anchor === undefined ? [] : [{ key, anchor }]));
  const { resting } = await inTransaction(db, "publish anchors", (trx) => publishAnchors(trx, { anchors, now }));
  if (resting.length > 0) log.error({ part: "content", anchors: resting }, "anchors rest: their agreed scores do not fit the rubric");
}

async function publishAllScenarios({ db, log }: Pick<Services, "db" | "log">, now: Date): Promise<void> {
  const files = await readScenarios(ROOT);
  for (const chapterSlug of await readdir(path.join(ROOT, "chapters"))) {
    const own = files.filter((file) => file.chapterSlug === chapterSlug);
    const problems = own.flatMap((file) => file.problems);
    if (problems.length > 0) log.error({ part: "content", chapterSlug, problems }, "a chapter's role-plays stay as they were: a file has mistakes");
    else await inTransaction(db, "publish role-plays", (trx) => publishScenarios(trx, { chapterSlug, scenarios: own.flatMap(({ scenario }) => scenario ?? []), now }));
  }
}

async function publishAllRubrics({ db, log }: Pick<Services, "db" | "log">, now: Date): Promise<void> {
  const files = await readRubrics(ROOT);
  const broken = files.filter(({ rubric }) => rubric === undefined);
  for (const { file, problems } of broken) log.error({ part: "content", file, problems }, "rubrics stay as they were: a file has mistakes");
  if (broken.length > 0) return;
  await inTransaction(db, "publish rubrics", (trx) => publishRubrics(trx, { rubrics: files.flatMap(({ rubric }) => rubric ?? []), now }));
}

async function publishBank({ db, log }: Pick<Services, "db" | "log">, slug: string, now: Date): Promise<void> {
  const folder = path.join(ROOT, "chapters", slug);
  const chapter = parse(await readFile(path.join(folder, "chapter.yaml"), "utf8")) as { quiz?: unknown };
  const files = (await readdir(path.join(folder, "questions")).catch(() => [])).filter((file) => file.endsWith(".yaml")).sort();
  const lists = await Promise.all(files.map(async (file) => parse(await readFile(path.join(folder, "questions", file), "utf8")) as unknown));
  const input = { chapterSlug: slug, questions: lists.flat(), quiz: chapter.quiz ?? null, now };
  const result = await inTransaction(db, "publish questions", (trx) => publishQuestions(trx, input));
  if (!result.ok) log.error({ part: "content", slug, issues: result.error.issues }, "a question bank stays as it was: its files have mistakes");
}
