import { sql } from "kysely";
import type { RequestHandler } from "express";
import type { Services } from "~/platform/context";

const DATABASE_ANSWERS_WITHIN_MS = 2_000;

/** `GET /health`: 200 while the server takes requests and the database answers, 503 otherwise. */
export function healthRoute(services: Pick<Services, "db">, state: { draining: boolean; startedAt: Date }): RequestHandler {
  return (_request, response) => {
    void databaseState(services).then((database) => {
      const status = state.draining ? "draining" : database === "ok" ? "ok" : "unavailable";
      response
        .status(status === "ok" ? 200 : 503)
        .set("Cache-Control", "no-store")
        .json({ status, database, uptimeSeconds: Math.round((Date.now() - state.startedAt.getTime()) / 1000) });
    });
  };
}

async function databaseState({ db }: Pick<Services, "db">): Promise<"ok" | "unavailable"> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error("late")), DATABASE_ANSWERS_WITHIN_MS);
  });
  try {
    await Promise.race([sql`select 1`.execute(db), late]);
    return "ok";
  } catch {
    return "unavailable";
  } finally {
    clearTimeout(timer);
  }
}
