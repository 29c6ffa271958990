import { describe, expect, test } from "vitest";
import { parseEnv } from "./env";

describe("parseEnv", () => {
  test("nothing set is a complete setting", () => {
    expect(parseEnv({})).toEqual({
      NODE_ENV: "production",
      PORT: 3000,
      HOST: "0.0.0.0",
      ROADBOOK_DATA_DIR: ".data/pg",
      ROADBOOK_TRUSTED_PROXIES: 0,
      ROADBOOK_JOBS: "on",
      ROADBOOK_BENCH: false,
      ROADBOOK_DOCUMENT_CACHE_MB: 64,
      LOG_LEVEL: "info",
      LOG_PRETTY: false,
    });
  });

  test("an empty variable counts as not set, and what is not ours is left alone", () => {
    expect(parseEnv({ PORT: "", DATABASE_URL: "", HOME: "/root" })).toMatchObject({ PORT: 3000 });
    expect(parseEnv({ DATABASE_URL: "" }).DATABASE_URL).toBeUndefined();
  });

  test.each([
    ["PORT", "http"],
    ["PORT", "70000"],
    ["PORT", "-1"],
    ["PORT", "80.5"],
    ["DATABASE_URL", "mysql://localhost/roadbook"],
    ["ROADBOOK_ORIGIN", "roadbook.example.com"],
    ["ROADBOOK_TRUSTED_PROXIES", "all"],
    ["ROADBOOK_JOBS", "maybe"],
    ["ROADBOOK_SEED", "everything"],
    ["LOG_LEVEL", "loud"],
    ["NODE_ENV", "staging"],
  ])("%s=%s is refused in one sentence that names it", (name, value) => {
    expect(() => parseEnv({ [name]: value })).toThrow(new RegExp(`^These environment variables are not usable: ${name} \\([^\\n]+\\)\\.$`));
  });

  test("several mistakes are told together, and no value is repeated", () => {
    const problem = () => parseEnv({ PORT: "x", LOG_LEVEL: "y", DATABASE_URL: "mysql://u:secret@h/d" });
    expect(problem).toThrow(/PORT .*DATABASE_URL .*LOG_LEVEL /);
    expect(problem).not.toThrow(/secret/);
  });
});
