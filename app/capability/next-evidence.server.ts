/** What lies ahead on a person's roads that will say something about their competencies. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { STEPS, type Step } from "~/pipeline";
import type { SourceKind } from "./entry";
import { KINDS } from "./weights";

/** A step to come, and what it can be worth. */
export interface NextEvidence {
  enrolmentId: string;
  chapterSlug: string;
  chapterNumber: number;
  chapterTitle: Bilingual;
  step: Step;
  /** Its turn has come. */
  open: boolean;
  /** Trials that it is worth at most. */
  worth: number;
  competencies: string[];
}

/** What each step writes into the ledger. */
const EVIDENCE: Partial<Record<Step, SourceKind>> = {
  "quiz": "quiz-item",
  "group-work": "group-sheet",
  "role-play": "role-play-criterion",
  "homework": "homework-criterion",
  "defense": "defense-criterion",
  "field-tracking": "field-application",
};

/** Steps not done yet of the chapters under way, those whose turn has come first, then the most telling. */
export async function nextEvidence(db: Kysely<DB>, personId: string): Promise<NextEvidence[]> {
  const rows = await db
    .selectFrom("progress as p")
    .innerJoin("enrolment as e", "e.id", "p.enrolment_id")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .innerJoin("cohort_chapter as cc", (join) => join.onRef("cc.cohort_id", "=", "c.id").onRef("cc.chapter_slug", "=", "p.chapter_slug"))
    .innerJoin("chapter as h", "h.slug", "p.chapter_slug")
    .select(["e.id as enrolmentId", "p.chapter_slug as chapterSlug", "h.number as chapterNumber", "h.title", "h.definition", "p.step", "p.state"])
    .where("e.person_id", "=", personId)
    .where("e.left_at", "is", null)
    .where("c.state", "=", "open")
    .where("p.included", "=", true)
    .where("p.state", "not in", ["passed", "waived"])
    .execute();
  const coming = rows.flatMap(({ title, definition, step, state, ...row }): NextEvidence[] => {
    const kind = EVIDENCE[step];
    const { competencies = [] } = definition as { competencies?: string[] };
    return kind === undefined ? [] : [{ ...row, chapterTitle: title as Bilingual, step, open: state !== "locked", worth: KINDS[kind].cap, competencies }];
  });
  return coming.sort((one, other) => Number(other.open) - Number(one.open) || one.chapterNumber - other.chapterNumber || STEPS.indexOf(one.step) - STEPS.indexOf(other.step));
}
