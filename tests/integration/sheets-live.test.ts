import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import type { WebSocket } from "ws";
import { Doc, encodeStateAsUpdate } from "yjs";
import { contributions, lockSheet, readSheet, restoreSheet, setSheetMembers, unlockSheet, addComment } from "~/sheets/index.server";
import { memoryDocs } from "~/sheets/client/device-docs";
import { openLiveStore } from "~/sheets/client/live-store";
import { LIVE_PATH } from "~/sheets/live/messages";
import { SAMPLE_SHEET } from "~/sheets/testing";
import { inStep, type LiveServer, liveServer, openWindow, type Window } from "../factories/live-sheets";
import { put, type SheetWorld, sheetWorld } from "../factories/sheets";
import { socketWith } from "../factories/socket-with";
import { useDatabase } from "../setup/database";

const t = useDatabase();
let one: LiveServer;
let two: LiveServer;
beforeAll(async () => {
  [one, two] = await Promise.all([liveServer(t), liveServer(t)]);
});
afterAll(() => Promise.all([one.close(), two.close()]));

const SOON = { timeout: 15_000, interval: 20 };

async function open(world: SheetWorld, author: number, server: LiveServer = one, options: Parameters<typeof openWindow>[3] = {}): Promise<Window> {
  const window = await openWindow(server, world.actors[author]!, world.sheetId, options);
  onTestFinished(() => window.store.close());
  return window;
}
/** Until the line is there: somebody alone hears of themselves. */
const connected = ({ store }: Window): Promise<void> => expect.poll(() => store.version(), SOON).toBeGreaterThan(0);

describe("several windows", () => {
  test("write at once and end with the same; every cell has its author", async () => {
    const world = await sheetWorld(t.db);
    const [a, b] = [await open(world, 0), await open(world, 1)];
    a.store.setCell("customer", "申科");
    b.store.setCell("story", "交货晚了");
    const row = b.store.addRow("people");
    b.store.setCell(`people/${row}/name`, "梁超");
    await inStep(a, b);
    a.store.setCell(`people/${row}/attitude`, 2);
    await Promise.all([a.saved(), b.saved()]);
    await inStep(a, b);
    expect(await world.content()).toEqual(a.store.content());
    const changes = await t.db.selectFrom("sheet_change").select(["address", "author_id"]).where("sheet_id", "=", world.sheetId).orderBy("id").execute();
    const authorOf = (address: string) => new Set(changes.filter((change) => change.address === address).map(({ author_id }) => author_id));
    expect([...authorOf("customer"), ...authorOf(`people/${row}/attitude`)]).toEqual([world.actors[0]!.id, world.actors[0]!.id]);
    expect([...authorOf("story"), ...authorOf(`people/${row}`), ...authorOf(`people/${row}/name`)]).toEqual(Array(3).fill(world.actors[1]!.id));
    expect(changes.some(({ author_id }) => author_id === null)).toBe(false);
    expect(await contributions(t.db, world.sheetId)).toMatchObject([{ filled: 2 }, { filled: 2 }, { filled: 0 }]);
  });

  test("both people's letters in one cell stay, and both are named in its history", async () => {
    const world = await sheetWorld(t.db);
    await world.edit(2, put("story", "中"));
    const [a, b] = [await open(world, 0), await open(world, 1)];
    await Promise.all([connected(a), connected(b)]);
    a.store.setCell("story", "前中");
    b.store.setCell("story", "中后");
    await inStep(a, b);
    expect(a.store.content().fields.story).toBe("前中后");
    await Promise.all([a.saved(), b.saved()]);
    const authors = await t.db.selectFrom("sheet_change").select("author_id").where("sheet_id", "=", world.sheetId).where("address", "=", "story").orderBy("id").execute();
    expect(new Set(authors.slice(1).map(({ author_id }) => author_id))).toEqual(new Set([world.actors[0]!.id, world.actors[1]!.id]));
  });

  test("one without a network for a while goes on writing, says so, and meets the others again", async () => {
    const world = await sheetWorld(t.db);
    const [a, b] = [await open(world, 0, one), await open(world, 1, two)];
    await Promise.all([connected(a), connected(b)]);
    two.down();
    onTestFinished(() => two.up());
    b.store.setCell("customer", "申科食品");
    a.store.setCell("story", "从前");
    await a.saved();
    await expect.poll(() => b.store.status(), SOON).toBe("offline");
    b.store.setCell("story", "后来");
    expect((await world.content()).fields).toEqual({ story: "从前" });
    two.up();
    await b.saved();
    await inStep(a, b);
    const { customer, story } = a.store.content().fields;
    expect(customer).toBe("申科食品");
    expect(["从前后来", "后来从前"]).toContain(story);
    expect((await world.content()).fields).toEqual({ customer, story });
  });

  test("undo takes back one's own doing and nobody else's", async () => {
    const world = await sheetWorld(t.db);
    const [a, b] = [await open(world, 0), await open(world, 1)];
    a.store.setCell("customer", "申科");
    await inStep(a, b);
    b.store.setCell("budget", "100");
    await inStep(a, b);
    expect(a.store.canUndo()).toBe(true);
    a.store.undo();
    await inStep(a, b);
    expect(b.store.content().fields).toEqual({ budget: "100" });
    a.store.redo();
    await inStep(a, b);
    expect(b.store.content().fields).toEqual({ customer: "申科", budget: "100" });
    expect(a.store.canUndo()).toBe(true);
  });
});

describe("several processes on one database", () => {
  test("stay in step, also with forms that write past the live document", async () => {
    const world = await sheetWorld(t.db);
    const [a, b] = [await open(world, 0, one), await open(world, 1, two)];
    await Promise.all([connected(a), connected(b)]);
    a.store.setCell("customer", "申科");
    await expect.poll(() => b.store.content().fields.customer, SOON).toBe("申科");
    b.store.setCell("customer", "申科食品");
    await expect.poll(() => a.store.content().fields.customer, SOON).toBe("申科食品");
    await world.edit(2, put("budget", "5"));
    await Promise.all([a, b].map(({ store }) => expect.poll(() => store.content().fields.budget, SOON).toBe("5")));
    await Promise.all([a.saved(), b.saved()]);
  });

  test("take over what is restored, also while somebody types", async () => {
    const world = await sheetWorld(t.db);
    const version = await world.edit(0, put("customer", "申科"), put("budget", "1"));
    await world.edit(0, put("customer", null), put("budget", "2"));
    const [a, b] = [await open(world, 0, one), await open(world, 1, two)];
    await Promise.all([connected(a), connected(b)]);
    b.store.setCell("story", "正在写");
    await world.act((trx) => restoreSheet(trx, world.actors[2]!, { sheetId: world.sheetId, version, now: world.now }));
    for (const { store } of [a, b]) await expect.poll(() => store.content().fields, SOON).toEqual({ customer: "申科", budget: "1", story: "正在写" });
    await b.saved();
    expect(await world.content()).toEqual(a.store.content());
  });

  test("under fire: three windows on two processes write everywhere at once, with cuts, and nothing is lost", async () => {
    const world = await sheetWorld(t.db);
    const windows = [await open(world, 0, one), await open(world, 1, two), await open(world, 2, two)];
    await Promise.all(windows.map(connected));
    for (let round = 0; round < 12; round += 1) {
      windows.forEach(({ store }, who) => {
        const row = store.addRow("people");
        store.setCell(`people/${row}/name`, `${who}-${round}`);
        store.setCell("story", `${(store.content().fields.story as string | undefined) ?? ""}<${who}.${round}>`);
      });
      if (round % 4 === 1) two.cut();
      if (round % 4 === 3) one.cut();
      await new Promise((resolve) => setTimeout(resolve, 60));
    }
    await Promise.all(windows.map((window) => window.saved()));
    await inStep(...windows);
    const content = await world.content();
    expect(content).toEqual(windows[0]!.store.content());
    const all = windows.flatMap((_, who) => Array.from({ length: 12 }, (_, round) => `${who}-${round}`));
    expect(content.tables.people!.map(({ cells }) => cells.name).sort()).toEqual(all.sort());
    const letters = all.map((name) => `<${name.replace("-", ".")}>`).join("");
    expect([...(content.fields.story as string)].sort()).toEqual([...letters].sort());
    // The ledger leads from nothing to exactly this.
    const first = await readSheet(t.db, world.sheetId, { version: 1 });
    expect(first!.content).toMatchObject({ fields: {}, tables: { people: [] } });
  });

  test("everybody sees who is where, whatever process they are on, under the name of their session", async () => {
    const world = await sheetWorld(t.db);
    const [a, b] = [await open(world, 0, one), await open(world, 1, two)];
    b.store.setAt("people/r1/name");
    await expect.poll(() => a.store.peers(), SOON).toMatchObject([{ personId: world.actors[1]!.id, name: world.actors[1]!.name, at: "people/r1/name" }]);
    await expect.poll(() => b.store.peers(), SOON).toMatchObject([{ personId: world.actors[0]!.id, at: null }]);
    b.store.close();
    await expect.poll(() => a.store.peers(), SOON).toEqual([]);
  });
});

describe("what is on the device", () => {
  test("goes out when the window is opened again, and leaves the device once it is stored", async () => {
    const world = await sheetWorld(t.db);
    const device = memoryDocs();
    const kept = () => device.load(world.actors[0]!.id, world.sheetId);
    two.down();
    onTestFinished(() => two.up());
    const before = await open(world, 0, two, { device });
    before.store.setCell("customer", "申科");
    const row = before.store.addRow("people");
    before.store.setCell(`people/${row}/name`, "梁超");
    await expect.poll(async () => (await kept()).length, SOON).toBe(1);
    before.store.close();
    await world.edit(1, put("budget", "7"));
    two.up();
    const after = await open(world, 0, two, { device });
    await expect.poll(() => after.store.content().fields, SOON).toEqual({ customer: "申科", budget: "7" });
    await after.saved();
    expect(await world.content()).toEqual(after.store.content());
    await expect.poll(kept, SOON).toEqual([]);
    // Nobody else's device, nobody else's words.
    expect(await device.load(world.actors[1]!.id, world.sheetId)).toEqual([]);
  });
});

describe("handed in", () => {
  test("late edits are refused, everybody sees what was handed in, and the late words go out when the sheet is sent back", async () => {
    const world = await sheetWorld(t.db);
    await world.edit(0, put("customer", "申科"));
    const device = memoryDocs();
    const [a, b] = [await open(world, 0, one), await open(world, 1, two, { device })];
    await Promise.all([connected(a), connected(b)]);
    two.down();
    onTestFinished(() => two.up());
    b.store.setCell("customer", "申科食品");
    await world.act((trx) => lockSheet(trx, { sheetId: world.sheetId, by: world.actors[0]!.id, now: world.now }));
    await expect.poll(() => a.store.status(), SOON).toBe("locked");
    a.store.setCell("customer", "x");
    expect(a.store.content().fields.customer).toBe("申科");
    two.up();
    await expect.poll(() => b.store.status(), SOON).toBe("locked");
    await expect.poll(() => b.store.content().fields.customer, SOON).toBe("申科");
    expect((await world.content()).fields.customer).toBe("申科");
    await world.act((trx) => unlockSheet(trx, { sheetId: world.sheetId, now: world.now }));
    await expect.poll(() => a.store.content().fields.customer, SOON).toBe("申科食品");
    await b.saved();
    expect((await world.content()).fields.customer).toBe("申科食品");
  });

  test("what was typed in the moment of locking is shown to nobody as handed in", async () => {
    const world = await sheetWorld(t.db);
    const [a, b] = [await open(world, 0), await open(world, 1)];
    await Promise.all([connected(a), connected(b)]);
    // Typed, heard by the other, not stored yet when the lock comes.
    for (let at = 0; at < 3; at += 1) a.store.setCell("customer", `申科${at}`);
    const locked = await world.act((trx) => lockSheet(trx, { sheetId: world.sheetId, by: null, now: world.now }));
    for (const { store } of [a, b]) {
      await expect.poll(() => store.status(), SOON).toBe("locked");
      await expect.poll(() => store.content(), SOON).toEqual(locked.content);
    }
    expect(await world.content()).toEqual(locked.content);
  });
});

describe("who comes in", () => {
  const wait = (socket: WebSocket) => new Promise<{ code: number }>((resolve) => {
    socket.once("close", (code) => resolve({ code }));
    socket.once("error", () => resolve({ code: 0 }));
  });
  const knock = (server: LiveServer, headers: Record<string, string>, path = LIVE_PATH) => wait(new (socketWith(headers))(`${server.origin.replace("http", "ws")}${path}`));

  test("only from our own pages, signed in, at the one address", async () => {
    const world = await sheetWorld(t.db);
    const cookie = await one.cookieOf(world.actors[0]!.id);
    expect(await knock(one, { cookie, origin: "https://elsewhere.example" })).toEqual({ code: 0 });
    expect(await knock(one, { cookie })).toEqual({ code: 0 });
    expect(await knock(one, { cookie, origin: one.origin }, "/live/other")).toEqual({ code: 0 });
    expect(await knock(one, { origin: one.origin })).toEqual({ code: 4401 });
    expect(await knock(one, { cookie: "roadbook_session=x", origin: one.origin })).toEqual({ code: 4401 });
  });

  test("a sheet of others and one that does not exist answer alike", async () => {
    const [world, other] = [await sheetWorld(t.db), await sheetWorld(t.db)];
    for (const sheetId of [other.sheetId, "00000000-0000-4000-8000-000000000000", "nonsense"]) {
      const window = await open(world, 0);
      window.store.close();
      const stranger = openStranger(one, world, window.cookie, sheetId);
      await expect.poll(() => stranger.status(), SOON).toBe("refused");
    }
    expect((await other.content()).fields).toEqual({});
  });

  test("who may only comment or read writes nothing, whatever their device sends; who teaches hears of remarks", async () => {
    const world = await sheetWorld(t.db);
    const [editor, commenter] = world.actors as [SheetWorld["actors"][0], SheetWorld["actors"][0]];
    await world.act((trx) => setSheetMembers(trx, { sheetId: world.sheetId, now: world.now, members: [{ personId: editor.id, may: "edit" }, { personId: commenter.id, may: "comment" }] }));
    const [a, b] = [await open(world, 0), await open(world, 1)];
    // A device that does not keep to what it may do.
    const forged = openStranger(one, world, b.cookie, world.sheetId);
    forged.setCell("customer", "偷偷");
    a.store.setCell("budget", "1");
    await a.saved();
    await inStep(a, b);
    expect((await world.content()).fields).toEqual({ budget: "1" });
    let heard = 0;
    b.store.onComments(() => (heard += 1));
    await world.act((trx) => addComment(trx, editor, { sheetId: world.sheetId, address: "", body: "请看", mentions: [], now: world.now }));
    await expect.poll(() => heard, SOON).toBe(1);
  });

  test("who loses the right, or signs out, is out at once or soon, and says so", async () => {
    const world = await sheetWorld(t.db);
    const [a, b] = [await open(world, 0), await open(world, 1)];
    await Promise.all([connected(a), connected(b)]);
    await world.act((trx) => setSheetMembers(trx, { sheetId: world.sheetId, now: world.now, members: [{ personId: world.actors[1]!.id, may: "edit" }] }));
    await expect.poll(() => a.store.status(), SOON).toBe("refused");
    a.store.setCell("customer", "x");
    b.store.setCell("budget", "1");
    await b.saved();
    expect((await world.content()).fields).toEqual({ budget: "1" });
    await one.endSession(b.cookie);
    // Looked at again whenever rights change, and every half minute besides.
    await world.act((trx) => setSheetMembers(trx, { sheetId: world.sheetId, now: world.now, members: [{ personId: world.actors[1]!.id, may: "edit" }, { personId: world.actors[2]!.id, may: "read" }] }));
    await expect.poll(() => b.store.status(), SOON).toBe("signed-out");
  });

  /** A store that believes it may edit any sheet. */
  function openStranger(server: LiveServer, world: SheetWorld, cookie: string, sheetId: string) {
    const doc = Buffer.from(encodeStateAsUpdate(new Doc())).toString("base64");
    const socket = socketWith({ cookie, origin: server.origin });
    const store = openLiveStore({ sheetId, definition: SAMPLE_SHEET, doc, right: "edit", locked: false, me: world.actors[0]!, url: `${server.origin.replace("http", "ws")}${LIVE_PATH}`, webSocket: socket, device: Promise.resolve(memoryDocs()) });
    onTestFinished(() => store.close());
    return store;
  }
});
