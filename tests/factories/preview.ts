/** A published chapter of three sections, a running cohort on it, and learners who read. */
import { randomUUID } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Kysely } from "kysely";
import { publishChapters } from "~/courseware/index.server";
import { sampleContent } from "~/courseware/sample-content";
import { type DB, inTransaction } from "~/db/index.server";
import { loadRoad } from "~/pipeline/index.server";
import { makeCohort, type PlannedRow } from "~/pipeline/testing.server";
import type { Beat } from "~/steps/preview/beat";
import { answerCheckin, finishSection, openSection, recordReading } from "~/steps/preview/index.server";
import { checkInFileSchema } from "~/steps/quiz/question-schema.server";

export const SLUG = "03-build-trust";
export const WHY = "why-trust";
export const ROLES = "roles";
export const EXTRA = "extra";
const CHAPTER = `chapters/${SLUG}`;
export const WHY_ZH = `${CHAPTER}/sections/01-why-trust.zh.mdx`;

export const t0 = new Date("2026-03-02T01:00:00Z");
/** So many seconds after the beginning. */
export const at = (seconds: number): Date => new Date(t0.getTime() + seconds * 1000);

/** Two required sections (6 and 4 minutes, a check-in in the first, a recording of 42 s in the second) and an optional one. */
export function previewContent(): Record<string, string> {
  const files = sampleContent();
  const yaml = (files[`${CHAPTER}/chapter.yaml`] ?? "").replace("required: false", "required: true").replace(
    "quiz:\n",
    `  - id: extra\n    file: 03-extra\n    title: {zh: 选读, en: Further reading}\n    minutes: 3\n    required: false\n    competencies: [build-trust]\n    checkins: []\nquiz:\n`,
  );
  const recording = '\n<Media id="intro" kind="audio" src="media/intro.webm" captions="media/intro.vtt" seconds={42} title="…" />\n';
  return {
    ...files,
    [`${CHAPTER}/chapter.yaml`]: yaml,
    [`${CHAPTER}/sections/02-roles.zh.mdx`]: (files[`${CHAPTER}/sections/02-roles.zh.mdx`] ?? "") + recording,
    [`${CHAPTER}/sections/02-roles.en.mdx`]: (files[`${CHAPTER}/sections/02-roles.en.mdx`] ?? "") + recording,
    [`${CHAPTER}/sections/03-extra.zh.mdx`]: "选读的一段。\n",
    [`${CHAPTER}/sections/03-extra.en.mdx`]: "One more passage.\n",
  };
}

/** The content with one passage of a file changed. */
export function edited(name: string, from: string, to: string): Record<string, string> {
  const files = previewContent();
  const text = files[name] ?? "";
  if (!text.includes(from)) throw new Error(`${name} does not say: ${from}`);
  return { ...files, [name]: text.replace(from, to) };
}

/** Publishes `files` as the whole of content/. */
export async function publishFiles(db: Kysely<DB>, files: Record<string, string>, now: Date): Promise<void> {
  const root = await mkdtemp(path.join(tmpdir(), "preview-content-"));
  try {
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.join(root, path.dirname(name)), { recursive: true });
      await writeFile(path.join(root, name), text);
    }
    const report = await publishChapters(db, { root, now, checkinSchema: checkInFileSchema });
    if (report.failed.length > 0) throw new Error(JSON.stringify(report.failed));
  } finally {
    await rm(root, { recursive: true });
  }
}

/** What a learner can do, by the real use cases, at so many seconds after the beginning. */
export interface Reader {
  id: string;
  key: { enrolmentId: string; chapterSlug: string };
  open(sectionId: string, seconds: number): ReturnType<typeof openSection>;
  beat(beats: Partial<Beat>[], seconds: number): ReturnType<typeof recordReading>;
  watch(stretches: [from: number, to: number][], seconds: number, mediaId?: string): ReturnType<typeof recordReading>;
  answer(option: string, seconds: number, checkinId?: string): ReturnType<typeof answerCheckin>;
  finish(sectionId: string, seconds: number): ReturnType<typeof finishSection>;
  /** Where the preview stands on the road. */
  state(): Promise<string>;
}

/** A running cohort with `learners` readers; the chapter must be published. */
export async function previewCohort(db: Kysely<DB>, options: { learners?: number; preview?: PlannedRow } = {}): Promise<{ cohortId: string; readers: [Reader, ...Reader[]] }> {
  const cohort = await makeCohort(db, { learners: options.learners ?? 1, plan: options.preview ? { preview: options.preview } : {} });
  await db.updateTable("cohort").set({ state: "open" }).where("id", "=", cohort.id).execute();
  const rows = await db.selectFrom("enrolment").select(["id", "person_id"]).where("id", "in", cohort.enrolments).execute();
  const readers = cohort.enrolments.map((enrolmentId) => readerOf(db, enrolmentId, rows.find((row) => row.id === enrolmentId)!.person_id));
  return { cohortId: cohort.id, readers: readers as [Reader, ...Reader[]] };
}

function readerOf(db: Kysely<DB>, enrolmentId: string, id: string): Reader {
  const key = { enrolmentId, chapterSlug: SLUG };
  const me = { id };
  return {
    id,
    key,
    open: (sectionId, seconds) => inTransaction(db, "open", (trx) => openSection(trx, me, { ...key, sectionId, now: at(seconds) })),
    beat: (beats, seconds) => inTransaction(db, "beats", (trx) => recordReading(trx, me, { ...key, beats: beats.map(wholeBeat), watched: [], now: at(seconds) })),
    watch: (stretches, seconds, mediaId = "intro") =>
      inTransaction(db, "watched", (trx) => recordReading(trx, me, { ...key, beats: [], watched: stretches.map(([from, to]) => ({ mediaId, from, to })), now: at(seconds) })),
    async answer(option, seconds, checkinId = "why-trust-1") {
      const { current_version } = await db.selectFrom("chapter").select("current_version").where("slug", "=", SLUG).executeTakeFirstOrThrow();
      const form = new FormData();
      form.set("answer", option);
      return inTransaction(db, "answer", (trx) => answerCheckin(trx, me, { ...key, checkinId, version: current_version!, form, locale: "zh", now: at(seconds) }));
    },
    finish: (sectionId, seconds) => inTransaction(db, "finish", (trx) => finishSection(trx, me, { ...key, sectionId, now: at(seconds) })),
    async state() {
      const planned = await loadRoad(db, enrolmentId, SLUG);
      return planned?.road.steps.find(({ step }) => step === "preview")?.state ?? "none";
    },
  };
}

function wholeBeat(beat: Partial<Beat>): Beat {
  return { id: randomUUID(), sectionId: WHY, activeMs: 15_000, position: 0.5, anchor: null, reachedEnd: false, ageMs: 0, ...beat };
}
