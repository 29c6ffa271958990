import { expect, test } from "vitest";
import { keptByHash } from "./kept-by-hash.server";

/** A store that notes what it was asked for. */
function storeOf(values: Record<string, { text: string }>) {
  const asked: string[][] = [];
  const load = (missing: string[]) => {
    asked.push(missing);
    return Promise.resolve(missing.flatMap((hash) => (values[hash] ? [[hash, values[hash]] as const] : [])));
  };
  return { asked, load };
}

test("only what is not known is read, and everybody gets the same", async () => {
  const read = keptByHash<{ text: string }>(10);
  const { asked, load } = storeOf({ a: { text: "A" }, b: { text: "B" }, c: { text: "C" } });
  const first = await read(["a", "b", "a"], load);
  const second = await read(["b", "c"], load);
  expect(asked).toEqual([["a", "b"], ["c"]]);
  expect([...second.keys()].sort()).toEqual(["b", "c"]);
  expect(second.get("b")).toBe(first.get("b"));
});

test("what is kept cannot be changed by whoever gets it", async () => {
  const read = keptByHash<{ text: string; parts: string[] }>(10);
  const found = await read(["a"], () => Promise.resolve([["a", { text: "A", parts: ["x"] }]]));
  expect(() => found.get("a")?.parts.push("y")).toThrow(TypeError);
});

test("what does not exist is asked for again", async () => {
  const read = keptByHash<{ text: string }>(10);
  const values: Record<string, { text: string }> = {};
  const { asked, load } = storeOf(values);
  expect((await read(["late"], load)).size).toBe(0);
  values.late = { text: "here" };
  expect((await read(["late"], load)).get("late")).toEqual({ text: "here" });
  expect(asked).toEqual([["late"], ["late"]]);
});

test("the longest unused go first, also within one answer", async () => {
  const read = keptByHash<{ text: string }>(2);
  const { asked, load } = storeOf({ a: { text: "A" }, b: { text: "B" }, c: { text: "C" } });
  await read(["a", "b"], load);
  await read(["a"], load);
  expect((await read(["a", "b", "c"], load)).size).toBe(3);
  await read(["b", "c"], load);
  expect(asked).toEqual([["a", "b"], ["c"]]);
  await read(["a"], load);
  expect(asked.at(-1)).toEqual(["a"]);
});
