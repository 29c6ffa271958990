import { describe, expect, it } from "vitest";
import { DatabaseUrlError, parseDatabaseUrl } from "./url";

describe("parseDatabaseUrl", () => {
  it("reads a TCP address with everything in it", () => {
    expect(parseDatabaseUrl("postgres://ann:s%40fe@db.example.com:6432/road%2Fbook?sslmode=require&application_name=web&connect_timeout=5")).toEqual({
      host: "db.example.com",
      port: 6432,
      user: "ann",
      password: "s@fe",
      database: "road/book",
      ssl: "require",
      connect_timeout: 5,
      connection: { application_name: "web" },
    });
  });

  it("reads a Unix socket directory and its user from the parameters", () => {
    expect(parseDatabaseUrl("postgres:///roadbook?host=/tmp/roadbook-1a2b&user=roadbook")).toEqual({
      host: "/tmp/roadbook-1a2b",
      path: "/tmp/roadbook-1a2b/.s.PGSQL.5432",
      port: 5432,
      user: "roadbook",
      database: "roadbook",
    });
  });

  it("puts the port into the socket's file name", () => {
    expect(parseDatabaseUrl("postgresql:///x?host=%2Fvar%2Frun%2Fpostgresql%2F&port=5433").path).toBe("/var/run/postgresql/.s.PGSQL.5433");
  });

  it("reads an escaped socket directory in the host's place", () => {
    expect(parseDatabaseUrl("postgres://ann@%2Ftmp%2Fpg/x")).toMatchObject({ path: "/tmp/pg/.s.PGSQL.5432", user: "ann" });
  });

  it("reads a user without a host, as is usual with sockets", () => {
    expect(parseDatabaseUrl("postgres://ann:pw@/x?host=/cloudsql/a")).toMatchObject({ path: "/cloudsql/a/.s.PGSQL.5432", user: "ann", password: "pw", database: "x" });
  });

  it("takes localhost, port 5432 and the user's name for what is left out", () => {
    expect(parseDatabaseUrl("postgres://ann@/")).toEqual({ host: "localhost", port: 5432, user: "ann", database: "ann" });
  });

  it("reads an IPv6 host without its brackets", () => {
    expect(parseDatabaseUrl("postgres://[::1]:5432/x").host).toBe("::1");
  });

  it("never weakens what sslmode asks for", () => {
    expect(parseDatabaseUrl("postgres://h/x?sslmode=verify-ca").ssl).toBe("verify-full");
    expect(parseDatabaseUrl("postgres://h/x?sslmode=disable").ssl).toBe(false);
  });

  it("passes over parameters of hosting providers", () => {
    expect(parseDatabaseUrl("postgres://h/x?sslmode=require&channel_binding=require")).toEqual({ host: "h", port: 5432, database: "x", ssl: "require" });
  });

  it.each([
    ["not an address", "is not an address"],
    ["mysql://h/x", "must start with postgres://"],
    ["postgres://h", "names no database"],
    ["postgres://h/x?port=0", "no valid port"],
    ["postgres://h/x?sslmode=maybe", "unknown sslmode"],
    ["postgres://h/x?sslmode=toString", "unknown sslmode"],
    ["postgres://h/x?connect_timeout=soon", "no valid connect_timeout"],
    ["postgres://h/x?statement_timeout=5", "not supported: statement_timeout"],
    ["postgres://h/100%", "write it as %25"],
  ])("refuses %s with one sentence", (url, sentence) => {
    expect(() => parseDatabaseUrl(url)).toThrow(DatabaseUrlError);
    expect(() => parseDatabaseUrl(url)).toThrow(sentence);
  });

  it("keeps the password out of its messages", () => {
    expect(() => parseDatabaseUrl("postgres://ann:secret@h/x?nonsense=1")).toThrow(/^((?!secret).)*$/);
  });
});
