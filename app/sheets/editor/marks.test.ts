import { expect, test } from "vitest";
import type { Evaluation } from "../evaluation";
import type { CommentThread } from "../comment";
import { marksOf } from "./marks";

const text = { zh: "话", en: "words" };
const person = { id: "p", name: "林岚" };
const at = new Date("2026-11-28T00:00:00Z");
const comment = (address: string, more: Partial<CommentThread> = {}): CommentThread => ({ id: address, address, author: person, body: "?", at, mentions: [], replies: [], resolved: null, ...more });
const finding = (at: string | null, severity: "problem" | "warning") => ({ checkId: "c", severity, at, message: text, reason: text, read: { chapter: "x" } });
const evaluation: Evaluation = {
  computed: {},
  problems: { "people/1/age": { code: "not-a-number" } },
  completeness: { complete: false, done: 0, of: 2, missing: [{ kind: "cell", at: "people/1/name" }, { kind: "rows", table: "people", has: 1, needs: 3 }] },
  findings: [finding("people/1", "problem"), finding("people/1/age", "warning"), finding("people/10/age", "warning"), finding(null, "problem")],
};

test("marks lie at their cells; a row's card counts its own and no others'", () => {
  const comments = [comment("people/1/age"), comment("people/1/age", { resolved: { by: person, at } }), comment("")];
  const marks = marksOf({ evaluation, comments, peers: [{ personId: "q", name: "周", colour: 1, at: "people/1/age" }, { personId: "r", name: "吴", colour: 2, at: null }] });
  expect(marks.at("people/1/age")).toMatchObject({ problem: { code: "not-a-number" }, missing: false, comments: 1, peers: [{ name: "周" }] });
  expect(marks.at("people/1/name").missing).toBe(true);
  expect(marks.at("people/9/name")).toMatchObject({ findings: [], comments: 0 });
  expect(marks.ofRow("people", "1")).toMatchObject({ problems: 2, warnings: 1, missing: 1, comments: 1 });
  expect(marks.ofRow("people", "10")).toMatchObject({ problems: 0, warnings: 1, missing: 0 });
});
