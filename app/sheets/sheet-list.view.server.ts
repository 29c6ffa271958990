/** A person's own sheets, and what they can begin. */
import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Actor } from "~/people";
import { sharedDefinition, sheetKinds } from "./definitions.server";
import { type WaitingMention, waitingMentions } from "./sheet-comments.server";

export interface OwnSheet {
  id: string;
  title: string;
  /** What kind of sheet it is. */
  kind: string;
  done: number;
  of: number;
  complete: boolean;
  problems: number;
  warnings: number;
  changedAt: Date;
  locked: boolean;
  may: "edit" | "comment" | "read";
  /** Names of everybody else on it. */
  others: string[];
}

export interface OwnSheetsOfChapter {
  slug: string;
  number: number;
  title: string;
  sheets: OwnSheet[];
}

export interface OwnSheetsOfCohort {
  id: string | null;
  name: string | null;
  chapters: OwnSheetsOfChapter[];
}

export interface StartableKind {
  key: string;
  title: string;
  purpose: string;
  chapter: string;
  number: number;
  cohortId: string;
}

export interface SheetList {
  cohorts: OwnSheetsOfCohort[];
  kinds: StartableKind[];
  mentions: WaitingMention[];
}

/** Own sheets by cohort and chapter, the newest cohort first; kinds of the chapters that this person learns in running cohorts. */
export async function sheetList(db: Kysely<DB>, actor: Pick<Actor, "id">, locale: Locale): Promise<SheetList> {
  const [rows, chapters, kinds, mentions] = await Promise.all([ownRows(db, actor.id), db.selectFrom("chapter").select(["slug", "number", "title"]).orderBy("number").execute(), startableKinds(db, actor.id, locale), waitingMentions(db, actor.id)]);
  const bySlug = new Map(chapters.map((chapter) => [chapter.slug, chapter]));
  const cohorts: OwnSheetsOfCohort[] = [];
  for (const row of rows) {
    const definition = sharedDefinition(row.hash, row.body);
    let cohort = cohorts.find(({ id }) => id === row.cohortId);
    if (!cohort) cohorts.push((cohort = { id: row.cohortId, name: row.cohortName, chapters: [] }));
    let chapter = cohort.chapters.find(({ slug }) => slug === definition.chapter);
    if (!chapter) {
      const known = bySlug.get(definition.chapter);
      cohort.chapters.push((chapter = { slug: definition.chapter, number: known?.number ?? 0, title: known ? pick(known.title as Bilingual, locale) : definition.chapter, sheets: [] }));
    }
    const { id, title, done, of, complete, problems, warnings, changedAt, lockedAt, may, others } = row;
    chapter.sheets.push({ id, title, kind: pick(definition.title, locale), done, of, complete, problems, warnings, changedAt, locked: lockedAt !== null, may, others });
  }
  for (const cohort of cohorts) cohort.chapters.sort((a, b) => a.number - b.number);
  return { cohorts, kinds, mentions };
}

function ownRows(db: Kysely<DB>, personId: string) {
  return db
    .selectFrom("sheet_member as m")
    .innerJoin("sheet as s", "s.id", "m.sheet_id")
    .innerJoin("sheet_definition as d", "d.hash", "s.definition_hash")
    .leftJoin("cohort as c", "c.id", "s.cohort_id")
    .select(["s.id", "s.title", "s.done_count as done", "s.of_count as of", "s.complete", "s.problem_count as problems", "s.warning_count as warnings", "s.changed_at as changedAt", "s.locked_at as lockedAt", "m.may", "d.hash", "d.body", "s.cohort_id as cohortId", "c.name as cohortName"])
    .select(sql<string[]>`coalesce((select json_agg(p.name order by p.name) from sheet_member o join person p on p.id = o.person_id where o.sheet_id = s.id and o.valid_to is null and o.person_id <> ${personId}), '[]'::json)`.as("others"))
    .where("m.person_id", "=", personId)
    .where("m.valid_to", "is", null)
    .orderBy("c.starts_on", (order) => order.desc().nullsLast())
    .orderBy("s.changed_at", "desc")
    .orderBy("s.id")
    .execute();
}

async function startableKinds(db: Kysely<DB>, personId: string, locale: Locale): Promise<StartableKind[]> {
  const [places, kinds] = await Promise.all([
    db
      .selectFrom("enrolment as e")
      .innerJoin("cohort as c", "c.id", "e.cohort_id")
      .innerJoin("cohort_chapter as cc", "cc.cohort_id", "c.id")
      .innerJoin("chapter as ch", "ch.slug", "cc.chapter_slug")
      .select(["c.id as cohortId", "ch.slug", "ch.number", "ch.title"])
      .where("e.person_id", "=", personId)
      .where("e.left_at", "is", null)
      .where("c.state", "=", "open")
      .orderBy("ch.number")
      .orderBy("c.starts_on", "desc")
      .execute(),
    sheetKinds(db),
  ]);
  const seen = new Set<string>();
  return places.flatMap(({ cohortId, slug, number, title }) => {
    // In two cohorts with the same chapter the newer one takes the practice.
    if (seen.has(slug)) return [];
    seen.add(slug);
    return kinds
      .filter(({ chapterSlug }) => chapterSlug === slug)
      .map(({ key, definition }) => ({ key, title: pick(definition.title, locale), purpose: pick(definition.purpose, locale), chapter: pick(title as Bilingual, locale), number, cohortId }));
  });
}
