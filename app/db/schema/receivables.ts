import type { DateColumn } from "./cohorts";
import type { Generated, Timestamp } from "./columns";

/** Money is bigint in minor units of its currency, read and written as text. */
export interface ReceivableTable {
  id: Generated<string>;
  account_id: string;
  deal_id: string | null;
  owner_id: string;
  number: string;
  amount_minor: string;
  cost_minor: string | null;
  currency: Generated<string>;
  issued_on: DateColumn;
  delivered_on: DateColumn | null;
  due_on: DateColumn;
  source: string | null;
  external_key: string | null;
  created_by: string | null;
  created_at: Timestamp;
  changed_at: Timestamp;
}

export interface ReceivableEntryTable {
  id: Generated<string>;
  receivable_id: string;
  kind: "payment" | "write-off" | "credit";
  booked_on: DateColumn;
  amount_minor: string;
  reference: string | null;
  source: string | null;
  external_key: string | null;
  by_id: string | null;
  at: Timestamp;
}

export interface ReceivableLetterTable {
  id: Generated<string>;
  receivable_id: string;
  letter: "arrival" | "reminder" | "notice";
  sent_on: DateColumn;
  by_id: string | null;
  at: Timestamp;
}

export interface BonusRuleTable {
  valid_from: DateColumn;
  base: "profit" | "revenue";
  /** numeric, as text: per cent. */
  rate_percent: string;
  set_by: string | null;
  set_at: Timestamp;
}

export interface ReceivablesSchema {
  receivable: ReceivableTable;
  receivable_entry: ReceivableEntryTable;
  receivable_letter: ReceivableLetterTable;
  bonus_rule: BonusRuleTable;
}
