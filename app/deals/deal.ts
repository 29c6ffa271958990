import type { Outcome, OutcomeReason, Stage } from "./stage";

/** The four buying roles (购买角色), in the order in which a purchase meets them. */
export const BUYING_ROLES = ["initiator", "designer", "decision-maker", "user"] as const;
export type BuyingRole = (typeof BUYING_ROLES)[number];

/** What somebody may do with a deal: its salesperson works on it, managers above coach, executives above read. */
export const DEAL_RIGHTS = ["work", "coach", "read"] as const;
export type DealRight = (typeof DEAL_RIGHTS)[number];

/** By which way something was said. */
export type Via = "page" | "import" | "api" | "seed";

/** A deal as lists and meetings show it. Days as "2026-11-28", money in minor units as text. */
export interface Deal {
  id: string;
  title: string;
  accountId: string;
  accountName: string;
  ownerId: string;
  ownerName: string;
  ownerLatin: string | null;
  /** The owner's team on the day that was asked for; null outside of every team. */
  teamId: string | null;
  amountMinor: string;
  currency: string;
  expectedClose: string | null;
  openedOn: string;
  stage: Stage;
  stageSince: string;
  closedOn: string | null;
  nextAction: { text: string; ownerId: string; ownerName: string; ownerLatin: string | null; due: string } | null;
  /** Roles that somebody at the customer plays; the others are missing. */
  roles: BuyingRole[];
  sheetCount: number;
  /** Method checks that find something in its sheets now. */
  problems: number;
  source: string | null;
  externalKey: string | null;
  version: number;
  changedAt: Date;
}

/** One stage of a deal's history as it holds today. */
export interface StageSpan {
  changeId: string;
  stage: Stage;
  enteredOn: string;
  /** Null where the deal still is. */
  leftOn: string | null;
  outcome: OutcomeReason | null;
  reason: string | null;
  corrected: boolean;
}

/** The roles that nobody plays yet. */
export function missingRoles(deal: { roles: readonly BuyingRole[] }): BuyingRole[] {
  return BUYING_ROLES.filter((role) => !deal.roles.includes(role));
}

export type { Outcome, OutcomeReason, Stage };
