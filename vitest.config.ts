import tsconfigPaths from "vite-tsconfig-paths";
import { defineConfig } from "vitest/config";

// A budget for a hung test, not an expectation: a machine under load may be many times slower.
const testTimeout = 120_000;

// The Remix plugin of vite.config.ts has no place here: it wants the whole app and transforms routes for the browser.
export default defineConfig({
  plugins: [tsconfigPaths()],
  test: {
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["app/**/*.test.{ts,tsx}", "scripts/**/*.test.ts"],
          environment: "node",
          setupFiles: ["tests/setup/console.ts"],
          // Pure tests share a thread, and what they import is loaded once, not once a file: a third of the CPU time.
          pool: "threads",
          isolate: false,
          // One more than there are cores on a small machine: tests that kill and restart processes mostly wait.
          maxWorkers: 3,
          testTimeout,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          include: ["tests/integration/**/*.test.{ts,tsx}"],
          environment: "node",
          setupFiles: ["tests/setup/console.ts"],
          globalSetup: ["tests/setup/database.global.ts"],
          // Processes, because databases are named after them; files share them, and what they import.
          pool: "forks",
          isolate: false,
          maxWorkers: 3,
          testTimeout,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
