import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type { ShouldRevalidateFunctionArgs } from "@remix-run/react";
import { describe, expect, test } from "vitest";
import { shouldRevalidate } from "./after-conflict";

const ROUTES = "app/routes";

describe("a page is read again", () => {
  const url = new URL("https://roadbook.test/defend/x");
  const asked = (actionStatus: number | undefined, defaultShouldRevalidate: boolean) =>
    shouldRevalidate({ currentUrl: url, nextUrl: url, currentParams: {}, nextParams: {}, defaultShouldRevalidate, ...(actionStatus === undefined ? {} : { actionStatus }) } satisfies ShouldRevalidateFunctionArgs);

  test("after a conflict, and whenever it would have been anyway; not after a field that is wrong", () => {
    expect([asked(409, false), asked(200, true), asked(undefined, true), asked(400, false), asked(422, false), asked(undefined, false)]).toEqual([true, true, true, false, false, false]);
  });
});

/** The text of a route with that of the server files beside it that it takes its answers from. */
function withHelpers(file: string): string {
  const text = readFileSync(file, "utf8");
  const helpers = [...text.matchAll(/from "(\.{1,2}\/[^"]+\.server)"/g)].map(([, from]) => path.join(path.dirname(file), `${from}.ts`));
  return [text, ...helpers.map((helper) => readFileSync(helper, "utf8"))].join("\n");
}

describe("every page whose action can answer that somebody was first", () => {
  const pages = readdirSync(ROUTES, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".tsx"))
    .map((name) => path.join(ROUTES, name))
    .filter((file) => /export const action\b/.test(readFileSync(file, "utf8")) && /\b409\b/.test(withHelpers(file)));

  test("is found", () => {
    expect(pages.length).toBeGreaterThan(35);
    expect(pages).toContain(path.join(ROUTES, "defend/room/room.tsx"));
  });

  test.each(pages)("%s shows what is there now", (file) => {
    expect(readFileSync(file, "utf8")).toMatch(/export \{ shouldRevalidate \} from "~\/platform\/after-conflict"|afterConflict\(/);
  });
});
