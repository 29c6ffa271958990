// kill -9 of the process that serves live sheets: whatever a window showed as saved is there, whatever it did not is still with it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, expect, test } from "vitest";
import { memoryDocs } from "~/sheets/client/device-docs";
import { inStep, type LiveServer, liveServer, openWindow } from "../factories/live-sheets";
import { sheetWorld } from "../factories/sheets";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let child: ChildProcess | undefined;
afterAll(() => {
  child?.kill("SIGKILL");
});

async function start(port: number): Promise<string> {
  child = spawn(process.execPath, ["--import", "tsx", "tests/setup/live-sheets-process.ts", JSON.stringify({ options: t.options, port })], { stdio: ["ignore", "pipe", "inherit", "ipc"] });
  const line = once(createInterface({ input: child.stdout! }), "line") as Promise<[string]>;
  const failed = once(child, "exit").then((): never => {
    throw new Error("the process did not start");
  });
  failed.catch(() => undefined);
  const [origin] = await Promise.race([line, failed]);
  return origin;
}

async function end(signal: NodeJS.Signals): Promise<void> {
  const gone = once(child!, "exit");
  child!.kill(signal);
  await gone;
}

test("killed in the middle of writing, again and again, and stopped in order at last", { timeout: 120_000 }, async () => {
  const world = await sheetWorld(t.db);
  const here = await liveServer(t);
  const origin = await start(0);
  const there: LiveServer = { ...here, origin };
  const device = memoryDocs();
  const windows = [await openWindow(there, world.actors[0]!, world.sheetId, { device }), await openWindow(there, world.actors[1]!, world.sheetId)];
  const [{ store }, other] = windows as [(typeof windows)[0], (typeof windows)[0]];
  await Promise.all(windows.map((window) => expect.poll(() => window.store.version(), { timeout: 30_000 }).toBeGreaterThan(0)));
  let written = 0;
  let saved = 0;
  store.subscribe(() => {
    if (store.status() === "saved") saved = written;
  });
  const names = async () => new Set((await world.content()).tables.people!.map(({ cells }) => cells.name));
  // Letters, new rows, and letters taken away, which no clock of the document counts.
  const write = async (count: number): Promise<void> => {
    for (let at = 0; at < count; at += 1) {
      const row = store.addRow("people");
      store.setCell(`people/${row}/name`, `n${written}xx`);
      store.setCell(`people/${row}/name`, `n${written}`);
      written += 1;
      await new Promise((resolve) => setTimeout(resolve, 30));
    }
  };
  for (let round = 1; round <= 3; round += 1) {
    // Some that is seen as saved, then some that is on its way when the end comes, a little later each time.
    await write(4);
    await windows[0]!.saved();
    await write(round);
    await new Promise((resolve) => setTimeout(resolve, 110 * round));
    await end("SIGKILL");
    const promised = saved;
    expect(promised).toBeGreaterThan(0);
    const stored = await names();
    for (let at = 0; at < promised; at += 1) expect(stored.has(`n${at}`)).toBe(true);
    await start(Number(new URL(origin).port));
    await Promise.all(windows.map((window) => window.saved()));
    await inStep(...windows);
    expect(await names()).toEqual(new Set(Array.from({ length: written }, (_, at) => `n${at}`)));
  }
  await expect.poll(() => device.load(world.actors[0]!.id, world.sheetId)).toEqual([]);
  // Asked to stop, it stores first what nobody was told is saved.
  other.store.setCell("customer", "申科食品");
  await inStep(...windows);
  await end("SIGTERM");
  expect((await world.content()).fields.customer).toBe("申科食品");
  for (const window of windows) window.store.close();
  await here.close();
});
