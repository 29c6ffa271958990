/** Seeing a cohort's defense days, and planning them. */
export const VIEW = { permission: "cohort:view", scope: { cohort: "cohort" } } as const;
export const TEACH = { permission: "cohort:teach", scope: { cohort: "cohort" } } as const;
