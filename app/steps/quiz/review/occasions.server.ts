/** What of a person's days ahead brings questions forward: a defense that is planned, the next action on a deal of theirs. */
import type { Kysely } from "kysely";
import { AHEAD_DAYS, type Competency, type Occasion } from "~/capability";
import type { DB } from "~/db/schema";

const DAY = 86_400_000;

/** What a seller is about to do with a customer at each stage of the funnel. */
const OF_STAGE: Record<"contact" | "find" | "qualify" | "clarify" | "proposal", readonly Competency[]> = {
  contact: ["build-trust", "communication"],
  find: ["build-trust", "stimulate-needs", "consultative-selling"],
  qualify: ["stimulate-needs", "prove-value", "decision-maker-visits"],
  clarify: ["prove-value", "set-criteria", "consultative-selling"],
  proposal: ["screen-competitors", "close", "negotiation", "presentation"],
};

/** An occasion with what the page says of it. */
export type NamedOccasion = Occasion & { account: string | null };

export async function occasionsOf(db: Kysely<DB>, personId: string, now: Date): Promise<NamedOccasion[]> {
  const [slots, deals] = await Promise.all([
    db
      .selectFrom("defense_slot as s")
      .innerJoin("defense_day as d", "d.id", "s.day_id")
      .innerJoin("enrolment as e", "e.id", "s.enrolment_id")
      .innerJoin("defense_slot_chapter as c", "c.slot_id", "s.id")
      .select(["s.id", "s.starts_at as at", "c.chapter_slug as chapterSlug"])
      .where("e.person_id", "=", personId)
      .where("s.state", "=", "planned")
      .where("d.state", "=", "published")
      .where("s.starts_at", ">=", now)
      .where("s.starts_at", "<=", new Date(now.getTime() + AHEAD_DAYS.defense * DAY))
      .execute(),
    db
      .selectFrom("deal as d")
      .innerJoin("account as a", "a.id", "d.account_id")
      .select(["d.stage", "d.next_action_due as on", "a.name"])
      .where("d.next_action_owner_id", "=", personId)
      .where("d.closed_on", "is", null)
      .where("d.next_action", "is not", null)
      .where("d.next_action_due", ">=", now.toISOString().slice(0, 10))
      .where("d.next_action_due", "<=", new Date(now.getTime() + AHEAD_DAYS.visit * DAY).toISOString().slice(0, 10))
      .execute(),
  ]);
  const bySlot = new Map<string, NamedOccasion>();
  for (const { id, at, chapterSlug } of slots) bySlot.set(id, { kind: "defense", at, chapterSlugs: [...(bySlot.get(id)?.chapterSlugs ?? []), chapterSlug], competencies: [], account: null });
  const visits = deals.flatMap(({ stage, on, name }): NamedOccasion[] =>
    on !== null && stage in OF_STAGE ? [{ kind: "visit", at: new Date(`${on}T23:59:59Z`), chapterSlugs: [], competencies: OF_STAGE[stage as keyof typeof OF_STAGE], account: name }] : [],
  );
  return [...bySlot.values(), ...visits];
}
