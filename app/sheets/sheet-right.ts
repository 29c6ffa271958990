/** What somebody may do in a sheet; each includes what stands after it. */
export const SHEET_RIGHTS = ["edit", "comment", "read"] as const;
export type SheetRight = (typeof SHEET_RIGHTS)[number];
