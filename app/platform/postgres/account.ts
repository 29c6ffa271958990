import fs from "node:fs";
import path from "node:path";
import { EmbeddedPostgresError } from "./error";

/** The operating system's user that the server runs as. */
export interface Account {
  uid: number;
  gid: number;
}

const EXECUTE = 0o1;

/**
 * Whom to run the server as: PostgreSQL refuses to run as root. Null means "as ourselves".
 * An existing account is taken rather than a new one made: a learning system has no business adding users to a machine.
 * @throws EmbeddedPostgresError when we are root and there is neither `postgres` nor `nobody`.
 */
export function findServerAccount(passwd = "/etc/passwd"): Account | null {
  if (process.getuid?.() !== 0) return null;
  const users = fs.readFileSync(passwd, "utf8");
  for (const name of ["postgres", "nobody"]) {
    const [, uid, gid] = new RegExp(`^${name}:[^:]*:(\\d+):(\\d+):`, "m").exec(users) ?? [];
    if (uid !== undefined && gid !== undefined && uid !== "0") return { uid: Number(uid), gid: Number(gid) };
  }
  throw new EmbeddedPostgresError(
    "PostgreSQL does not run as root and this machine has neither a user postgres nor nobody: start as another user, or set DATABASE_URL.",
  );
}

/** Whether `account` can enter every directory from the root to `target`, and `target` itself (or run it, if a file). */
export function isReachable(target: string, account: Account | null): boolean {
  if (!account) return true;
  for (let current = fs.realpathSync(target); ; current = path.dirname(current)) {
    const { mode, uid, gid } = fs.statSync(current);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (!((mode >> shift) & EXECUTE)) return false;
    if (current === path.dirname(current)) return true;
  }
}
