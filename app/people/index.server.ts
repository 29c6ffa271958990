export { type AuditEntry, writeAudit } from "./audit.server";
export { loadActor } from "./load-actor.server";
