import { z } from "zod";
import type { Guarded } from "~/auth/index.server";
import { COHORT_MOVES, type CohortMove, type CohortStale } from "~/cohorts";
import { editCohort, type EditCohortError, moveCohort, type MoveCohortError } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import { notFound } from "~/platform/errors";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import type { Result } from "~/platform/result";

const version = z.coerce.number().int();
const day = z.iso.date({ error: "date" });
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.enum(COHORT_MOVES), version }),
  z.object({ intent: z.literal("edit"), version, name: z.string({ error: "required" }).trim().min(1).max(120, { error: "tooLong" }), team: z.uuid({ error: "choose" }), startsOn: day, endsOn: day }),
]);
const FIELD_OF: Partial<Record<string, string>> = { "ends-before-start": "endsOn", "unknown-team": "team" };

export interface SettingsAnswer {
  done: CohortMove | "edit" | null;
  failure: FormFailure | null;
  overtaken: CohortStale | null;
}

/** Saves a cohort's name, team and dates, or opens, closes, reopens it. */
export async function saveSettings({ db, actor }: Guarded, cohortId: string, form: FormData): Promise<SettingsAnswer> {
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return { done: null, failure: parsed.error.failure, overtaken: null };
  const input = parsed.value;
  const result = await inTransaction(db, `${input.intent} cohort`, async (trx): Promise<Result<unknown, EditCohortError | MoveCohortError>> =>
    input.intent === "edit"
      ? editCohort(trx, actor.id, { cohortId, expectedVersion: input.version, name: input.name, teamId: input.team, startsOn: input.startsOn, endsOn: input.endsOn })
      : moveCohort(trx, actor.id, { cohortId, expectedVersion: input.version, move: input.intent }),
  );
  if (result.ok) return { done: input.intent, failure: null, overtaken: null };
  const { error } = result;
  if (error.code === "not-found") throw notFound();
  if (error.code === "stale") return { done: null, failure: formFailure(form, ["changed"]), overtaken: error };
  const field = FIELD_OF[error.code];
  return { done: null, failure: field ? formFailure(form, [], { [field]: [error.code] }) : formFailure(form, [error.code]), overtaken: null };
}
