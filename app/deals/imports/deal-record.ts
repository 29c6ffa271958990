/** A deal as a CRM says it, and what saying it would change. Pure. */
import type { Move, OutcomeReason, Stage } from "../stage";
import { checkCorrection, checkMove, fits, isOpen } from "../stage";
import type { Refusal } from "./plan";

export interface DealRecord {
  key: string;
  account: string;
  title: string;
  amountMinor: string;
  currency: string;
  /** Left out: stays as it is. */
  expectedClose?: string | null;
  stage?: Stage;
  stageOn?: string;
  outcome?: OutcomeReason;
  reason?: string;
  ownerId: string;
  /** Nobody was named: then a deal that is there keeps its owner. */
  ownerImplied: boolean;
}

/** A deal that is there already under that key. */
export interface KnownDeal {
  id: string;
  accountName: string;
  title: string;
  amountMinor: string;
  currency: string;
  expectedClose: string | null;
  stage: Stage;
  ownerId: string;
  history: readonly Move[];
}

export type Judged = { fate: "new" } | { fate: "changed"; changes: string[] } | { fate: "unchanged" } | { fate: "refused"; reason: Refusal; field: string | null };

const refused = (reason: Refusal, field: string | null): Judged => ({ fate: "refused", reason, field });
const folded = (text: string): string => text.normalize("NFKC").trim().toLowerCase();

/** What a record does: makes a deal, changes these things of one, nothing, or it is refused. `today`: nothing happened after it. */
export function judgeDeal(record: DealRecord, known: KnownDeal | undefined, today: string): Judged {
  const { stage, stageOn } = record;
  if (stageOn !== undefined && stageOn > today) return refused("stage-future", "stageOn");
  if (stage !== undefined && !isOpen(stage) && record.outcome !== undefined && !fits(stage, record.outcome)) return refused("stage", "outcome");
  if (!known) return { fate: "new" };
  if (folded(known.accountName) !== folded(record.account)) return refused("other-account", "account");
  const changes: string[] = [];
  if (known.title !== record.title) changes.push("title");
  if (known.amountMinor !== record.amountMinor || known.currency !== record.currency) changes.push("amount");
  if (record.expectedClose !== undefined && known.expectedClose !== record.expectedClose) changes.push("expectedClose");
  if (!record.ownerImplied && known.ownerId !== record.ownerId) changes.push("owner");
  const last = known.history.at(-1);
  if (stage !== undefined && stage !== known.stage) {
    if (checkMove(known.history, { stage, on: stageOn ?? today }, today)) return refused("stage-order", "stageOn");
    changes.push("stage");
  } else if (last && stageOn !== undefined && stage !== undefined && stageOn !== last.on) {
    if (checkCorrection(known.history, { changeId: last.changeId, on: stageOn }, today)) return refused("stage-order", "stageOn");
    changes.push("stageOn");
  }
  return changes.length === 0 ? { fate: "unchanged" } : { fate: "changed", changes };
}
