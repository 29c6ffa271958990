/** The tabs of the side panel, as they stand in the address: `?panel=comments&about=people/r1`. */
export const PANEL_TABS = ["checks", "picture", "comments", "example", "history"] as const;
export type PanelTab = (typeof PANEL_TABS)[number];

export function isPanelTab(value: string | null): value is PanelTab {
  return (PANEL_TABS as readonly (string | null)[]).includes(value);
}
