export { findLink, issueLink, LINK_HOURS, type LinkPurpose, useLink, type UseLinkError } from "./account-link.server";
export { changePassword, type ChangePasswordError } from "./change-password.server";
export { type Access, type Guarded, guardedAction, guardedLoader, uuidParam } from "./guard.server";
export { hashPassword, verifyPassword } from "./hash.server";
export { endOwnSessions, type OwnSession, ownSessions } from "./own-sessions.server";
export { countTry, forgetTries, type RateRule, RESET_PER_ACCOUNT, RESET_PER_ADDRESS } from "./rate-limit.server";
export { createSessionAuth, type Session, type SessionAuth } from "./session.server";
export { requestReset } from "./request-reset.server";
export { signIn, type SignInError } from "./sign-in.server";
