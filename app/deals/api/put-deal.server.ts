import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { type Actor, holds } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { placeMove } from "../move-stage.server";
import { isCurrency, toMinor } from "../money";
import { isOpen, type OutcomeReason, type Stage } from "../stage";
import { applyDeal, knownDeals } from "../imports/apply-deal.server";
import { type DealRecord, judgeDeal } from "../imports/deal-record";
import type { Refusal } from "../imports/plan";
import { ownersOf } from "../imports/plan-deals.server";

/** A deal as a CRM pushes it; what is left out of a deal that is there stays as it is. */
export interface PushedDeal {
  account: string;
  title: string;
  /** Decimal text in units of the currency: "1680000.00". */
  amount: string;
  currency: string;
  expectedClose?: string | null | undefined;
  stage?: Stage | undefined;
  stageOn?: string | undefined;
  outcome?: OutcomeReason | undefined;
  reason?: string | undefined;
  /** E-mail address; the token's owner when left out. */
  owner?: string | undefined;
}

export type PutDealError = { code: "not-found" } | { code: "refused"; reason: Refusal; field: string | null };

/** Makes a deal or brings it up to date, by its key: the same push again changes nothing, also when two come at once. */
export async function putDeal(trx: Transaction<DB>, actor: Actor, { source, key, deal, now }: { source: string; key: string; deal: PushedDeal; now: Date }): Promise<Result<{ fate: "new" | "changed" | "unchanged" }, PutDealError>> {
  await lockKey(trx, source, key);
  const today = isoDay(now, actor.timeZone);
  const refuse = (reason: Refusal, field: string) => fail<PutDealError>({ code: "refused", reason, field });
  if (!isCurrency(deal.currency)) return refuse("currency", "currency");
  const amountMinor = toMinor(deal.amount, deal.currency);
  if (amountMinor === null || amountMinor.startsWith("-")) return refuse("amount", "amount");
  const email = deal.owner?.toLowerCase();
  const mine = holds(actor, "deal:work", { kind: "any" }) ? actor.id : undefined;
  const ownerId = email === undefined ? mine : (await ownersOf(trx, actor, [email])).get(email);
  if (ownerId === undefined) return refuse("unknown-owner", "owner");
  const { account, title, currency, expectedClose, stage, stageOn, outcome, reason } = deal;
  const record: DealRecord = {
    key,
    account: account.trim(),
    title: title.trim(),
    amountMinor,
    currency,
    ownerId,
    ownerImplied: email === undefined,
    ...(expectedClose === undefined ? {} : { expectedClose }),
    ...(stage === undefined ? {} : { stage }),
    ...(stageOn === undefined ? {} : { stageOn }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(reason === undefined ? {} : { reason }),
  };
  const known = (await knownDeals(trx, actor, source, [key])).get(key);
  if (known === "not-yours") return fail({ code: "not-found" });
  const judged = judgeDeal(record, known, today);
  if (judged.fate === "refused") return fail({ code: "refused", reason: judged.reason, field: judged.field });
  await applyDeal(trx, record, known, judged, { source, byId: actor.id, via: "api", today, now });
  return ok({ fate: judged.fate });
}

/** Takes a deal out of the funnel: closed as withdrawn, with everything it was. Taken out again, nothing happens. */
export async function withdrawDeal(trx: Transaction<DB>, actor: Actor, { source, key, now }: { source: string; key: string; now: Date }): Promise<Result<{ fate: "changed" | "unchanged" }, { code: "not-found" }>> {
  await lockKey(trx, source, key);
  const known = (await knownDeals(trx, actor, source, [key])).get(key);
  if (known === undefined || known === "not-yours") return fail({ code: "not-found" });
  if (!isOpen(known.stage)) return ok({ fate: "unchanged" });
  const today = isoDay(now, actor.timeZone);
  const moved = await placeMove(trx, { dealId: known.id, stage: "lost", on: today, outcome: "withdrawn", byId: actor.id, today, via: "api", now });
  if (!moved.ok) throw new Error(`a deal could not be withdrawn: ${moved.error.code}`);
  return ok({ fate: "changed" });
}

/** Pushes of one key follow one another, also before there is a row to lock. */
async function lockKey(trx: Transaction<DB>, source: string, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`deal ${source} ${key}`}, 0))`.execute(trx);
}
