import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { type Actor, holds } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { type AccountChoice, type AccountError, chooseAccount } from "./choose-account.server";
import type { Via } from "./deal";
import { isCurrency } from "./money";
import { isOpen, type OpenStage } from "./stage";
import { writeDealEvent } from "./timeline-event.server";

export interface NewDeal {
  title: string;
  account: AccountChoice;
  /** bigint in minor units, as text; not below zero. */
  amountMinor: string;
  currency: string;
  /** Days as "2026-11-28". */
  expectedClose: string | null;
  stage: OpenStage;
  /** Since when it is in that stage; today when left out, never later. */
  since?: string;
  actor: Actor;
  now: Date;
  via?: Via;
}

export type CreateDealError = { code: "not-yours" } | { code: "future" } | { code: "unknown-currency" } | AccountError;

/** Makes a deal of the actor's own, at a customer of theirs or a new one. */
export async function createDeal(trx: Transaction<DB>, input: NewDeal): Promise<Result<{ dealId: string }, CreateDealError>> {
  const { actor, now } = input;
  if (!holds(actor, "deal:work", { kind: "any" })) return fail({ code: "not-yours" });
  const today = isoDay(now, actor.timeZone);
  const since = input.since ?? today;
  if (since > today) return fail({ code: "future" });
  if (!isCurrency(input.currency) || !isOpen(input.stage)) return fail({ code: "unknown-currency" });
  const account = await chooseAccount(trx, { choice: input.account, ownerId: actor.id, actor, now });
  if (!account.ok) return account;
  const dealId = await insertDeal(trx, { ...input, accountId: account.value.accountId, ownerId: actor.id, byId: actor.id, since, via: input.via ?? "page", external: null });
  return ok({ dealId });
}

interface DealRowInput extends Pick<NewDeal, "title" | "amountMinor" | "currency" | "expectedClose" | "stage" | "now"> {
  accountId: string;
  ownerId: string;
  byId: string | null;
  since: string;
  via: Via;
  external: { source: string; key: string } | null;
}

/** Writes a deal with its first stage and the beginning of its timeline; rights are the caller's matter. */
export async function insertDeal(trx: Transaction<DB>, input: DealRowInput): Promise<string> {
  const { id } = await trx
    .insertInto("deal")
    .values({
      account_id: input.accountId,
      title: input.title.trim(),
      owner_id: input.ownerId,
      amount_minor: input.amountMinor,
      currency: input.currency,
      expected_close: input.expectedClose,
      opened_on: input.since,
      stage: input.stage,
      stage_since: input.since,
      closed_on: null,
      next_action: null,
      next_action_owner_id: null,
      next_action_due: null,
      source: input.external?.source ?? null,
      external_key: input.external?.key ?? null,
      created_by: input.byId,
      created_at: input.now,
      changed_at: input.now,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  await trx.insertInto("deal_stage_change").values({ deal_id: id, stage: input.stage, entered_on: input.since, corrects: null, outcome: null, reason: null, by_id: input.byId, via: input.via, at: input.now }).execute();
  await writeDealEvent(trx, { dealId: id, kind: "created", details: { amountMinor: input.amountMinor, currency: input.currency }, byId: input.byId, via: input.via, now: input.now });
  return id;
}
