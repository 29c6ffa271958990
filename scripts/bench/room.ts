import http from "node:http";
import { connectDatabase, parseDatabaseUrl } from "~/db/index.server";
import { Client } from "./client";
import { cpuSeconds } from "./cpu";
import { load } from "./machine";
import { COLUMN, openWindow, untilSaved, type Window } from "./room-window";
import { CHAPTER, prepareRoom } from "./room-world";
import { quantile, table } from "./table";
import type { World } from "./world";

/** Somebody who fills in a sheet together with three others finishes a cell about this often. */
const EVERY_MS = 4_000;
/** The instructor's page reads itself again at most this often; see `useQuietRevalidation`. */
const READ_EVERY_MS = 800;
const OPENED = 20;
/** What has not arrived by then has been lost. */
const LOST_AFTER_MS = 30_000;

/**
 * A large class at group work: `groups` groups of four, everybody writing in their group's sheet, and the instructor's room
 * open, which hears of every change and reads itself again. The windows are the real ones of the page, in this process, so
 * that they share the machine with server and database.
 */
export async function benchRoom(world: World, { groups: count, seconds }: { groups: number; seconds: number }): Promise<string> {
  const database = connectDatabase(parseDatabaseUrl(world.url));
  try {
    const room = await prepareRoom(database.db, world.sql, count);
    const app = await world.serve();
    const client = new Client(app.origin);
    const page = `/teach/cohorts/${room.cohortId}/group-work/${CHAPTER}`;
    const read = async (path: string) => {
      const answer = await client.ask(path, { cookie: room.instructorCookie });
      if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`);
      return answer.ms;
    };
    const quiet: number[] = [];
    for (let time = -3; time < OPENED; time++) {
      const ms = await read(page);
      if (time >= 0) quiet.push(ms);
    }
    const windows = await Promise.all(room.groups.map(({ sheetId, members }) => Promise.all(members.map((member) => openWindow(database.db, app.origin, sheetId, member)))));
    await Promise.all(windows.flat().map(untilSaved));
    const news = listen(`${app.origin}/events/group-room/${room.cohortId}/${CHAPTER}`, room.instructorCookie);

    const heard: number[] = [];
    const saved: number[] = [];
    const again: number[] = [];
    let written = 0;
    const before = cpuSeconds(app.pid);
    const begun = performance.now();
    const isOver = (): boolean => performance.now() - begun > seconds * 1000;
    const people = windows.flatMap((group, g) => group.map((window, at) => ({ window, others: group.filter((other) => other !== window), at, offset: spread(g * group.length + at) })));
    await Promise.all([
      ...people.map(async ({ window, others, at, offset }) => {
        await sleep(offset * EVERY_MS);
        for (let turn = 0; !isOver(); turn++) {
          written += 1;
          const next = sleep(EVERY_MS);
          const { toOthers, toDatabase } = await write(window, others, at, `${at}.${turn}`);
          heard.push(...toOthers);
          saved.push(toDatabase);
          await next;
        }
      }),
      (async () => {
        while (!isOver()) {
          const [ms] = await Promise.all([read(`${page}.data`), sleep(READ_EVERY_MS)]);
          again.push(ms);
        }
      })(),
    ]);
    const wall = (performance.now() - begun) / 1000;
    const used = cpuSeconds(app.pid) - before;
    const messages = news.stop();
    for (const { store } of windows.flat()) store.close();
    client.close();
    const line = (what: string, times: readonly number[], goal: number) => ({ what, times: times.length, "p50 ms": Math.round(quantile(times, 0.5)), "p95 ms": Math.round(quantile(times, 0.95)), "max ms": Math.round(quantile(times, 1)), "goal p95": goal });
    return [
      table([line("the room, opened", quiet, 500), line("the room, read again while all write", again, 500), line("a cell, until the others see it", heard, 300), line("a cell, until it is in the database", saved, 2_000)]),
      `${count} groups, ${people.length} people, a cell every ${EVERY_MS / 1000} s each: ${written} cells in ${wall.toFixed(0)} s, ${messages} pieces of news to the room; server used ${((used / wall) * 100).toFixed(0)} % of a processor; load ${load()}.`,
    ].join("\n");
  } finally {
    await database.close();
  }
}

/** Fills in a cell, and waits until the three others have it and the database, too; how long each took. */
async function write(window: Window, others: readonly Window[], at: number, text: string): Promise<{ toOthers: number[]; toDatabase: number }> {
  const row = window.rows[at % window.rows.length] ?? "";
  const start = performance.now();
  const arrived = others.map(
    ({ store }) =>
      new Promise<number>((resolve) => {
        const stop = store.subscribe(() => {
          if (store.content().tables.people?.find(({ id }) => id === row)?.cells[COLUMN] !== text) return;
          stop();
          resolve(performance.now() - start);
        });
      }),
  );
  window.store.setCell(`people/${row}/${COLUMN}`, text);
  const all = Promise.all([Promise.all(arrived), untilSaved(window).then(() => performance.now() - start)]);
  const [toOthers, toDatabase] = await within(LOST_AFTER_MS, all);
  return { toOthers, toDatabase };
}

/** Counts what the room's news say. */
function listen(url: string, cookie: string): { stop: () => number } {
  let messages = 0;
  const request = http.get(url, { headers: { cookie, accept: "text/event-stream" } }, (response) => {
    response.on("data", (chunk: Buffer) => (messages += chunk.toString().split("\n\n").length - 1));
    response.on("error", () => undefined);
  });
  request.on("error", () => undefined);
  return {
    stop: () => {
      request.destroy();
      return messages;
    },
  };
}

async function within<T>(ms: number, work: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const lost = new Promise<never>((_, reject) => (timer = setTimeout(() => reject(new Error(`a cell did not arrive within ${ms / 1000} s`)), ms)));
  return Promise.race([work, lost]).finally(() => clearTimeout(timer));
}

const sleep = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

/** Numbers in [0, 1) that look random and are the same in every run (the golden ratio's multiples). */
const spread = (number: number): number => (number * 0.618_033_988_749_895) % 1;
