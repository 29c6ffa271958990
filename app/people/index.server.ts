export { AUDIT_PAGE_SIZE, auditPage, outboxPage } from "./audit.view.server";
export { type AuditEntry, writeAudit } from "./audit.server";
export { type GrantScope, grantRole, revokeRole, type RevokeRoleError } from "./change-grants.server";
export { moveToTeam, reinstatePerson, suspendPerson } from "./change-person.server";
export { changeSettings, type Settings } from "./change-settings.server";
export { addTeam, closeTeam, renameTeam, type TeamError } from "./change-teams.server";
export { invitePerson, type InvitePersonError, type NewPerson } from "./invite-person.server";
export { ACTOR_COLUMNS, actorOf, type ActorRow, loadActor } from "./load-actor.server";
export { listPeople, PEOPLE_PAGE_SIZE, personPage, type TeamNode, teamTree } from "./people.view.server";
