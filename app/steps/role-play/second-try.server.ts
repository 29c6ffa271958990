import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { currentGroups } from "./form-triads.server";
import { loadPlanner, writePlan } from "./planner.server";
import { lockSession, type SessionKey } from "./rows.server";
import { sessionAdmits } from "./session";
import { loadStandings } from "./standings.server";

export type SecondTryError = { code: "unknown-session" } | { code: "wrong-state" } | { code: "unknown-learner" } | { code: "nothing-to-repeat" };

/**
 * Plans a further round for people of the session who were salesperson and have not passed: for one of them, or for all.
 * Each gets a scenario that they do not know as long as there is one.
 */
export async function planSecondTries(trx: Transaction<DB>, input: SessionKey & { enrolmentId: string | null; now: Date }): Promise<Result<{ planned: number }, SecondTryError>> {
  const session = await lockSession(trx, input);
  if (!session) return fail({ code: "unknown-session" });
  if (!sessionAdmits(session.state, "rounds")) return fail({ code: "wrong-state" });
  const groups = await currentGroups(trx, session.id);
  const everybody = groups.flatMap((group) => group.members);
  if (input.enrolmentId !== null && !everybody.includes(input.enrolmentId)) return fail({ code: "unknown-learner" });
  const planner = await loadPlanner(trx, session, everybody);
  const again = new Set<string>();
  for (const chapterSlug of session.chapters) {
    const standings = await loadStandings(trx, { cohortId: session.cohortId, chapterSlug, enrolmentIds: everybody });
    for (const [person, standing] of standings) {
      if (standing.tries === 0 || standing.passedAsSalesperson || (input.enrolmentId !== null && person !== input.enrolmentId)) continue;
      planner.again.add(`${person} ${chapterSlug}`);
      again.add(person);
    }
  }
  if (again.size === 0) return fail({ code: "nothing-to-repeat" });
  for (const group of groups.filter((one) => one.members.length >= 3 && one.members.some((person) => again.has(person)))) await writePlan(trx, session, group.id, planner.plan(group));
  await announce(trx, session.id);
  return ok({ planned: again.size });
}
