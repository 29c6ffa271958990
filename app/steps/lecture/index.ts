/** The door of the lecture room for pure things and components; server code goes through `index.server.ts`. */
export * from "./attendance";
export * from "./session";
export * from "./slides";
export * from "./paths";
export * from "./poll";
export { type LiveSnapshot, sameSnapshot } from "./snapshot";
export { CheckInForm } from "./CheckInForm";
export { OwnSessionCard } from "./OwnSessionCard";
export { Roll } from "./Roll";
export { SessionActions } from "./SessionActions";
export { SessionCard } from "./SessionCard";
export { SessionForm } from "./SessionForm";
export { SessionBadge, StatusBadge } from "./StatusBadge";
export { useLive } from "./use-live";
export { useQuietRevalidation } from "~/platform/use-quiet-revalidation";
export { LiveFollower } from "./LiveFollower";
export { Presenter } from "./Presenter";
export { ProjectorScreen } from "./ProjectorScreen";
