import type { Kysely } from "kysely";
import { daysAhead, type Memory } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import type { NamedOccasion } from "./occasions.server";
import type { HeldCard, HeldReview } from "./held";
import { reviewQueue } from "./queue.server";
import { chapterNumbers, orderOf, questionOf, sectionOf } from "./review-page.view.server";

/** Today's cards with their keys, for the person's own device. */
export async function heldReview(db: Kysely<DB>, actor: { id: string; timeZone: string }, now: Date): Promise<HeldReview> {
  const queue = await reviewQueue(db, actor, now);
  const [numbers, memories] = await Promise.all([
    chapterNumbers(db, queue.today.map(({ card }) => card.chapterSlug)),
    queue.today.length === 0 ? [] : db.selectFrom("review_card").select(["id", "memory"]).where("id", "in", queue.today.map(({ card }) => card.id)).execute(),
  ]);
  const cards = await Promise.all(
    queue.today.map(async ({ card, forward }): Promise<HeldCard> => {
      const question = await questionOf(db, card);
      const occasion = forward as NamedOccasion | null;
      return {
        id: card.id,
        version: card.version,
        question,
        order: orderOf(card, question),
        chapterNumber: numbers.get(card.chapterSlug) ?? 0,
        sectionPath: sectionOf(card, question),
        forward: occasion && { kind: occasion.kind, at: occasion.at, account: occasion.account },
        days: daysAhead(memories.find(({ id }) => id === card.id)?.memory as Memory, now),
      };
    }),
  );
  return { personId: actor.id, day: isoDay(now, actor.timeZone), cards, reviewedToday: queue.reviewedToday, withheld: queue.withheld, nextDueAt: queue.nextDueAt?.toISOString() ?? null };
}
