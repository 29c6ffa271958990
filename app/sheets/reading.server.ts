import type { Kysely } from "kysely";
import { stepPath } from "~/cohorts";
import type { ChapterDefinition } from "~/courseware";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Actor } from "~/people";
import type { SheetDefinition } from "./definition";
import type { SheetScreen } from "./sheet-screen";

/** Titles of the chapters and sections that the checks of a sheet lead to, with addresses for who is enrolled in them; in the sheet's own cohort where there is a choice. */
export async function readingOfChecks(db: Kysely<DB>, actor: Pick<Actor, "id">, { definition, cohortId, locale }: { definition: SheetDefinition; cohortId: string | null; locale: Locale }): Promise<SheetScreen["reading"]> {
  const slugs = [...new Set(definition.checks.map(({ read }) => read.chapter))];
  if (slugs.length === 0) return {};
  const [chapters, enrolments] = await Promise.all([
    db.selectFrom("chapter").select(["slug", "title", "status", "current_version", "definition"]).where("slug", "in", slugs).execute(),
    db
      .selectFrom("enrolment as e")
      .innerJoin("cohort as c", "c.id", "e.cohort_id")
      .innerJoin("cohort_chapter as cc", "cc.cohort_id", "c.id")
      .select(["e.id", "e.cohort_id", "cc.chapter_slug"])
      .where("e.person_id", "=", actor.id)
      .where("e.left_at", "is", null)
      .where("c.state", "!=", "draft")
      .where("cc.chapter_slug", "in", slugs)
      .orderBy("c.starts_on", "desc")
      .execute(),
  ]);
  return Object.fromEntries(
    chapters.map(({ slug, title, status, current_version, definition: body }) => {
      const own = enrolments.filter((one) => one.chapter_slug === slug);
      const enrolment = own.find((one) => one.cohort_id === cohortId) ?? own[0];
      const readable = enrolment && status === "published" && current_version !== null;
      const sections = Object.fromEntries((body as unknown as ChapterDefinition).sections.map((section) => [section.id, pick(section.title, locale)]));
      return [slug, { title: pick(title as Bilingual, locale), path: readable ? stepPath(enrolment.id, slug, "preview") : null, sections }];
    }),
  );
}
