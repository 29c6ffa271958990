/** The door of the role-play room for pure things and components; server code goes through `index.server.ts`. */
export { type Role, ROLES } from "./rotation";
export * from "./round";
export { type RolePlaySession, type SessionState, sessionAdmits } from "./session";
export type { Mark } from "./scenario";
export { MARKS } from "./scenario";
export { markOfPoints } from "./sheet";
