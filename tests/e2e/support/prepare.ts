// A process beside Playwright that holds the test cluster and makes the seeded template: the app's own modules are
// loaded by tsx here, as in production, not by Playwright's loader. Says one line of JSON, then waits for its input to end.
import { ensurePostgres } from "~/platform/postgres/index.server";
import { hashFolders, prepareTemplate, TEST_DATA_DIR } from "../../setup/templates";
import type { TestCluster } from "./cluster";
import { startApp } from "./start-app";

const server = await ensurePostgres({ dataDir: TEST_DATA_DIR, fast: true });
try {
  // Seeds tell a story that ends today, so yesterday's template is as stale as one of older code.
  const today = new Date().toISOString().slice(0, 10).replaceAll("-", "");
  const hash = `${hashFolders("app", "db", "content")}${today}`;
  const template = await prepareTemplate(server, "roadbook_e2e", hash, async ({ sql }) => {
    const [row] = await sql<{ name: string }[]>`select current_database() as name`;
    // The server itself publishes the chapters and seeds the demo company, exactly as at somebody's first start.
    const app = await startApp({ DATABASE_URL: server.url(row!.name), ROADBOOK_SEED: "demo", ROADBOOK_JOBS: "off" });
    const code = await app.stop();
    if (code !== 0) throw new Error(`The server did not stop in order (${code}). It wrote:\n${app.output()}`);
  });
  const cluster: TestCluster = { template: template.name, connection: server.connection("postgres") };
  console.log(JSON.stringify(cluster));
  process.stdin.resume().once("end", () => {
    void template.release().then(() => server.stop());
  });
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  await server.stop();
  process.exit(1);
}
