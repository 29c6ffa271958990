import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { type CohortMove, type CohortStale, type CohortState, stateAfter } from "./cohort";
import { signChange, takeCohort } from "./take-cohort.server";

export interface CohortEdit {
  cohortId: string;
  expectedVersion: number;
  name: string;
  teamId: string;
  /** Days `YYYY-MM-DD`. */
  startsOn: string;
  endsOn: string;
}

export type EditCohortError = CohortStale | { code: "not-found" } | { code: "ends-before-start" } | { code: "unknown-team" };

/** Changes what a cohort is called, whose it is and when it runs. The dates of its steps stay: they have their own page. */
export async function editCohort(trx: Transaction<DB>, actorId: string, edit: CohortEdit): Promise<Result<undefined, EditCohortError>> {
  const { cohortId, name, teamId, startsOn, endsOn } = edit;
  if (endsOn <= startsOn) return fail({ code: "ends-before-start" });
  const team = await trx.selectFrom("team").select("id").where("id", "=", teamId).where("closed_at", "is", null).executeTakeFirst();
  if (!team) return fail({ code: "unknown-team" });
  const taken = await takeCohort(trx, cohortId, edit.expectedVersion);
  if (!taken.ok) return taken;
  await trx.updateTable("cohort").set({ name, team_id: team.id, starts_on: startsOn, ends_on: endsOn }).where("id", "=", cohortId).execute();
  await signChange(trx, actorId, cohortId, "edit-cohort", { name, team: team.id, startsOn, endsOn });
  return ok();
}

export type MoveCohortError = CohortStale | { code: "not-found" } | { code: "wrong-state"; state: CohortState } | { code: "no-instructor" };

/** Opens, closes or reopens a cohort. To be open it needs an instructor: somebody must be there to be waited for. */
export async function moveCohort(trx: Transaction<DB>, actorId: string, input: { cohortId: string; expectedVersion: number; move: CohortMove }): Promise<Result<CohortState, MoveCohortError>> {
  const { cohortId, move } = input;
  const taken = await takeCohort(trx, cohortId, input.expectedVersion);
  if (!taken.ok) return taken;
  const state = stateAfter(taken.value.state, move);
  if (!state) return fail({ code: "wrong-state", state: taken.value.state });
  const instructor = await trx.selectFrom("role_grant").select("id").where("cohort_id", "=", cohortId).where("role", "=", "instructor").where("revoked_at", "is", null).executeTakeFirst();
  if (state === "open" && !instructor) return fail({ code: "no-instructor" });
  await trx.updateTable("cohort").set({ state }).where("id", "=", cohortId).execute();
  await signChange(trx, actorId, cohortId, `${move}-cohort`);
  return ok(state);
}
