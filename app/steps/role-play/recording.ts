/** Recording a round: who agrees, and where marks stand on its timeline. */

/** The latest word of somebody in the round; null while they have said nothing. */
export interface Consent {
  enrolmentId: string;
  agrees: boolean | null;
}

export type ConsentState = "asking" | "refused" | "agreed";

/** Nothing is recorded before everybody in the round has agreed; one no is enough. */
export function consentState(consents: readonly Consent[]): ConsentState {
  if (consents.some((one) => one.agrees === false)) return "refused";
  return consents.length > 0 && consents.every((one) => one.agrees === true) ? "agreed" : "asking";
}

/** Seconds into the recording at which something happened; within it. */
export function secondsInto(recording: { startedAt: Date; stoppedAt: Date | null }, at: Date): number {
  const end = recording.stoppedAt?.getTime() ?? Infinity;
  return Math.max(0, Math.min(at.getTime(), end) - recording.startedAt.getTime()) / 1000;
}
