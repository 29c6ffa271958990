/** The door of the role-play room for pure things and components; server code goes through `index.server.ts`. */
export { type Role, ROLES } from "./rotation";
export * from "./round";
export { type RolePlaySession, type SessionState, sessionAdmits } from "./session";
export { type Mark, MARKS } from "./scenario";
export { markOfPoints } from "./sheet";
export * from "./paths";
export type { RoundScreen } from "./round-screen";
export { Board } from "./Board";
export { OwnSessionCard } from "./OwnSessionCard";
export { OwnStanding } from "./OwnStanding";
export { RolePlayEvidence } from "./RolePlayEvidence";
export { type MarkRefusal, RoundMarkingPage } from "./RoundMarkingPage";
export { RoundView } from "./RoundView";
export { SessionBadge } from "./SessionBadge";
export { SessionForm } from "./SessionForm";
