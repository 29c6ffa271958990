export { type Actor, type Grant, type Role, ROLES } from "./actor";
export { type NavKey, navigationOf } from "./navigation";
export { homePath } from "./home-path";
export { holds, type Permission, PERMISSIONS, type Reach, reachOf, type Scope } from "./permissions";
