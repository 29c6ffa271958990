// A PostgreSQL server of a test's own, which may come and go: holds it until its input ends.
// Usage: node --import tsx tests/e2e/support/hold-cluster.ts DATA_DIR
import { ensurePostgres } from "~/platform/postgres/index.server";

const [, , dataDir] = process.argv;
if (!dataDir) throw new Error("expected a data directory");
const server = await ensurePostgres({ dataDir, fast: true });
await server.ensureDatabase("roadbook");
console.log(server.url("roadbook"));
process.stdin.resume().once("end", () => void server.stop().then(() => process.exit(0)));
