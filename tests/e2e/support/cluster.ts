/** What the workers need to know in order to clone the seeded database. */
export interface TestCluster {
  template: string;
  connection: { host: string; path: string; port: number; user: string; database: string };
}

const VARIABLE = "ROADBOOK_TEST_CLUSTER";

/** Playwright hands its own environment on to the workers, and nothing else. */
export function publishCluster(json: string): void {
  process.env[VARIABLE] = json;
}

export function readCluster(): TestCluster {
  const json = process.env[VARIABLE];
  if (!json) throw new Error("The test cluster is not running: global-setup.ts starts it.");
  return JSON.parse(json) as TestCluster;
}
