import type { Transaction } from "kysely";
import type { ChapterDefinition } from "~/courseware";
import type { DB } from "~/db/schema";
import { answerCheckin, finishSection, openSection, recordBeats } from "~/steps/preview/index.server";
import type { AnyQuestion, QuizResponse } from "~/steps/quiz";
import { randomFrom } from "~/steps/quiz/index.server";
import { answerTo } from "./answers";
import { stableUuid } from "./stable-uuid";

/** A chapter with the questions inside its text, as the seed reads it once for everybody. */
export interface StudiedChapter {
  definition: ChapterDefinition;
  version: string;
  checkins: Map<string, AnyQuestion>;
}

/** The current version of a chapter with its check-ins. */
export async function loadStudied(trx: Transaction<DB>, slug: string): Promise<StudiedChapter> {
  const chapter = await trx.selectFrom("chapter").select(["definition", "current_version"]).where("slug", "=", slug).executeTakeFirstOrThrow();
  const rows = await trx
    .selectFrom("section_checkin as k")
    .innerJoin("checkin_version as v", "v.hash", "k.checkin_hash")
    .select(["k.checkin_id", "v.definition"])
    .where("k.chapter_version", "=", chapter.current_version ?? "")
    .execute();
  return {
    definition: chapter.definition as unknown as ChapterDefinition,
    version: chapter.current_version ?? "",
    checkins: new Map(rows.map((row) => [row.checkin_id, row.definition as unknown as AnyQuestion])),
  };
}

interface Reader {
  personId: string;
  enrolmentId: string;
  chapterSlug: string;
  startsAt: Date;
  seed: string;
}

/** Reads the first `count` sections as a learner does: opens, reads, answers, finishes; one section after the other. */
export async function readSections(trx: Transaction<DB>, chapter: StudiedChapter, reader: Reader, count: number): Promise<Date> {
  const { enrolmentId, chapterSlug, seed } = reader;
  const random = randomFrom(`${seed} reading`);
  const learner = { id: reader.personId };
  let now = reader.startsAt;
  for (const section of chapter.definition.sections.slice(0, count)) {
    const key = { enrolmentId, chapterSlug };
    await must(openSection(trx, learner, { ...key, sectionId: section.id, now }));
    const minutes = Math.max(2, Math.round(section.minutes * (0.7 + random() * 0.6)));
    now = new Date(now.getTime() + minutes * 60_000);
    const beats = Array.from({ length: minutes }, (_, at) => ({
      id: stableUuid(`${seed} ${section.id} ${at}`),
      sectionId: section.id,
      activeMs: 50_000 + Math.floor(random() * 9_000),
      position: (at + 1) / minutes,
      anchor: null,
      reachedEnd: at === minutes - 1,
      ageMs: 0,
    }));
    for (const checkinId of section.checkins) {
      const question = chapter.checkins.get(checkinId);
      if (!question) continue;
      await must(answerCheckin(trx, learner, { ...key, checkinId, version: chapter.version, form: formOf(answerTo(question, 0.8, random)), locale: "zh", now }));
    }
    await must(recordBeats(trx, learner, { ...key, beats, now }));
    await must(finishSection(trx, learner, { ...key, sectionId: section.id, now }));
  }
  return now;
}

/** An answer as the form of a check-in posts it. */
function formOf(response: QuizResponse): FormData {
  const form = new FormData();
  if (response.kind === "single") form.set("answer", response.option);
  if (response.kind === "multiple") response.options.forEach((option) => form.append("answer", option));
  if (response.kind === "true-false") form.set("answer", String(response.value));
  if (response.kind === "ordering") response.order.forEach((id, at) => form.set(`order.${id}`, String(at + 1)));
  return form;
}

async function must(result: Promise<{ ok: true } | { ok: false; error: { code: string } }>): Promise<void> {
  const settled = await result;
  if (!settled.ok) throw new Error(`the demo's reading was refused: ${settled.error.code}`);
}
