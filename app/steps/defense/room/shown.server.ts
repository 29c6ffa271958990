/** Parts that several of the room's pages show in the reader's language. */
import type { Kysely } from "kysely";
import { personName } from "~/cohorts";
import { chapterNames } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { type ShownRubric, showRubric } from "~/marking";
import { paragraphs, promptsForExaminer, type ShownPrompt } from "../task";
import type { PinnedChapter } from "./pinned.server";
import type { DefenseRow } from "./rows.server";
import { signaturesOf, type StoredVerdict } from "./scores.server";

export interface ShownChapter {
  slug: string;
  number: number;
  title: string;
  task: string[];
  exhibits: string[];
  criteria: ShownRubric["criteria"];
}

/** Chapters with task and rubric, in order. */
export async function shownChapters(db: Kysely<DB>, chapters: readonly PinnedChapter[], locale: Locale): Promise<ShownChapter[]> {
  const names = await chapterNames(db, chapters.map(({ chapterSlug }) => chapterSlug));
  return chapters.map(({ chapterSlug: slug, task, rubric }) => {
    const name = names.get(slug);
    return { slug, number: name?.number ?? 0, title: name ? pick(name.title, locale) : slug, task: paragraphs(pick(task.task, locale)), exhibits: task.exhibits, criteria: showRubric(rubric, locale).criteria };
  });
}

/** Prompts of all chapters, for examiners, with their chapter. */
export function shownPrompts(chapters: readonly PinnedChapter[], locale: Locale): (ShownPrompt & { chapterSlug: string })[] {
  return chapters.flatMap(({ chapterSlug, task }) => promptsForExaminer(task, locale).map((prompt) => ({ ...prompt, chapterSlug })));
}

export interface ShownHead {
  slotId: string;
  candidate: string;
  enrolmentId: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  place: string;
  link: string | null;
}

/** Whose defense it is, when and where. */
export function shownHead(row: DefenseRow, locale: Locale): ShownHead {
  const { slotId, enrolmentId, startsAt, endsAt, timeZone, place, link } = row;
  return { slotId, candidate: personName({ name: row.candidateName, nameLatin: row.candidateNameLatin }, locale), enrolmentId, startsAt, endsAt, timeZone, place, link };
}

export interface ShownVerdict extends Omit<StoredVerdict, "condition" | "settlement"> {
  condition: { what: string; due: string; checkerId: string; checker: string } | null;
  settlement: { outcome: "met" | "missed"; note: string; by: string; at: Date } | null;
  signatures: { personId: string; name: string; at: Date }[];
}

/** A verdict with its signatures. */
export async function shownVerdict(db: Kysely<DB>, verdict: StoredVerdict, locale: Locale): Promise<ShownVerdict> {
  const { condition, settlement, ...rest } = verdict;
  const signatures = await signaturesOf(db, verdict.id);
  return {
    ...rest,
    condition: condition && { what: condition.what, due: condition.due, checkerId: condition.checkerId, checker: personName({ name: condition.checkerName, nameLatin: condition.checkerNameLatin }, locale) },
    settlement: settlement && { outcome: settlement.outcome, note: settlement.note, by: personName({ name: settlement.byName, nameLatin: settlement.byNameLatin }, locale), at: settlement.at },
    signatures: signatures.map(({ personId, at, ...person }) => ({ personId, name: personName(person, locale), at })),
  };
}
