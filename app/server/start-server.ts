import http from "node:http";
import type { AddressInfo } from "node:net";
import { createSessionAuth } from "~/auth/session.server";
import { createMdxRegistry, createSectionTexts } from "~/courseware/index.server";
import { migrateToLatest } from "~/db/index.server";
import type { Services } from "~/platform/context";
import { createDocumentCache } from "~/platform/document/document-cache.server";
import { createWholeBodies } from "~/platform/document/whole-bodies.server";
import { type Env, parseEnv } from "~/platform/env";
import { createLiveBus } from "~/platform/live.server";
import { createLog } from "~/platform/log.server";
import { createLiveSheets } from "~/sheets/live/live-sheets.server";
import { createApp, type ServerState } from "./create-app";
import { seedWhenEmpty } from "./demo";
import { jobPlan } from "./job-plan";
import { startJobs } from "./jobs";
import { publishContent } from "./publish-content";
import { openDatabase } from "./open-database";
import { openRemix } from "./open-remix";
import { stopOnSignal } from "./stop";
import { takeUpgrade } from "./take-upgrade";

/**
 * From environment to a serving process: database, migrations, chapters, demo company, jobs, HTTP.
 * @throws Error with one sentence when the environment, the database or the port cannot be used.
 */
export async function startServer(source: Record<string, string | undefined>): Promise<void> {
  const env = parseEnv(source);
  const log = createLog(env);
  const database = await openDatabase(env, (message) => log.info({ part: "database" }, message));
  const state: ServerState = { draining: false, startedAt: new Date(), streams: new Set() };
  try {
    await migrateToLatest(database.db, (message) => log.info({ part: "database" }, message));
    const { db, sql } = database;
    const services: Services = {
      env,
      log,
      db,
      sql,
      live: createLiveBus(sql),
      mdx: createMdxRegistry(),
      readSection: createSectionTexts(),
      documents: createDocumentCache(env.ROADBOOK_DOCUMENT_CACHE_MB * 1_000_000),
      wholeBodies: createWholeBodies(),
      auth: createSessionAuth({ sql, db, secure: env.ROADBOOK_ORIGIN?.startsWith("https:") ?? false }),
    };
    await publishContent(services, new Date());
    const demo = await seedWhenEmpty(services, database.embedded, new Date());
    const remix = await openRemix(env);
    const server = http.createServer(createApp(services, remix, state));
    const liveSheets = createLiveSheets(services);
    server.on("upgrade", takeUpgrade(liveSheets));
    await remix.attach?.(server);
    const port = await listen(server, env);
    const jobs = env.ROADBOOK_JOBS === "on" ? await startJobs(database.url, jobPlan(services), log) : null;
    stopOnSignal({ server, state, log, endSockets: () => liveSheets.close(), parts: [() => jobs?.stop(), () => services.live.close(), () => remix.close?.(), () => database.stop()] });
    announce(port, demo);
  } catch (error) {
    await database.stop();
    throw error;
  }
}

function listen(server: http.Server, env: Env): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (error: NodeJS.ErrnoException) =>
      reject(error.code === "EADDRINUSE" ? new Error(`Port ${env.PORT} is taken: stop what runs there, or set PORT to another number.`) : error),
    );
    server.listen(env.PORT, env.HOST, () => resolve((server.address() as AddressInfo).port));
  });
}

function announce(port: number, demo: string | null): void {
  process.stdout.write(`\nRoadbook 路书 is ready: http://localhost:${port}\n${demo ?? ""}\n`);
}
