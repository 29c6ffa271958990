import type postgres from "postgres";

/** Options for postgres.js; spread them and add pool settings. */
export type DatabaseOptions = postgres.Options<Record<string, never>>;

/** The address of a database could not be understood. The message is one sentence and never contains the password. */
export class DatabaseUrlError extends Error {
  override readonly name = "DatabaseUrlError";
}

const SSL_MODES = {
  disable: false,
  allow: "allow",
  prefer: "prefer",
  require: "require",
  // postgres.js knows no "verify-ca"; the stricter mode keeps what was asked for.
  "verify-ca": "verify-full",
  "verify-full": "verify-full",
} as const;

/** libpq parameters that hosting providers put into addresses and that have no meaning for postgres.js. */
const IGNORED = new Set(["channel_binding", "gssencmode", "sslnegotiation", "pgbouncer"]);

/**
 * Turns a `DATABASE_URL` into options for postgres.js.
 *
 * TCP: `postgres://user:password@host:5432/name?sslmode=require`.
 * Unix socket: `postgres:///name?host=/socket/dir&user=roadbook` (the directory, not the socket file).
 *
 * postgres.js reads addresses itself, but knows no `host` and `user` parameters and sends what it does not know
 * to the server as settings, which then refuses the connection.
 *
 * @throws DatabaseUrlError when the address is malformed or has a parameter that would be ignored silently.
 */
export function parseDatabaseUrl(url: string): DatabaseOptions {
  const parsed = parseAddress(url);
  const query = new Map(parsed.searchParams);
  const take = (key: string) => {
    const value = query.get(key);
    query.delete(key);
    return value === "" ? undefined : value;
  };

  const host = take("host") ?? (decode(parsed.hostname).replace(/^\[(.*)\]$/, "$1") || "localhost");
  const port = readPort(take("port") ?? parsed.port);
  const user = take("user") ?? (decode(parsed.username) || undefined);
  const database = take("dbname") ?? (decode(parsed.pathname.slice(1)) || user);
  if (!database) throw new DatabaseUrlError("DATABASE_URL names no database: add it after the host, as in postgres://host/roadbook.");

  const options: DatabaseOptions = { host, port, database };
  if (host.startsWith("/")) options.path = `${host.replace(/\/+$/, "")}/.s.PGSQL.${port}`;
  if (user !== undefined) options.user = user;

  const password = take("password") ?? (decode(parsed.password) || undefined);
  if (password !== undefined) options.password = password;

  const sslMode = take("sslmode");
  if (sslMode !== undefined) options.ssl = readSslMode(sslMode);

  const connectTimeout = take("connect_timeout");
  if (connectTimeout !== undefined) options.connect_timeout = readSeconds(connectTimeout);

  const applicationName = take("application_name");
  if (applicationName !== undefined) options.connection = { application_name: applicationName };

  for (const key of query.keys()) {
    if (!IGNORED.has(key)) throw new DatabaseUrlError(`DATABASE_URL has a parameter that is not supported: ${key}.`);
  }
  return options;
}

function parseAddress(url: string): URL {
  // "user@/name?host=/socket" is usual for sockets and not a URL: there is no host after the user.
  const complete = url.trim().replace(/^(\w+:\/\/[^/?#]*@)(?=[/?#]|$)/, "$1localhost");
  let parsed: URL;
  try {
    parsed = new URL(complete);
  } catch {
    throw new DatabaseUrlError("DATABASE_URL is not an address: expected postgres://user:password@host:5432/name.");
  }
  if (parsed.protocol !== "postgres:" && parsed.protocol !== "postgresql:") {
    throw new DatabaseUrlError(`DATABASE_URL must start with postgres://, not with ${parsed.protocol}//.`);
  }
  return parsed;
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    throw new DatabaseUrlError("DATABASE_URL has a % that is not part of an escape: write it as %25.");
  }
}

function readPort(value: string): number {
  if (value === "") return 5432;
  const port = Number(value);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new DatabaseUrlError(`DATABASE_URL has no valid port: ${value}.`);
  return port;
}

function readSslMode(value: string) {
  if (!Object.hasOwn(SSL_MODES, value)) throw new DatabaseUrlError(`DATABASE_URL has an unknown sslmode: ${value}.`);
  return SSL_MODES[value as keyof typeof SSL_MODES];
}

function readSeconds(value: string): number {
  const seconds = Number(value);
  if (!Number.isInteger(seconds) || seconds < 0) throw new DatabaseUrlError(`DATABASE_URL has no valid connect_timeout: ${value}.`);
  return seconds;
}
