import type { Generated, Json, Timestamp } from "./columns";

export interface PersonTable {
  id: Generated<string>;
  email: string;
  name: string;
  name_latin: string | null;
  title: string | null;
  locale: Generated<"zh" | "en">;
  time_zone: Generated<string>;
  theme: Generated<"system" | "light" | "dark">;
  password_hash: string | null;
  state: Generated<"invited" | "active" | "suspended">;
  created_at: Generated<Timestamp>;
}

export interface TeamTable {
  id: Generated<string>;
  parent_id: string | null;
  kind: "company" | "region" | "team";
  name_zh: string;
  name_en: string;
  closed_at: Timestamp | null;
}

export interface TeamMembershipTable {
  id: Generated<string>;
  person_id: string;
  team_id: string;
  valid_from: Timestamp;
  valid_to: Timestamp | null;
  recorded_by: string | null;
}

export interface RoleGrantTable {
  id: Generated<string>;
  person_id: string;
  role: "learner" | "instructor" | "examiner" | "manager" | "executive" | "administrator";
  scope_kind: "company" | "team" | "cohort";
  team_id: string | null;
  cohort_id: string | null;
  granted_by: string | null;
  granted_at: Generated<Timestamp>;
  revoked_at: Timestamp | null;
  revoked_by: string | null;
}

export interface SessionTable {
  id: string;
  user_id: string;
  expires_at: Timestamp;
  public_id: Generated<string>;
  created_at: Generated<Timestamp>;
  last_seen_at: Generated<Timestamp>;
  user_agent: Generated<string>;
  ip: Generated<string>;
}

export interface AccountLinkTable {
  token_hash: string;
  person_id: string;
  purpose: "invitation" | "reset";
  created_at: Generated<Timestamp>;
  created_by: string | null;
  expires_at: Timestamp;
  used_at: Timestamp | null;
}

export interface OutboxMailTable {
  id: Generated<string>;
  to_email: string;
  template: string;
  locale: "zh" | "en";
  subject: string;
  body: string;
  created_at: Generated<Timestamp>;
  sent_at: Timestamp | null;
  failed_at: Timestamp | null;
  failure: string | null;
}

export interface RateLimitTable {
  key: string;
  window_started_at: Timestamp;
  count: number;
  locked_until: Timestamp | null;
}

export interface AuditEventTable {
  id: Generated<string>;
  at: Generated<Timestamp>;
  actor_id: string | null;
  action: string;
  subject_kind: string;
  subject_id: string;
  details: Generated<Json>;
  request_id: string | null;
}

export interface PeopleSchema {
  person: PersonTable;
  team: TeamTable;
  team_membership: TeamMembershipTable;
  role_grant: RoleGrantTable;
  session: SessionTable;
  account_link: AccountLinkTable;
  outbox_mail: OutboxMailTable;
  rate_limit: RateLimitTable;
  audit_event: AuditEventTable;
}
