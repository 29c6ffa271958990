import { readFile } from "node:fs/promises";
import path from "node:path";
import type { RequestHandler } from "express";

/** Where `npm run bench` puts the page that is served as a constant. */
export const BENCH_PAGE = path.resolve(".data/bench/constant.html");

/** The address of that page. */
export const CONSTANT_PATH = "/bench/constant";

/**
 * The yardstick of the chapter page (ROADBOOK_BENCH=1 only): a page that is the same for everybody, read from memory,
 * behind the same middleware and the same session query as every page.
 */
export function constantPage(): RequestHandler {
  let page: Promise<string> | null = null;
  return (_request, response, next) => {
    page ??= readFile(BENCH_PAGE, "utf8");
    page.then((html) => response.type("html").send(html)).catch(next);
  };
}
