import type { Kysely } from "kysely";
import type { OwnEnrolment } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { situation } from "~/pipeline";
import { loadRoad } from "~/pipeline/index.server";
import { type ShownAssignment, showAssignment } from "./assignment";
import { assignmentOf } from "./load-assignment.server";

/** The task of one's homework in the reader's language, and whether the step can be worked on. */
export async function shownAssignmentOf(db: Kysely<DB>, own: Pick<OwnEnrolment, "enrolmentId" | "chapterSlug">, { locale, now }: { locale: Locale; now: Date }): Promise<{ assignment: ShownAssignment | null; open: boolean }> {
  const [assignment, planned] = await Promise.all([assignmentOf(db, own), loadRoad(db, own.enrolmentId, own.chapterSlug)]);
  const step = planned && situation(planned.road, { now, calendar: planned.calendar }).steps.find((candidate) => candidate.step === "homework");
  return { assignment: assignment && showAssignment(assignment, locale), open: step != null && step.state !== "locked" };
}
