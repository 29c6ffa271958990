import { z } from "zod";

const flag = z.enum(["0", "1"]).default("0").transform((value) => value === "1");

const schema = z.object({
  NODE_ENV: z.enum(["production", "development", "test"]).default("production"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("0.0.0.0"),
  /** A PostgreSQL server of your own (15 or newer); without it the embedded one is started. */
  DATABASE_URL: z.string().regex(/^postgres(ql)?:\/\//, "must start with postgres://").optional(),
  /** Where the embedded PostgreSQL keeps its data. */
  ROADBOOK_DATA_DIR: z.string().min(1).default(".data/pg"),
  /** `demo` seeds the demo company into an empty database; the default where PostgreSQL is the embedded one. */
  ROADBOOK_SEED: z.enum(["demo", "none"]).optional(),
  /** The public address, e.g. https://roadbook.example.com; links in mail and cookie security follow it. */
  ROADBOOK_ORIGIN: z.url().optional(),
  /** How many proxies in front of the server set X-Forwarded-For. */
  ROADBOOK_TRUSTED_PROXIES: z.coerce.number().int().min(0).max(5).default(0),
  /** Background jobs run in this process unless another one does them. */
  ROADBOOK_JOBS: z.enum(["on", "off"]).default("on"),
  /** Adds the page that `npm run bench` measures others against. */
  ROADBOOK_BENCH: flag,
  /** Rendered documents kept in memory, in megabytes; 0 keeps none. */
  ROADBOOK_DOCUMENT_CACHE_MB: z.coerce.number().int().min(0).max(4096).default(64),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  LOG_PRETTY: flag,
});

/** The process's settings, parsed once at start. */
export type Env = z.infer<typeof schema>;

/**
 * Parses environment variables.
 * @throws Error whose message names every wrong variable in one sentence.
 */
export function parseEnv(source: Record<string, string | undefined>): Env {
  const known = Object.fromEntries(Object.keys(schema.shape).map((key) => [key, source[key] === "" ? undefined : source[key]]));
  const parsed = schema.safeParse(known);
  if (parsed.success) return parsed.data;
  const wrong = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.message})`);
  throw new Error(`These environment variables are not usable: ${wrong.join("; ")}.`);
}
