export { type Actor, type Grant, type Role, ROLES } from "./actor";
export { homePath } from "./home-path";
export { holds, type Permission, PERMISSIONS, type Reach, reachOf, type Scope } from "./permissions";
