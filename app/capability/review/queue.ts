/** Which questions come today, and in which order. Pure. */

/** Questions a day, at most. */
export const MOST_A_DAY = 12;
/** Days before a defense, and before a meeting with a customer, from which its questions come forward. */
export const AHEAD_DAYS = { defense: 7, visit: 3 } as const;
/** A question that was reviewed in the last two days does not come forward. */
const FRESH_DAYS = 2;

const DAY = 86_400_000;

/** Something that is better met with the chapter in mind. */
export interface Occasion {
  kind: keyof typeof AHEAD_DAYS;
  at: Date;
  /** Chapters of a defense; competencies of the deal's stage for a visit. */
  chapterSlugs: readonly string[];
  competencies: readonly string[];
}

export interface QueueCard {
  id: string;
  chapterSlug: string;
  competency: string;
  dueAt: Date;
  lastReviewedAt: Date | null;
}

export interface QueuedCard<C extends QueueCard = QueueCard> {
  card: C;
  /** Why it comes before its time; null when its time has come. */
  forward: Occasion | null;
}

/**
 * The questions for now: those of the nearest occasion first, then those longest due; `reviewedToday` have had their turn
 * and count against MOST_A_DAY.
 */
export function todaysQueue<C extends QueueCard>(cards: readonly C[], { occasions, reviewedToday, now }: { occasions: readonly Occasion[]; reviewedToday: number; now: Date }): QueuedCard<C>[] {
  const near = occasions.filter(({ kind, at }) => at.getTime() >= now.getTime() && at.getTime() - now.getTime() <= AHEAD_DAYS[kind] * DAY).sort((one, other) => one.at.getTime() - other.at.getTime());
  const due = cards.flatMap((card): QueuedCard<C>[] => {
    const occasion = near.find((one) => one.chapterSlugs.includes(card.chapterSlug) || one.competencies.includes(card.competency)) ?? null;
    const isDue = card.dueAt.getTime() <= now.getTime();
    const isFresh = card.lastReviewedAt !== null && now.getTime() - card.lastReviewedAt.getTime() < FRESH_DAYS * DAY;
    if (isDue) return [{ card, forward: occasion }];
    return occasion !== null && !isFresh ? [{ card, forward: occasion }] : [];
  });
  const order = ({ forward }: QueuedCard<C>) => forward?.at.getTime() ?? Number.MAX_SAFE_INTEGER;
  return due.sort((one, other) => order(one) - order(other) || one.card.dueAt.getTime() - other.card.dueAt.getTime() || one.card.id.localeCompare(other.card.id)).slice(0, Math.max(0, MOST_A_DAY - reviewedToday));
}
