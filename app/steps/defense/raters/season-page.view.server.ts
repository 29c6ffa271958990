import { type Kysely, sql } from "kysely";
import { chapterNames, withinReach } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import type { Bilingual } from "~/i18n/locale";
import { rubricsByHash } from "~/marking/index.server";
import { type Actor, reachOf } from "~/people";
import { BY_NAME } from "~/people/index.server";
import { type LockedScore, lockedScores } from "../room/locked-scores.server";
import { type CriterionFigures, seasonAgreement, type SeasonAgreement, sharedDefenses } from "./season";
import { type SeasonFilter, seasonPeriod } from "./season-filter";
import { type MonthOfExaminer, type SeasonSeverity, seasonSeverity, severityByMonth } from "./season-severity";

export const SEASON_PAGE_SIZE = 50;

export interface PersonOfSeason {
  personId: string;
  name: string;
  nameLatin: string | null;
}

/** A candidate's scores in one chapter: as given, and fair. */
export interface CandidateOfSeason extends PersonOfSeason {
  slotId: string;
  cohortName: string;
  chapter: Bilingual;
  at: Date;
  examiners: number;
  raw: number;
  fair: SeasonSeverity["totals"][number]["fair"];
}

export interface SeasonPage {
  cohorts: { id: string; name: string }[];
  chapters: { slug: string; title: Bilingual }[];
  counts: { defenses: number; shared: number; examiners: number; scores: number };
  agreement: SeasonAgreement["figures"];
  panel: number | null;
  criteria: (CriterionFigures & { chapter: Bilingual; title: Bilingual })[];
  /** The highest level of the scale. */
  most: number;
  severity: (PersonOfSeason & SeasonSeverity["examiners"][number])[];
  apart: boolean;
  months: string[];
  drift: (PersonOfSeason & { months: MonthOfExaminer[] })[];
  /** Of cohorts that the actor administers; null when there are none within the filter. */
  candidates: { rows: CandidateOfSeason[]; total: number } | null;
}

/** The season of one filter, over the cohorts in which the actor may see how examiners rate; candidates by pages. */
export async function seasonPage(db: Kysely<DB>, actor: Actor, filter: SeasonFilter, { pageSize = SEASON_PAGE_SIZE }: { pageSize?: number } = {}): Promise<SeasonPage> {
  const cohorts = await db.selectFrom("cohort as c").select(["c.id", "c.name"]).where(withinReach(reachOf(actor, "raters:view"))).orderBy("c.starts_on", "desc").orderBy("c.id").execute();
  const wanted = cohorts.filter(({ id }) => filter.cohortId === null || id === filter.cohortId).map(({ id }) => id);
  const all = await lockedScores(db, { ...seasonPeriod(filter, actor.timeZone), cohortIds: wanted });
  const scores = all.filter(({ chapterSlug }) => filter.chapterSlug === null || chapterSlug === filter.chapterSlug);
  const [titles, rubrics, people] = await Promise.all([
    chapterNames(db, [...new Set(all.map(({ chapterSlug }) => chapterSlug))]),
    rubricsByHash(db, scores.map(({ rubricHash }) => rubricHash)),
    examinersOf(db, scores),
  ]);
  const chapterTitle = (slug: string): Bilingual => titles.get(slug)?.title ?? { zh: slug, en: slug };
  const most = Math.max(1, ...scores.map(({ range }) => range));
  const agreement = seasonAgreement(scores);
  const severity = seasonSeverity(scores, most);
  const monthly = severityByMonth(scores.map((score) => ({ ...score, month: isoDay(score.at, actor.timeZone).slice(0, 7) })));
  const hashOf = new Map(scores.map((score) => [`${score.chapterSlug} ${score.criterionId}`, score.rubricHash]));
  return {
    cohorts,
    chapters: [...titles.values()].sort((a, b) => a.number - b.number).map(({ slug, title }) => ({ slug, title })),
    counts: { defenses: new Set(scores.map(({ slotId }) => slotId)).size, shared: sharedDefenses(scores).length, examiners: people.length, scores: scores.length },
    agreement: agreement.figures,
    panel: agreement.panel,
    criteria: agreement.criteria.map((criterion) => ({
      ...criterion,
      chapter: chapterTitle(criterion.chapterSlug),
      title: rubrics.get(hashOf.get(`${criterion.chapterSlug} ${criterion.criterionId}`) ?? "")?.criteria.find(({ id }) => id === criterion.criterionId)?.title ?? { zh: criterion.criterionId, en: criterion.criterionId },
    })),
    most,
    severity: people.flatMap((person) => severity.examiners.filter(({ examinerId }) => examinerId === person.personId).map((one) => ({ ...person, ...one }))),
    apart: severity.apart,
    months: [...new Set(monthly.map(({ month }) => month))].sort(),
    drift: people.map((person) => ({ ...person, months: monthly.filter(({ examinerId }) => examinerId === person.personId) })).filter(({ months }) => months.length > 0),
    candidates: await candidatesOf(db, actor, scores, severity, chapterTitle, { page: filter.page, pageSize }),
  };
}

async function examinersOf(db: Kysely<DB>, scores: readonly LockedScore[]): Promise<PersonOfSeason[]> {
  const ids = [...new Set(scores.map(({ examinerId }) => examinerId))];
  if (ids.length === 0) return [];
  return db.selectFrom("person as p").select(["p.id as personId", "p.name", "p.name_latin as nameLatin"]).where("p.id", "in", ids).orderBy(BY_NAME).orderBy("p.id").execute();
}

/** Raw and fair scores per candidate, newest first, of the cohorts that the actor administers: nobody else sees them here. */
async function candidatesOf(db: Kysely<DB>, actor: Actor, scores: readonly LockedScore[], severity: SeasonSeverity, chapterTitle: (slug: string) => Bilingual, { page, pageSize }: { page: number; pageSize: number }): Promise<SeasonPage["candidates"]> {
  const slots = new Map(scores.map((score) => [score.slotId, score]));
  const enrolments = [...new Set([...slots.values()].map(({ enrolmentId }) => enrolmentId))];
  if (enrolments.length === 0) return null;
  const people = new Map(
    (
      await db
        .selectFrom("enrolment as e")
        .innerJoin("cohort as c", "c.id", "e.cohort_id")
        .innerJoin("person as p", "p.id", "e.person_id")
        .select(["e.id", "p.id as personId", "p.name", "p.name_latin as nameLatin", "c.name as cohortName"])
        .where(sql<boolean>`e.id = any(${enrolments}::uuid[])`)
        .where(withinReach(reachOf(actor, "cohort:view")))
        .execute()
    ).map(({ id, ...row }) => [id, row]),
  );
  const sized = new Map<string, Set<string>>();
  for (const { slotId, chapterSlug, examinerId } of scores) sized.set(`${slotId} ${chapterSlug}`, (sized.get(`${slotId} ${chapterSlug}`) ?? new Set()).add(examinerId));
  const rows = severity.totals.flatMap(({ slotId, chapterSlug, raw, fair }) => {
    const slot = slots.get(slotId);
    const person = slot && people.get(slot.enrolmentId);
    return slot === undefined || person === undefined ? [] : [{ ...person, slotId, chapter: chapterTitle(chapterSlug), at: slot.at, examiners: sized.get(`${slotId} ${chapterSlug}`)?.size ?? 0, raw, fair }];
  });
  if (people.size === 0) return null;
  rows.sort((a, b) => b.at.getTime() - a.at.getTime() || (a.slotId < b.slotId ? -1 : 1));
  return { rows: rows.slice(pageSize === Infinity ? 0 : (page - 1) * pageSize, page * pageSize), total: rows.length };
}
