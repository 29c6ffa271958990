/** Brings a chapter's question bank to what content/ says: versions by content hash, nothing ever overwritten. */
import type { Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { contentHash } from "~/platform/content-hash.server";
import { fail, ok, type Result } from "~/platform/result";
import { bankEntry } from "./paper";
import type { QuestionVersion } from "./question";
import { questionFileSchema, quizDefinitionSchema } from "./question-schema.server";

export type PublishInput = {
  chapterSlug: string;
  /** The parsed YAML of every file of questions/, one list after the other. */
  questions: unknown;
  /** The parsed `quiz` of chapter.yaml; null for a chapter without one. */
  quiz: unknown;
  now: Date;
};

export type PublishQuestionsReport = { added: string[]; changed: string[]; retired: string[]; unchanged: number };
export type PublishQuestionsError = { code: "invalid-questions"; issues: { path: string; message: string }[] };

/**
 * Stores new versions, points each question at its newest, and retires questions that are gone.
 * Papers keep the versions they were drawn with. Safe to repeat: the same content changes nothing.
 */
export async function publishQuestions(trx: Transaction<DB>, input: PublishInput): Promise<Result<PublishQuestionsReport, PublishQuestionsError>> {
  const parsed = questionFileSchema.safeParse(input.questions);
  const quiz = quizDefinitionSchema.nullable().safeParse(input.quiz);
  if (!parsed.success || !quiz.success) {
    const issues = [...(parsed.error?.issues ?? []), ...(quiz.error?.issues ?? [])];
    return fail({ code: "invalid-questions", issues: issues.map(({ path, message }) => ({ path: path.join("."), message })) });
  }
  await storeBlueprint(trx, input.chapterSlug, quiz.data);
  const versions = parsed.data.map((question) => ({ hash: hashQuestion(question), question }));
  const before = await trx
    .selectFrom("question")
    .select(["id", "current_hash", "retired_at"])
    .where((eb) => eb.or([eb("chapter_slug", "=", input.chapterSlug), ...(versions.length === 0 ? [] : [eb("id", "in", versions.map(({ question }) => question.id))])]))
    .execute();
  const known = new Map(before.map((row) => [row.id, row]));

  if (versions.length > 0) {
    await storeVersions(trx, input, versions);
    await pointAtNewest(trx, input.chapterSlug, versions);
  }
  const current = new Set(versions.map(({ question }) => question.id));
  const retired = before.filter((row) => row.retired_at === null && !current.has(row.id)).map((row) => row.id);
  if (retired.length > 0) await trx.updateTable("question").set({ retired_at: input.now }).where("id", "in", retired).execute();

  const added = versions.filter(({ question }) => !known.has(question.id)).map(({ question }) => question.id);
  const changed = versions.filter(({ question, hash }) => known.has(question.id) && known.get(question.id)?.current_hash !== hash).map(({ question }) => question.id);
  return ok({ added, changed, retired, unchanged: versions.length - added.length - changed.length });
}

type HashedQuestion = { hash: string; question: QuestionVersion };

async function storeVersions(trx: Transaction<DB>, { chapterSlug, now }: PublishInput, versions: HashedQuestion[]): Promise<void> {
  const rows = versions.map(({ hash, question }) => {
    const { competency, difficulty, section, parts, kind } = bankEntry(hash, question);
    const body = question as JsonValue;
    return { hash, question_id: question.id, chapter_slug: chapterSlug, kind, competency, difficulty, section, parts, body, first_seen: now };
  });
  await trx.insertInto("question_version").values(rows).onConflict((conflict) => conflict.column("hash").doNothing()).execute();
}

async function pointAtNewest(trx: Transaction<DB>, chapterSlug: string, versions: HashedQuestion[]): Promise<void> {
  await trx
    .insertInto("question")
    .values(versions.map(({ hash, question }, at) => ({ id: question.id, chapter_slug: chapterSlug, current_hash: hash, position: at + 1, retired_at: null })))
    .onConflict((conflict) =>
      conflict.column("id").doUpdateSet((eb) => ({
        chapter_slug: eb.ref("excluded.chapter_slug"),
        current_hash: eb.ref("excluded.current_hash"),
        position: eb.ref("excluded.position"),
        retired_at: null,
      })),
    )
    .execute();
}

async function storeBlueprint(trx: Transaction<DB>, chapterSlug: string, quiz: { minutes: number; blueprint: { competency: string; difficulty: number[]; count: number }[] } | null): Promise<void> {
  if (quiz === null) {
    await trx.deleteFrom("quiz_blueprint").where("chapter_slug", "=", chapterSlug).execute();
    return;
  }
  const { minutes, blueprint: cells } = quiz;
  await trx
    .insertInto("quiz_blueprint")
    .values({ chapter_slug: chapterSlug, minutes, cells })
    .onConflict((conflict) => conflict.column("chapter_slug").doUpdateSet((eb) => ({ minutes: eb.ref("excluded.minutes"), cells: eb.ref("excluded.cells") })))
    .execute();
}

/** The name of a version: a hash of its content. */
export function hashQuestion(question: QuestionVersion): string {
  return contentHash(question);
}
