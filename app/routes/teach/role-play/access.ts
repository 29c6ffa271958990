/** Seeing a cohort's role-plays, and running them. */
export const VIEW = { permission: "cohort:view", scope: { cohort: "cohort" } } as const;
export const TEACH = { permission: "cohort:teach", scope: { cohort: "cohort" } } as const;
