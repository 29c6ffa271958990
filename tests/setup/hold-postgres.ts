// A second app process, as far as the embedded server is concerned: holds the cluster until its input ends.
// Usage: node --import tsx tests/setup/hold-postgres.ts DATA_DIR
import { ensurePostgres } from "../../app/platform/postgres/index.server";

const [, , dataDir] = process.argv;
if (!dataDir) throw new Error("expected a data directory");
const { stop, started } = await ensurePostgres({ dataDir });
console.log(JSON.stringify({ started }));
process.stdin.resume().once("end", () => {
  void stop().then((stopped) => {
    console.log(JSON.stringify({ stopped }));
    process.exit(0);
  });
});
