import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { AppError } from "~/platform/errors";
import { calendarOfEnrolment, loadCalendars, type PlannedStep, type PlannedSteps } from "./calendar.server";
import type { GateOf } from "./gates";
import type { Step } from "./step";

/** The gate of a step with its dates and whether it is on the road at all. */
export type StepGate<S extends Step> = GateOf<S> & Omit<PlannedStep<S>, "gate">;

/**
 * What the learner's cohort asks for in `step` of a chapter, over the defaults, with its dates.
 * @throws AppError no-road (404) when there is no such enrolment, or the chapter is not in its cohort.
 */
export async function stepGate<S extends Step>(db: Kysely<DB>, enrolmentId: string, chapterSlug: string, step: S): Promise<StepGate<S>> {
  const planned = await calendarOfEnrolment(db, enrolmentId, chapterSlug);
  if (!planned) throw new AppError("no-road", `there is no enrolment ${enrolmentId} with chapter ${chapterSlug}`, 404);
  return gateIn(planned, step);
}

/** The same for a whole cohort, as a class or a panel needs it. */
export async function cohortGate<S extends Step>(db: Kysely<DB>, cohortId: string, chapterSlug: string, step: S): Promise<StepGate<S>> {
  const planned = (await loadCalendars(db, [cohortId], [chapterSlug])).find(cohortId, chapterSlug);
  if (!planned) throw new AppError("no-road", `chapter ${chapterSlug} is not in cohort ${cohortId}`, 404);
  return gateIn(planned, step);
}

function gateIn<S extends Step>(planned: PlannedSteps, step: S): StepGate<S> {
  const { gate, ...dates } = planned[step];
  return { ...gate, ...dates } as StepGate<S>;
}
