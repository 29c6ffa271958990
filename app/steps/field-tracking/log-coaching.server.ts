import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { recordCapability } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import { dealRight } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { MOST_LINES, type Observation, sharesOf } from "./coaching";
import { mayCoach } from "./rows.server";

export interface NewCoachingNote {
  /** The same note sent twice is one. */
  opId: string;
  personId: string;
  dealId: string | null;
  /** Business days. */
  observedOn: string;
  followUpOn: string;
  occasion: string;
  /** How the person saw it themselves, asked first. */
  ownView: string;
  /** The one thing agreed: at which moment, to say or do what. */
  agreed: string;
  lines: readonly Observation[];
  now: Date;
}

export type CoachingError = { code: "not-found" } | { code: "no-lines" } | { code: "too-many-lines" } | { code: "future" } | { code: "follow-up-too-early" };

/**
 * Keeps what a manager saw on a joint visit: actions and reactions by skill, the person's own view, one agreed behaviour and
 * the day to look again. The person reads it; the observations count for their capability in the manager's eyes.
 */
export async function logCoaching(trx: Transaction<DB>, actor: Actor, input: NewCoachingNote): Promise<Result<{ noteId: string }, CoachingError>> {
  const { opId, personId, dealId, observedOn, followUpOn, lines, now } = input;
  if (!(await mayCoach(trx, actor, personId))) return fail({ code: "not-found" });
  if (dealId !== null && (await dealRight(trx, actor, dealId)) === null) return fail({ code: "not-found" });
  if (lines.length === 0) return fail({ code: "no-lines" });
  if (lines.length > MOST_LINES) return fail({ code: "too-many-lines" });
  if (observedOn > isoDay(now, actor.timeZone)) return fail({ code: "future" });
  if (followUpOn <= observedOn) return fail({ code: "follow-up-too-early" });
  const noteId = randomUUID();
  const made = await trx
    .insertInto("coaching_note")
    .values({ id: noteId, op_id: opId, coach_id: actor.id, person_id: personId, deal_id: dealId, observed_on: observedOn, occasion: input.occasion.trim(), own_view: input.ownView.trim(), agreed: input.agreed.trim(), follow_up_on: followUpOn, written_at: now })
    .onConflict((conflict) => conflict.column("op_id").doNothing())
    .returning("id")
    .executeTakeFirst();
  if (!made) {
    const there = await trx.selectFrom("coaching_note").select("id").where("op_id", "=", opId).where("coach_id", "=", actor.id).executeTakeFirst();
    return there ? ok({ noteId: there.id }) : fail({ code: "not-found" });
  }
  await trx
    .insertInto("coaching_line")
    .values(lines.map(({ competency, level, behaviour, reaction }, at) => ({ note_id: noteId, position: at + 1, competency, level, behaviour: behaviour.trim(), reaction: reaction.trim() })))
    .execute();
  const label = { zh: input.occasion.trim(), en: input.occasion.trim() };
  await recordCapability(trx, {
    personId,
    source: { kind: "coaching-observation", id: noteId },
    view: "manager",
    by: actor.id,
    dealId,
    observedAt: new Date(Math.min(now.getTime(), Date.parse(`${observedOn}T00:00:00Z`))),
    lines: sharesOf(lines).map(({ competency, share }) => ({ item: competency, competencies: [competency], share, label })),
    now,
  });
  return ok({ noteId });
}
