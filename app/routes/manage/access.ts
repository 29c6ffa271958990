export const COACH = { permission: "field:coach", scope: "any" } as const;
export const LEAD_MEETING = { permission: "field:coach", scope: { team: "team" } } as const;
