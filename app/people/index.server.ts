export { type AuditEntry, writeAudit } from "./audit.server";
export { changeSettings, type Settings } from "./change-settings.server";
export { loadActor } from "./load-actor.server";
