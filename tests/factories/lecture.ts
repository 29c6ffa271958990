/** A cohort with learners, a chapter that has slides and a poll, and classes held by the real use cases. */
import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB, JsonValue } from "~/db/schema";
import { makeCohort, type TestCohort } from "~/pipeline/testing.server";
import { currentCode, planSession } from "~/steps/lecture/index.server";
import type { AttendanceStatus } from "~/steps/lecture/attendance";
import { publishQuestions } from "~/steps/quiz/index.server";
import { sampleQuestions } from "./quiz-questions";

export const CLASS_START = new Date("2026-03-10T06:00:00Z");
/** So many minutes after the class is planned to begin. */
export const minute = (minutes: number): Date => new Date(CLASS_START.getTime() + minutes * 60_000);

export interface LectureWorld extends TestCohort {
  cohortId: string;
  chapter: string;
  instructor: { id: string };
  /** Persons in the order of `enrolments`. */
  people: string[];
  plan(more?: Partial<Parameters<typeof planSession>[2]>): Promise<{ cohortId: string; sessionId: string }>;
  /** The code on the wall. */
  code(sessionId: string, now: Date): Promise<string>;
  act<T>(work: (trx: Transaction<DB>) => Promise<T>): Promise<T>;
  step(learner: number, chapter?: string): Promise<string>;
  latest(sessionId: string, learner: number): Promise<{ status: AttendanceStatus; how: string; flagged: string | null } | undefined>;
}

let worlds = 0;

export async function lectureWorld(db: Kysely<DB>, { learners = 2, chapters = 1, gate = {} }: { learners?: number; chapters?: number; gate?: Record<string, number | boolean> } = {}): Promise<LectureWorld> {
  worlds += 1;
  const slugs = Array.from({ length: chapters }, (_, at) => `${String(10 + at)}-lecture-${worlds}-${randomUUID().slice(0, 6)}`);
  for (const [at, slug] of slugs.entries()) await makeChapter(db, slug, at + 1);
  const cohort = await makeCohort(db, { learners, chapters: slugs, plan: { lecture: { gate: gate as Record<string, number> } } });
  await db.updateTable("cohort").set({ state: "open" }).where("id", "=", cohort.id).execute();
  const chapter = slugs[0]!;
  const rows = await db.selectFrom("enrolment").select(["id", "person_id"]).where("cohort_id", "=", cohort.id).execute();
  const act: LectureWorld["act"] = (work) => inTransaction(db, "test", work);
  return {
    ...cohort,
    cohortId: cohort.id,
    chapter,
    instructor: { id: cohort.teacher },
    people: cohort.enrolments.map((id) => rows.find((row) => row.id === id)!.person_id),
    act,
    async plan(more = {}) {
      const result = await act((trx) =>
        planSession(trx, { id: cohort.teacher }, { cohortId: cohort.id, title: "第三章讲授", place: "301 教室", link: null, startsAt: minute(0), endsAt: minute(180), chapterSlugs: slugs, now: minute(-1440), ...more }),
      );
      if (!result.ok) throw new Error(result.error.code);
      return { cohortId: cohort.id, sessionId: result.value.sessionId };
    },
    async code(sessionId, now) {
      const { code_secret } = await db.selectFrom("lecture_session").select("code_secret").where("id", "=", sessionId).executeTakeFirstOrThrow();
      return currentCode(code_secret, now).code;
    },
    async step(learner, slug = chapter) {
      const row = await db.selectFrom("progress").select("state").where("enrolment_id", "=", cohort.enrolments[learner]!).where("chapter_slug", "=", slug).where("step", "=", "lecture").executeTakeFirstOrThrow();
      return row.state;
    },
    latest: (sessionId, learner) =>
      db.selectFrom("attendance").select(["status", "how", "flagged"]).where("session_id", "=", sessionId).where("enrolment_id", "=", cohort.enrolments[learner]!).orderBy("id", "desc").limit(1).executeTakeFirst(),
  };
}

/** A chapter with three slides, of which `poll` asks a single-choice question and `many` one with several answers. */
async function makeChapter(db: Kysely<DB>, slug: string, number: number): Promise<void> {
  const version = randomUUID().replaceAll("-", "").slice(0, 24);
  const title = { zh: `第 ${number} 章`, en: `Chapter ${number}` };
  const definition = { slug, number, title, summary: title, goals: [], competencies: [], tools: [], omits: [], sections: [], status: "published" } as unknown as JsonValue;
  const suffix = slug.slice(-6);
  const slides = [
    { id: "promise", title: "开场", minutes: 3, poll: null },
    { id: "poll", title: "投票", minutes: 4, poll: `q-single-${suffix}` },
    { id: "many", title: "多选", minutes: 4, poll: `q-multiple-${suffix}` },
  ] as unknown as JsonValue;
  await inTransaction(db, "test chapter", async (trx) => {
    await trx.insertInto("chapter").values({ slug, number, status: "published", title, summary: title, definition, current_version: null, source_hash: version }).execute();
    await trx.insertInto("chapter_version").values({ hash: version, slug, ordinal: 1, definition, published_at: CLASS_START }).execute();
    await trx.updateTable("chapter").set({ current_version: version }).where("slug", "=", slug).execute();
    for (const locale of ["zh", "en"] as const) {
      const code_hash = `${version}${locale}`;
      await trx.insertInto("mdx_module").values({ input_hash: code_hash, code_hash, code: "", toc: [] as unknown as JsonValue, uses: {}, plain_text: "", compiler_version: "test" }).execute();
      await trx.insertInto("slide_deck_version").values({ chapter_version: version, locale, slides, content_hash: code_hash, code_hash, handout_code_hash: code_hash }).execute();
    }
    const questions = [sampleQuestions.single, sampleQuestions.multiple].map((question) => ({ ...question, id: `${question.id}-${suffix}` }));
    const published = await publishQuestions(trx, { chapterSlug: slug, questions, quiz: { minutes: 30, blueprint: [{ competency: "build-trust", difficulty: [1, 2, 3], count: 2 }] }, now: CLASS_START });
    if (!published.ok) throw new Error(JSON.stringify(published.error));
  });
}
