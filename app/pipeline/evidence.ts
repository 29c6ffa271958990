/** From what a room reports to what is asked of the road. */
import type { StepCommand } from "./command";
import type { Evidence, StepProgress } from "./road";
import { isDone } from "./step";

export const OUTCOMES = ["begun", "submitted", "passed", "failed", "failed-final", "retracted"] as const;
/** What a room can say of a piece of evidence. `retracted`: it never counted, or counts no more. */
export type Outcome = (typeof OUTCOMES)[number];

/**
 * The command that a report amounts to, given where the step stands; null when it says nothing new.
 *
 * A room reports what all its evidence on the step now comes to; the evidence named is what brought the change.
 * So a worse judgement than the present one is a correction, not a second opinion. What stands on a person's word
 * (a recorded make-up, a waiver) is never undone by evidence.
 */
export function commandForReport(progress: StepProgress, outcome: Outcome, evidence: Evidence, actorId: string | null): StepCommand | null {
  const by = { cause: { kind: "evidence", evidence }, actorId } as const;
  const { state } = progress;
  const same = progress.evidence?.kind === evidence.kind && progress.evidence.id === evidence.id;
  const onEvidence = progress.evidence !== null && state !== "waived";
  const final = outcome === "failed-final";
  switch (outcome) {
    case "begun":
      return isDone(state) || state === "in-progress" || state === "awaiting-review" || (state === "failed" && same) ? null : { kind: "begin", ...by };
    case "submitted":
      return isDone(state) || state === "awaiting-review" || (state === "failed" && same) ? null : { kind: "submit", ...by };
    case "passed":
      if (state === "passed") return null;
      return state === "failed" && (same || progress.final) ? { kind: "correct", outcome: "passed", ...by } : { kind: "pass", ...by };
    case "failed":
    case "failed-final":
      if (isDone(state)) return state === "passed" && onEvidence ? { kind: "correct", outcome: "failed", final, ...by } : null;
      return state === "failed" && onEvidence ? { kind: "correct", outcome: "failed", final, ...by } : { kind: "fail", final, ...by };
    case "retracted":
      return onEvidence ? { kind: "correct", outcome: "none", ...by } : null;
  }
}
