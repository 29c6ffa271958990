import { z } from "zod";
import type { JsonValue } from "~/db/schema";
import { AppError } from "~/platform/errors";
import { DEFAULT_GATES, EXPLANATION_POLICIES, type GateOf, type Gates } from "./gates";
import { STEPS, type Step } from "./step";

const share = z.number().min(0).max(1);
const common = { reviewDays: z.int().min(1).max(60) };

/** The whole gate of each step, for a form that edits it; a cohort stores what differs from the defaults. */
export const GATE_SCHEMAS = {
  "preview": z.strictObject({ ...common, requireCheckins: z.boolean() }),
  "quiz": z.strictObject({
    ...common,
    passMark: share.refine((mark) => mark > 0),
    maxAttempts: z.int().min(1).max(20),
    showExplanations: z.enum(EXPLANATION_POLICIES),
    minutes: z.int().min(1).max(300).nullable(),
    extraTimePercent: z.int().min(0).max(200),
  }),
  "lecture": z.strictObject({ ...common, lateCountsAsPresent: z.boolean(), excusedCountsAsPresent: z.boolean(), lateAfterMinutes: z.int().min(0).max(240) }),
  "group-work": z.strictObject({ ...common, requireComplete: z.boolean() }),
  "role-play": z.strictObject({ ...common, requireAllRoles: z.boolean(), passMark: share }),
  "homework": z.strictObject({ ...common, peerReviews: z.int().min(0).max(5), acceptLate: z.boolean() }),
  "defense": z.strictObject({ ...common, panelSize: z.int().min(2).max(9) }),
  "field-tracking": z.strictObject({ ...common, confirmedApplications: z.int().min(1).max(50), checkpointDays: z.array(z.int().min(1).max(365)).min(1).max(6) }),
} satisfies { [S in Step]: z.ZodType<Gates[S]> };

// Made once: building a schema costs far more than using it, and gates are read with every road.
const STORED_SCHEMAS = Object.fromEntries(STEPS.map((step) => [step, GATE_SCHEMAS[step].partial()])) as unknown as { [S in Step]: z.ZodType<Partial<Gates[S]>> };

/**
 * The gate that a cohort's stored settings amount to, over the defaults.
 * @throws AppError gate-invalid: the column was written past the schema.
 */
export function parseGate<S extends Step>(step: S, stored: JsonValue): GateOf<S> {
  // Most cohorts change nothing, and every road that is read asks for the gates of eight steps.
  if (stored === null || (typeof stored === "object" && Object.keys(stored).length === 0)) return { ...DEFAULT_GATES[step] } as GateOf<S>;
  const parsed = STORED_SCHEMAS[step].safeParse(stored);
  if (!parsed.success) throw new AppError("gate-invalid", `the stored gate of ${step} is invalid: ${z.prettifyError(parsed.error)}`);
  return { ...DEFAULT_GATES[step], ...parsed.data } as GateOf<S>;
}
