import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { type Contact, contactsOf } from "./contacts-of.server";
import type { DealRight, StageSpan } from "./deal";
import { type DealSheet, dealSheets } from "./deal-sheets.server";
import { listed, type ListedDeal } from "./deals-page.view.server";
import { findDeal } from "./find-deal.server";
import { type InvoiceLine, invoicesOfDeal } from "./receivables/invoices-of.server";
import { stageHistories } from "./rows.server";
import { type StageLimits, stageLimits } from "./stage-limits.server";
import { type TimelineEntry, timelineOf } from "./timeline.view.server";

export interface DealPage {
  deal: ListedDeal;
  right: DealRight;
  history: StageSpan[];
  limits: StageLimits;
  contacts: Contact[];
  sheets: DealSheet[];
  invoices: InvoiceLine[];
  timeline: TimelineEntry[];
  /** Who may be given the next action: the salesperson, the actor, and whoever has it now. */
  actionOwners: { id: string; name: string; nameLatin: string | null }[];
  /** To whom a manager may hand it over: the others of the owner's team. */
  heirs: { id: string; name: string; nameLatin: string | null }[];
}

/** Everything the page of a deal shows; undefined when it is none of the actor's, or there is none. */
export async function dealPage(db: Kysely<DB>, actor: Actor, dealId: string, today: string): Promise<DealPage | undefined> {
  const found = await findDeal(db, actor, dealId);
  if (!found) return undefined;
  const { right, ...deal } = found;
  const ids = [...new Set([deal.ownerId, actor.id, ...(deal.nextAction ? [deal.nextAction.ownerId] : [])])];
  const [histories, limits, contacts, sheets, invoices, timeline, people, heirs] = await Promise.all([
    stageHistories(db, [dealId]),
    stageLimits(db),
    contactsOf(db, dealId),
    dealSheets(db, dealId),
    invoicesOfDeal(db, dealId, today),
    timelineOf(db, dealId),
    db.selectFrom("person").select(["id", "name", "name_latin as nameLatin"]).where("id", "in", ids).execute(),
    right === "coach" && deal.teamId !== null ? heirsOf(db, deal.teamId, deal.ownerId) : [],
  ]);
  const actionOwners = ids.flatMap((id) => people.filter((person) => person.id === id));
  return { deal: listed(deal, limits, today), right, history: histories.get(dealId) ?? [], limits, contacts, sheets, invoices, timeline, actionOwners, heirs };
}

function heirsOf(db: Kysely<DB>, teamId: string, ownerId: string): Promise<DealPage["heirs"]> {
  return db
    .selectFrom("person as p")
    .innerJoin("team_membership as m", (join) => join.onRef("m.person_id", "=", "p.id").on("m.valid_to", "is", null))
    .select(["p.id", "p.name", "p.name_latin as nameLatin"])
    .where("m.team_id", "=", teamId)
    .where("p.id", "<>", ownerId)
    .where("p.state", "=", "active")
    .where(sql<boolean>`exists (select from role_grant g where g.person_id = p.id and g.revoked_at is null and g.role in ('learner', 'manager'))`)
    .orderBy("p.name")
    .execute();
}
