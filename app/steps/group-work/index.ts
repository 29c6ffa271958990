/** The door of the group work room for pure things and components; server code goes through `index.server.ts`. */
export * from "./broadcast";
export * from "./group-sheet";
export * from "./paths";
export * from "./peer-rating";
export { GroupNotices } from "./GroupNotices";
export { GroupStateBadge } from "./GroupStateBadge";
export { OwnGroupPage } from "./OwnGroupPage";
export { GroupProjector } from "./GroupProjector";
export { GroupRoomPage } from "./GroupRoomPage";
export { GroupSheetScreen } from "./GroupSheetScreen";
export { HandedInTable } from "./HandedInTable";
export { WorkOfMove } from "./WorkOfMove";
export { GroupOnSheet } from "./GroupOnSheet";
