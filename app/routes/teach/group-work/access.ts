/** Seeing a cohort's group work, and judging it. */
export const VIEW = { permission: "cohort:view", scope: { cohort: "cohort" } } as const;
export const TEACH = { permission: "cohort:teach", scope: { cohort: "cohort" } } as const;
