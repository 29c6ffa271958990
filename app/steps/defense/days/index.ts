/** The door of defense days within the defense room, for pure things and components. */
export * from "./day";
export type { NamedConflict } from "./named-conflict";
export * from "./paths";
export { UNPLACED_REASONS, type UnplacedReason } from "./schedule/schedule";
