import { afterEach, beforeEach, expect, vi, type MockInstance } from "vitest";

// A warning nobody looks at hides the next one: what reaches console.error or console.warn fails the test,
// unless the test says beforehand that it expects it.

type Level = "error" | "warn";
type Expectation = { level: Level; pattern: RegExp | string; seen: boolean };

let expectations: Expectation[] = [];
let unexpected: string[] = [];
let spies: MockInstance[] = [];

/** Declares that this test provokes a `console.error` whose text contains (or matches) `pattern`. It must then occur. */
export function expectConsoleError(pattern: RegExp | string): void {
  expectations.push({ level: "error", pattern, seen: false });
}

/** The same for `console.warn`. */
export function expectConsoleWarn(pattern: RegExp | string): void {
  expectations.push({ level: "warn", pattern, seen: false });
}

function record(level: Level, parts: unknown[]): void {
  const text = parts.map((part) => (part instanceof Error ? (part.stack ?? part.message) : String(part))).join(" ");
  const match = expectations.find(
    (entry) => entry.level === level && (typeof entry.pattern === "string" ? text.includes(entry.pattern) : entry.pattern.test(text)),
  );
  if (match) match.seen = true;
  else unexpected.push(`console.${level}: ${text}`);
}

beforeEach(() => {
  expectations = [];
  unexpected = [];
  spies = (["error", "warn"] as const).map((level) =>
    vi.spyOn(console, level).mockImplementation((...parts: unknown[]) => record(level, parts)),
  );
});

afterEach(() => {
  for (const spy of spies) spy.mockRestore();
  expect(unexpected, "nothing unexpected on the console").toEqual([]);
  const missing = expectations.filter((entry) => !entry.seen).map((entry) => `console.${entry.level}: ${String(entry.pattern)}`);
  expect(missing, "every expected console message occurred").toEqual([]);
});
