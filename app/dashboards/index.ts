/** Pure things and components, for everybody. */
export { EffectCard } from "./EffectCard";
export { METRIC_KINDS } from "./effect";
export type { FigureTable } from "./figure-table";
export { FieldTiles } from "./FieldTiles";
export { CohortRoads, FunnelSteps } from "./FunnelSteps";
export { GapCards } from "./GapCards";
export { GapHistory } from "./GapHistory";
export { DecideForm } from "./DecideForm";
export { NUMBERS_AT_ONCE, packCounts } from "./heat";
export { HeatGrid } from "./HeatGrid";
export { HeatNumbers } from "./HeatNumbers";
export { LeadFrame, LeadTabs } from "./LeadFrame";
export { DASHBOARD_PAGES, type DashboardPage, dashboardPath, gapPath, peoplePath, PROGRESS_PATH } from "./paths";
export { PeopleList } from "./PeopleList";
export { PictureBox } from "./PictureBox";
export { type Counts, READY_AT, type Standing, STANDINGS } from "./ready";
export { ReadinessList } from "./ReadinessList";
export { FigureRows, TableBehind } from "./TableBehind";
