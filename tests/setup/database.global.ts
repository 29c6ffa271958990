import type { TestProject } from "vitest/node";
import { ensurePostgres } from "~/platform/postgres/index.server";
import { hashFolders, prepareTemplate, TEST_DATA_DIR } from "./templates";

declare module "vitest" {
  export interface ProvidedContext {
    testServer: { host: string; path: string; port: number; user: string };
    templateName: string;
  }
}

/** Starts the cluster for tests and prepares the template every test file clones. */
export default async function setup(project: TestProject) {
  const server = await ensurePostgres({ dataDir: TEST_DATA_DIR, fast: true });
  try {
    const template = await prepareTemplate(server, "roadbook_template", hashFolders("db/migrations"));
    const { host, path, port, user } = server.connection("postgres");
    project.provide("testServer", { host, path, port, user });
    project.provide("templateName", template.name);
    return async () => {
      await template.release();
      await server.stop();
    };
  } catch (error) {
    await server.stop();
    // Without the cause: Vitest would print the whole migration's text over the one line that matters.
    throw new Error(`The test database cannot be prepared: ${error instanceof Error ? error.message : String(error)}`);
  }
}
