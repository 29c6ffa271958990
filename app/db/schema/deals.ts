import type { DateColumn } from "./cohorts";
import type { Generated, Json, Timestamp } from "./columns";

type Stage = "contact" | "find" | "qualify" | "clarify" | "proposal" | "won" | "lost";
type Via = "page" | "import" | "api" | "seed";
type Outcome = "value" | "relationship" | "criteria" | "risk" | "price" | "rival" | "no-budget" | "no-decision" | "withdrawn" | "other";

/** Money is bigint in minor units of its currency, read and written as text. */
export interface AccountTable {
  id: Generated<string>;
  name: string;
  industry: string | null;
  city: string | null;
  owner_id: string;
  source: string | null;
  external_key: string | null;
  created_by: string | null;
  created_at: Timestamp;
  changed_at: Timestamp;
}

export interface ContactTable {
  id: Generated<string>;
  account_id: string;
  name: string;
  title: string | null;
  phone: string | null;
  email: string | null;
  left_at: Generated<Timestamp | null>;
  created_by: string | null;
  created_at: Timestamp;
}

export interface DealTable {
  id: Generated<string>;
  account_id: string;
  title: string;
  owner_id: string;
  amount_minor: string;
  currency: Generated<string>;
  expected_close: DateColumn | null;
  opened_on: DateColumn;
  stage: Stage;
  stage_since: DateColumn;
  closed_on: DateColumn | null;
  next_action: string | null;
  next_action_owner_id: string | null;
  next_action_due: DateColumn | null;
  source: string | null;
  external_key: string | null;
  created_by: string | null;
  created_at: Timestamp;
  changed_at: Timestamp;
  version: Generated<number>;
}

export interface DealStageChangeTable {
  id: Generated<string>;
  deal_id: string;
  stage: Stage;
  entered_on: DateColumn;
  corrects: string | null;
  withdrawn: Generated<boolean>;
  outcome: Outcome | null;
  reason: string | null;
  by_id: string | null;
  via: Via;
  at: Timestamp;
}

/** The view of the stages as they hold today, in order; `left_on` is null where the deal still is. */
export interface DealStageHistoryView {
  deal_id: string;
  change_id: string;
  stage: Stage;
  entered_on: DateColumn;
  left_on: DateColumn | null;
  outcome: Outcome | null;
  reason: string | null;
  corrected: boolean;
}

export interface DealPersonTable {
  id: Generated<string>;
  deal_id: string;
  contact_id: string;
  role: "initiator" | "designer" | "decision-maker" | "user";
  added_by: string | null;
  added_at: Timestamp;
  removed_at: Generated<Timestamp | null>;
}

export interface DealSheetTable {
  deal_id: string;
  sheet_id: string;
  added_by: string | null;
  added_at: Timestamp;
  removed_at: Generated<Timestamp | null>;
}

export interface DealEventTable {
  id: Generated<string>;
  deal_id: string;
  kind: "created" | "changed" | "next-action" | "owner" | "person-added" | "person-removed" | "sheet-added" | "sheet-removed";
  details: Generated<Json>;
  by_id: string | null;
  via: Via;
  at: Timestamp;
}

export interface DealStageLimitTable {
  stage: Exclude<Stage, "won" | "lost">;
  days: number;
  set_by: string | null;
  set_at: Timestamp;
}

export interface DealImportTable {
  id: Generated<string>;
  person_id: string;
  kind: "deals" | "invoices" | "payments";
  source: string;
  file_name: string;
  encoding: "utf-8" | "gbk" | "utf-16le" | "xlsx";
  header: Json<string[]>;
  lines: Json<string[][]> | null;
  mapping: Json | null;
  counts: Json | null;
  created_at: Timestamp;
  taken_at: Generated<Timestamp | null>;
}

export interface DealImportMappingTable {
  person_id: string;
  kind: "deals" | "invoices" | "payments";
  header_hash: string;
  source: string;
  mapping: Json;
  used_at: Timestamp;
}

export interface ApiTokenTable {
  id: Generated<string>;
  person_id: string;
  name: string;
  token_hash: string;
  hint: string;
  scopes: string[];
  created_at: Timestamp;
  expires_at: Timestamp;
  last_used_at: Generated<Timestamp | null>;
  revoked_at: Generated<Timestamp | null>;
}

export interface DealsSchema {
  account: AccountTable;
  contact: ContactTable;
  deal: DealTable;
  deal_stage_change: DealStageChangeTable;
  deal_person: DealPersonTable;
  deal_sheet: DealSheetTable;
  deal_event: DealEventTable;
  deal_stage_limit: DealStageLimitTable;
  deal_import: DealImportTable;
  deal_import_mapping: DealImportMappingTable;
  api_token: ApiTokenTable;
}

/** Views beside the tables. */
export interface DealsViews {
  deal_stage_history: DealStageHistoryView;
}
