import { type Logger, pino } from "pino";
import type { Env } from "./env";

export type { Logger };

/** Structured log on stdout. What identifies a person beyond their id, and anything secret, is never logged. */
export function createLog(env: Pick<Env, "LOG_LEVEL" | "LOG_PRETTY" | "NODE_ENV">): Logger {
  return pino({
    level: env.LOG_LEVEL,
    base: { pid: process.pid },
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ["password", "*.password", "token", "*.token", "cookie", "headers.cookie", "headers.authorization"],
    ...(env.LOG_PRETTY ? { transport: { target: "pino-pretty", options: { colorize: true, ignore: "pid,hostname" } } } : {}),
  });
}
