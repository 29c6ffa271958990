import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { type DefenseOfLearner, defensesOfLearner } from "~/steps/defense/index.server";
import { homeworkOfLearner, type HomeworkOfLearner } from "~/steps/homework/index.server";
import { fieldOfLearner, type FieldOfLearner } from "~/steps/field-tracking/index.server";
import { type HandedIn, workOfLearner } from "~/steps/group-work/index.server";
import { attendanceOfLearner, type AttendanceOfSession } from "~/steps/lecture/index.server";
import { type LearnersSection, readingOfLearner } from "~/steps/preview/index.server";
import { type AttemptsOfLearner, attemptsOfLearner } from "~/steps/quiz/index.server";
import { rolePlaysOfLearner, type RolePlaysOfLearner } from "~/steps/role-play/index.server";
import type { EvidenceKey } from "./evidence-key.server";

/** What the step's own room has on a learner; null where it has no room. */
export type RoomEvidence =
  | { kind: "preview"; sections: LearnersSection[] }
  | { kind: "quiz"; quiz: AttemptsOfLearner }
  | { kind: "lecture"; classes: AttendanceOfSession[] }
  | { kind: "group-work"; work: HandedIn[] }
  | { kind: "homework"; homework: HomeworkOfLearner }
  | { kind: "role-play"; rolePlays: RolePlaysOfLearner }
  | { kind: "field-tracking"; field: FieldOfLearner }
  | { kind: "defense"; defenses: DefenseOfLearner[] }
  | null;

/** Asks the room of the step; each narrows to the cohort by itself. */
export async function roomEvidence(db: Kysely<DB>, key: EvidenceKey, locale: Locale): Promise<RoomEvidence> {
  switch (key.step) {
    case "preview": {
      const sections = await readingOfLearner(db, key);
      return sections.length > 0 ? { kind: "preview", sections } : null;
    }
    case "quiz": {
      const quiz = await attemptsOfLearner(db, key).catch(noRoad);
      return quiz && { kind: "quiz", quiz };
    }
    case "lecture": {
      const classes = await attendanceOfLearner(db, key);
      return classes.length > 0 ? { kind: "lecture", classes } : null;
    }
    case "group-work": {
      const work = await workOfLearner(db, key);
      return work.length > 0 ? { kind: "group-work", work } : null;
    }
    case "homework": {
      const homework = await homeworkOfLearner(db, { ...key, locale });
      return homework && { kind: "homework", homework };
    }
    case "role-play": {
      const rolePlays = await rolePlaysOfLearner(db, { ...key, now: new Date() });
      return rolePlays && { kind: "role-play", rolePlays };
    }
    case "field-tracking": {
      const field = await fieldOfLearner(db, { ...key, now: new Date() }).catch(noRoad);
      return field && { kind: "field-tracking", field };
    }
    case "defense": {
      const defenses = await defensesOfLearner(db, key);
      return defenses.length > 0 ? { kind: "defense", defenses } : null;
    }
  }
}

/** A chapter that is not in the cohort has no gate; the page itself then says 404. */
function noRoad(error: unknown): null {
  if (error instanceof Error && "code" in error && error.code === "no-road") return null;
  throw error;
}
