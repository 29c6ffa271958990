import { type Kysely, sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { findOrAddAccount } from "../choose-account.server";
import { writeHead } from "../change-deal.server";
import { insertDeal } from "../create-deal.server";
import type { Via } from "../deal";
import { mayOwn, writeOwner } from "../hand-over.server";
import { placeMove } from "../move-stage.server";
import { stageHistories } from "../rows.server";
import { isOpen } from "../stage";
import { writeStage } from "../write-stage.server";
import type { DealRecord, Judged, KnownDeal } from "./deal-record";

/** The deals of these keys of a source, by key: those of the people whom the actor may import for; of another's deal only that the key is taken. */
export async function knownDeals(db: Kysely<DB>, actor: Actor, source: string, keys: readonly string[]): Promise<Map<string, KnownDeal | "not-yours">> {
  const known = new Map<string, KnownDeal | "not-yours">();
  if (keys.length === 0) return known;
  const rows = await db
    .selectFrom("deal as d")
    .innerJoin("account as a", "a.id", "d.account_id")
    .select(["d.id", "d.external_key as key", "d.title", "d.amount_minor as amountMinor", "d.currency", "d.expected_close as expectedClose", "d.stage", "d.owner_id as ownerId", "a.name as accountName"])
    .where("d.source", "=", source)
    .where(sql<boolean>`d.external_key = any(${[...new Set(keys)]}::text[])`)
    .execute();
  const [owners, histories] = await Promise.all([mayOwn(db, actor, rows.map(({ ownerId }) => ownerId)), stageHistories(db, rows.map(({ id }) => id))]);
  for (const { key, ...deal } of rows) {
    const history = (histories.get(deal.id) ?? []).map(({ changeId, stage, enteredOn }) => ({ changeId, stage, on: enteredOn }));
    known.set(key ?? "", owners.has(deal.ownerId) ? { ...deal, history } : "not-yours");
  }
  return known;
}

export interface ApplyContext {
  source: string;
  byId: string;
  via: Via;
  today: string;
  now: Date;
}

/** Writes what a record was judged to do; rights were asked. Answers the deal. */
export async function applyDeal(trx: Transaction<DB>, record: DealRecord, known: KnownDeal | undefined, judged: Exclude<Judged, { fate: "refused" }>, context: ApplyContext): Promise<string> {
  if (known === undefined) return addDeal(trx, record, context);
  if (judged.fate !== "changed") return known.id;
  const { byId, via, now, today } = context;
  const dealId = known.id;
  const head = { title: record.title, amountMinor: record.amountMinor, currency: record.currency, ...(record.expectedClose === undefined ? {} : { expectedClose: record.expectedClose }) };
  await writeHead(trx, { dealId, change: head, byId, via, now });
  if (judged.changes.includes("owner")) await writeOwner(trx, { dealId, toId: record.ownerId, byId, via, now });
  const { stage } = record;
  if (stage !== undefined && judged.changes.includes("stage")) {
    const moved = await placeMove(trx, { dealId, stage, on: record.stageOn ?? today, ...closing(record), byId, today, via, now });
    if (!moved.ok) throw new Error(`a move that was judged well was refused: ${moved.error.code}`);
  }
  const last = known.history.at(-1);
  if (last && judged.changes.includes("stageOn")) await writeStage(trx, { dealId, stage: last.stage, on: record.stageOn ?? last.on, corrects: last.changeId, outcome: isOpen(last.stage) ? null : await outcomeOf(trx, last.changeId), reason: context.source, byId, via, now });
  return dealId;
}

async function addDeal(trx: Transaction<DB>, record: DealRecord, { source, byId, via, today, now }: ApplyContext): Promise<string> {
  const accountId = await findOrAddAccount(trx, { name: record.account, ownerId: record.ownerId, byId, now });
  const stage = record.stage ?? "contact";
  const since = record.stageOn ?? today;
  const base = { accountId, title: record.title, ownerId: record.ownerId, byId, amountMinor: record.amountMinor, currency: record.currency, expectedClose: record.expectedClose ?? null, since, via, now, external: { source, key: record.key } };
  // A deal that comes in closed has no road that we know of: it begins with its proposal, on the day it was closed.
  const dealId = await insertDeal(trx, { ...base, stage: isOpen(stage) ? stage : "proposal" });
  if (!isOpen(stage)) {
    const moved = await placeMove(trx, { dealId, stage, on: since, ...closing(record), byId, today, via, now });
    if (!moved.ok) throw new Error(`a close that was judged well was refused: ${moved.error.code}`);
  }
  return dealId;
}

/** Why it was won or lost; a CRM that does not say leaves it open. */
function closing(record: DealRecord) {
  const closes = record.stage !== undefined && !isOpen(record.stage);
  return { ...(closes ? { outcome: record.outcome ?? ("other" as const) } : {}), ...(record.reason === undefined ? {} : { reason: record.reason }) };
}

async function outcomeOf(trx: Transaction<DB>, changeId: string) {
  const row = await trx.selectFrom("deal_stage_change").select("outcome").where("id", "=", changeId).executeTakeFirst();
  return row?.outcome ?? null;
}

