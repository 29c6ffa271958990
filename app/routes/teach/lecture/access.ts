/** Seeing a cohort's classes, and holding them. */
export const VIEW = { permission: "cohort:view", scope: { cohort: "cohort" } } as const;
export const TEACH = { permission: "cohort:teach", scope: { cohort: "cohort" } } as const;
