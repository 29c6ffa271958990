import { sql, type Transaction } from "kysely";
import type { DB, JsonValue } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { type Actor, holds } from "~/people";
import { writeAudit } from "~/people/index.server";
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

/** By which token a write came, and in which request: what the audit log says beside who and what. */
export interface WrittenBy {
  token: { id: string; name: string };
  requestId: string;
}

export type PutDealError = { code: "not-found" } | { code: "refused"; reason: Refusal; field: string | null };

/** Makes a deal or brings it up to date, by its key: the same push again changes nothing, also when two come at once. What it changed is in the audit log. */
export async function putDeal(trx: Transaction<DB>, actor: Actor, { source, key, deal, by, now }: { source: string; key: string; deal: PushedDeal; by: WrittenBy; now: Date }): Promise<Result<{ fate: "new" | "changed" | "unchanged" }, PutDealError>> {
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
  const dealId = await applyDeal(trx, record, known, judged, { source, byId: actor.id, via: "api", today, now });
  if (judged.fate !== "unchanged") await writeDown(trx, actor, { action: "push-deal", dealId, by, details: { source, key, fate: judged.fate, set: valuesSet(deal, judged.fate === "changed" ? judged.changes : null) } });
  return ok({ fate: judged.fate });
}

/** Takes a deal out of the funnel: closed as withdrawn, with everything it was; the audit log says so. Taken out again, nothing happens. */
export async function withdrawDeal(trx: Transaction<DB>, actor: Actor, { source, key, by, now }: { source: string; key: string; by: WrittenBy; now: Date }): Promise<Result<{ fate: "changed" | "unchanged" }, { code: "not-found" }>> {
  await lockKey(trx, source, key);
  const known = (await knownDeals(trx, actor, source, [key])).get(key);
  if (known === undefined || known === "not-yours") return fail({ code: "not-found" });
  if (!isOpen(known.stage)) return ok({ fate: "unchanged" });
  const today = isoDay(now, actor.timeZone);
  const moved = await placeMove(trx, { dealId: known.id, stage: "lost", on: today, outcome: "withdrawn", byId: actor.id, today, via: "api", now });
  if (!moved.ok) throw new Error(`a deal could not be withdrawn: ${moved.error.code}`);
  await writeDown(trx, actor, { action: "withdraw-deal", dealId: known.id, by, details: { source, key, from: known.stage } });
  return ok({ fate: "changed" });
}

const FIELDS = ["account", "title", "amount", "currency", "expectedClose", "stage", "stageOn", "outcome", "reason", "owner"] as const satisfies readonly (keyof PushedDeal)[];
/** What is set together with a field. */
const WITH: Partial<Record<(typeof FIELDS)[number], string>> = { currency: "amount", stageOn: "stage", outcome: "stage", reason: "stage" };

/** Of what was pushed the values that it set: those of the changed fields, or (null) all of a new deal. */
function valuesSet(deal: PushedDeal, changes: readonly string[] | null): Record<string, string | null> {
  const fields = FIELDS.filter((field) => deal[field] !== undefined && (changes === null || changes.includes(field) || changes.includes(WITH[field] ?? field)));
  return Object.fromEntries(fields.map((field) => [field, deal[field] ?? null]));
}

interface Written {
  action: "push-deal" | "withdraw-deal";
  dealId: string;
  by: WrittenBy;
  details: Record<string, JsonValue>;
}

function writeDown(trx: Transaction<DB>, actor: Actor, { action, dealId, by, details }: Written): Promise<void> {
  return writeAudit(trx, { actorId: actor.id, action, subject: { kind: "deal", id: dealId }, details: { token: by.token.name, tokenId: by.token.id, ...details }, requestId: by.requestId });
}

/** Pushes of one key follow one another, also before there is a row to lock. */
async function lockKey(trx: Transaction<DB>, source: string, key: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`deal ${source} ${key}`}, 0))`.execute(trx);
}
