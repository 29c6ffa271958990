import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import type { CriterionPoints } from "~/marking";
import { currentRubric, type PinnedRubric, rubricByHash } from "~/marking/index.server";
import { assessedSheet } from "~/sheets/index.server";
import { findGroupSheet, type GroupSheet, type Submission, submissionsOf } from "./rows.server";
import { type MemberPart, memberParts } from "./peers-of-sheet.view.server";
import { type SheetFacts, sheetFacts } from "./sheet-facts.server";

/** One group's sheet beside its checks, as its instructor judges it. */
export interface GroupSheetPage {
  sheet: GroupSheet;
  tool: Bilingual;
  /** As it was handed in, or as it stands where nothing was. */
  exhibit: NonNullable<Awaited<ReturnType<typeof assessedSheet>>>;
  facts: SheetFacts;
  submissions: Submission[];
  parts: MemberPart[];
  /** What it is judged by, if anything: the rubric of an acceptance, else the present one of the chapter. */
  rubric: PinnedRubric | null;
  /** Levels given with the acceptance that stands. */
  given: { points: CriterionPoints; remark: string | null } | null;
}

/** Rubrics of group work are called after the chapter: `build-trust-group-sheet`. */
export function groupRubricKey(chapterSlug: string): string {
  return `${chapterSlug.replace(/^\d+-/, "")}-group-sheet`;
}

/** The page of one sheet; undefined where the cohort has no such sheet. */
export async function groupSheetPage(db: Kysely<DB>, key: { cohortId: string; groupSheetId: string }, locale: Locale, now: Date): Promise<GroupSheetPage | undefined> {
  const sheet = await findGroupSheet(db, key);
  if (!sheet) return undefined;
  const [facts, submissions, parts] = await Promise.all([sheetFacts(db, sheet.sheetId, locale, now), submissionsOf(db, [sheet.id]), memberParts(db, sheet.id)]);
  const [last] = submissions;
  const handedIn = sheet.state === "submitted" || sheet.state === "accepted" ? last : undefined;
  const exhibit = await assessedSheet(db, sheet.sheetId, now, handedIn ? { version: handedIn.sheetVersion } : {});
  if (!facts || !exhibit) return undefined;
  const accepted = last?.decision?.kind === "accepted" ? await givenLevels(db, last.id) : null;
  const pinned = accepted?.hash ? await rubricByHash(db, accepted.hash) : null;
  return {
    sheet,
    tool: exhibit.definition.title,
    exhibit,
    facts,
    submissions,
    parts,
    rubric: accepted?.hash && pinned ? { hash: accepted.hash, rubric: pinned } : await currentRubric(db, groupRubricKey(sheet.chapterSlug)),
    given: accepted && { points: accepted.points ?? {}, remark: last?.decision?.remark ?? null },
  };
}

async function givenLevels(db: Kysely<DB>, submissionId: string): Promise<{ hash: string | null; points: CriterionPoints | null } | null> {
  const row = await db.selectFrom("group_decision").select(["rubric_hash as hash", "points"]).where("submission_id", "=", submissionId).where("kind", "=", "accepted").orderBy("id", "desc").limit(1).executeTakeFirst();
  return row ?? null;
}
