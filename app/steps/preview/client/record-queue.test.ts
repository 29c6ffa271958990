import { expect, it } from "vitest";
import { createRecordQueue, memoryStorage } from "./record-queue";

const beat = (id: string, at: number) => ({ id, sectionId: "s", activeMs: 1000, position: 0, anchor: null, reachedEnd: false, at });

it("keeps what waits until it is forgotten, oldest first, with its age at sending", () => {
  const queue = createRecordQueue(memoryStorage(), "e/c");
  expect(queue.batch(0)).toBeNull();
  queue.addBeat(beat("b", 200));
  queue.addBeat(beat("a", 100));
  queue.addWatched({ mediaId: "m", from: 0, to: 5 });
  queue.addWatched({ mediaId: "m", from: 5, to: 9 });
  const batch = queue.batch(1000);
  expect(JSON.parse(batch?.body ?? "")).toMatchObject({ beats: [{ id: "a", ageMs: 900 }, { id: "b", ageMs: 800 }], watched: [{ mediaId: "m", from: 0, to: 5 }, { mediaId: "m", from: 5, to: 9 }] });
  expect(queue.batch(1000)?.body).toBe(batch?.body);
  queue.forget(batch?.keys ?? []);
  expect(queue.batch(1000)).toBeNull();
});

it("does not mix what belongs to another enrolment on the same phone, nor lose what another tab adds", () => {
  const storage = memoryStorage();
  const mine = createRecordQueue(storage, "mine/c");
  const tab = createRecordQueue(storage, "mine/c");
  createRecordQueue(storage, "theirs/c").addBeat(beat("x", 1));
  mine.addBeat(beat("a", 1));
  const batch = mine.batch(2);
  tab.addBeat(beat("b", 2));
  mine.forget(batch?.keys ?? []);
  expect(mine.batch(3)?.keys).toHaveLength(1);
  expect(mine.batch(3)?.body).toContain('"b"');
});

it("survives a full device and broken entries", () => {
  const storage = { ...memoryStorage(), setItem: () => { throw new Error("QuotaExceededError"); } };
  const queue = createRecordQueue(storage, "e/c");
  queue.addBeat(beat("a", 1));
  expect(queue.batch(2)).toBeNull();
  const broken = memoryStorage();
  broken.setItem("roadbook:preview:e/c:beat:x", "{");
  expect(JSON.parse(createRecordQueue(broken, "e/c").batch(2)?.body ?? "")).toMatchObject({ beats: [] });
});
