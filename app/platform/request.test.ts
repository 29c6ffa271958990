import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { isSameOrigin, pageNumber, safeRedirect } from "./request.server";

describe("isSameOrigin", () => {
  const host = "roadbook.example.com";

  test.each(["GET", "HEAD", "OPTIONS"])("%s changes nothing and may come from anywhere", (method) => {
    expect(isSameOrigin(method, { host, origin: "https://evil.example", "sec-fetch-site": "cross-site" })).toBe(true);
  });

  test.each([
    ["our own page", { origin: `https://${host}`, "sec-fetch-site": "same-origin" }, true],
    ["an older browser that sends only Origin", { origin: `https://${host}` }, true],
    ["a browser that sends only Sec-Fetch-Site", { "sec-fetch-site": "same-origin" }, true],
    ["another site", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }, false],
    ["another site in an older browser", { origin: "https://evil.example" }, false],
    ["a subdomain", { origin: `https://cdn.${host}`, "sec-fetch-site": "same-site" }, false],
    ["a site whose name begins like ours", { origin: `https://${host}.evil.example` }, false],
    ["another port", { origin: `https://${host}:8443` }, false],
    ["a sandboxed frame", { origin: "null" }, false],
    ["something typed or scripted", { "sec-fetch-site": "none" }, false],
    ["no browser at all", {}, false],
    ["an Origin that is no address", { origin: "roadbook" }, false],
  ])("a POST from %s", (_from, headers, admitted) => {
    expect(isSameOrigin("POST", { host, ...headers })).toBe(admitted);
  });

  test.each(["POST", "PUT", "PATCH", "DELETE", "post", "BREW"])("%s without any sign of its origin is refused", (method) => {
    expect(isSameOrigin(method, { host })).toBe(false);
  });
});

describe("safeRedirect", () => {
  test.each(["/", "/learn", "/learn?q=a%20b#top", "/admin/people?page=2", "/a/../learn"])("goes on to %s", (to) => {
    expect(safeRedirect(to, "/home")).toBe(new URL(to, "http://x").pathname + new URL(to, "http://x").search + new URL(to, "http://x").hash);
  });

  test.each([
    "https://evil.example",
    "//evil.example",
    "///evil.example",
    "/\\evil.example",
    "\\\\evil.example",
    "/\t/evil.example",
    "/\n/evil.example",
    "/.//evil.example",
    "/..//evil.example",
    "/x/..//evil.example",
    "/%2e//evil.example",
    "/%2E%2e//evil.example/%2f..",
    "/.//",
    "javascript:alert(1)",
    " /learn",
    "learn",
    "",
  ])("refuses %j", (to) => {
    expect(safeRedirect(to, "/home")).toBe("/home");
  });

  test.each([null, undefined, new File([], "x")])("refuses what is no text: %s", (to) => {
    expect(safeRedirect(to, "/home")).toBe("/home");
  });

  test("whatever comes in, a browser stays on our site", () => {
    const piece = fc.constantFrom("/", "\\", ".", "..", "%2e", "%2F", "//", "evil.example", "@", ":", "http:", "?", "#", "\t", "\n", "\u0000", "learn", " ", "＠", "。");
    const address = fc.oneof(fc.array(piece, { maxLength: 8 }).map((parts) => `/${parts.join("")}`), fc.webUrl(), fc.string());
    fc.assert(
      fc.property(address, (to) => {
        const answer = safeRedirect(to, "/home");
        expect(new URL(answer, "https://roadbook.example.com/sign-in").origin).toBe("https://roadbook.example.com");
        expect(answer).toMatch(/^\/(?!\/)/);
      }),
      { numRuns: 2_000 },
    );
  });
});

test.each([["", 1], ["?page=3", 3], ["?page=0", 1], ["?page=-2", 1], ["?page=2.9", 2], ["?page=x", 1], ["?page=1e300", 100_000], ["?page=Infinity", 100_000]])("the page of %j is %d", (query, page) => {
  expect(pageNumber(new URL(`http://roadbook.test/${query}`))).toBe(page);
});
