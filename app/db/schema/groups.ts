import type { Generated, Timestamp } from "./columns";

export interface CohortGroupTable {
  id: Generated<string>;
  cohort_id: string;
  purpose: "class" | "study";
  name: string;
  position: number;
  created_by: string | null;
  created_at: Timestamp;
  dissolved_at: Generated<Timestamp | null>;
}

export interface CohortGroupMemberTable {
  id: Generated<string>;
  group_id: string;
  cohort_id: string;
  purpose: "class" | "study";
  enrolment_id: string;
  valid_from: Timestamp;
  valid_to: Generated<Timestamp | null>;
  recorded_by: string | null;
  ended_by: Generated<string | null>;
}

export interface GroupsSchema {
  cohort_group: CohortGroupTable;
  cohort_group_member: CohortGroupMemberTable;
}
