import type { Locale } from "~/i18n/locale";

/** The six roles of the house. A person can hold several, each within a scope. */
export const ROLES = ["learner", "instructor", "examiner", "manager", "executive", "administrator"] as const;
export type Role = (typeof ROLES)[number];

/** A role within its scope; a team scope holds the ids of the whole subtree as it stands now. */
export type Grant =
  | { role: Role; scope: "company" }
  | { role: Role; scope: "team"; teamIds: string[] }
  | { role: Role; scope: "cohort"; cohortId: string };

/** Who is asking: the signed-in person with the rights they hold at this moment. */
export interface Actor {
  id: string;
  name: string;
  email: string;
  locale: Locale;
  timeZone: string;
  theme: "system" | "light" | "dark";
  grants: Grant[];
}
