/** What waits for a person's mark, and who has it in hand. */
import type { Bilingual } from "~/i18n/locale";

/** Everything that can wait for a mark; mirrored by the CHECK on `marking_item.kind`. */
export const MARKING_KINDS = ["quiz-answer", "group-sheet", "role-play", "homework"] as const;
export type MarkingKind = (typeof MARKING_KINDS)[number];

/** A thing of a room: its kind, and the id that the room gives it. */
export type MarkingSubjectRef = { kind: MarkingKind; subjectId: string };

/** What a room says when something begins to wait. */
export type NewMarkingItem = MarkingSubjectRef & {
  cohortId: string;
  chapterSlug: string;
  /** Who, or which group, handed it in. */
  title: string;
  /** What it is: the question, the assignment. */
  task?: Bilingual | null;
  /** Things with the same key can be marked one after the other with the same rubric in mind. */
  taskKey?: string;
  /** Learners who cannot go on until it is marked. */
  blockedCount?: number;
  waitingSince: Date;
  /** From when staff are to mark it, where others have their say before; `waitingSince` when left out. */
  readyAt?: Date;
  dueAt: Date | null;
};

/** How long a claim stands unless it is renewed. */
export const CLAIM_MINUTES = 15;
/** How often an open page renews its claim. */
export const RENEW_MINUTES = 5;

/** A claim that stands: who has the thing in hand, and until when if they do nothing more. */
export type Claim = { personId: string; name: string; until: Date };

/** The claim that stands now, from what is stored: one whose time is over counts as none. */
export function standingClaim(stored: { claimedBy: string | null; claimedUntil: Date | null; name: string | null }, now: Date): Claim | null {
  const { claimedBy, claimedUntil, name } = stored;
  if (claimedBy === null || claimedUntil === null || claimedUntil <= now) return null;
  return { personId: claimedBy, name: name ?? "", until: claimedUntil };
}

/** Until when a claim made or renewed now stands. */
export function claimUntil(now: Date): Date {
  return new Date(now.getTime() + CLAIM_MINUTES * 60_000);
}

/** Whether `value` names a kind. */
export function isMarkingKind(value: unknown): value is MarkingKind {
  return MARKING_KINDS.includes(value as MarkingKind);
}
