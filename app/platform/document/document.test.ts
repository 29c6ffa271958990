import { describe, expect, it } from "vitest";
import { createDocumentCache } from "./document-cache.server";
import { scriptText } from "./handoff.server";
import { cutTemplate, fillTemplate, STAND_IN } from "./template.server";

const page = (text: string) => cutTemplate(Buffer.from(text));
const filling = { nonce: "n+/=", data: '"数据"', ids: ["first", "second"] };

describe("templates", () => {
  it("fill every gap, in the order of the document", () => {
    const [first, second] = STAND_IN.ids;
    const template = page(`<a href="/${second}/${first}" nonce="${STAND_IN.nonce}">路书</a><script>enqueue("${STAND_IN.data}")</script>${first}`);
    expect(fillTemplate(template, filling).toString()).toBe('<a href="/second/first" nonce="n+/=">路书</a><script>enqueue("数据")</script>first');
  });

  it("may have no gap at all", () => {
    expect(fillTemplate(page("plain"), filling).toString()).toBe("plain");
  });
});

describe("scriptText", () => {
  it("lets nothing end the script or the line", () => {
    expect(scriptText("</script>&\u2028")).toBe('"\\u003c/script\\u003e\\u0026\\u2028"');
  });
});

describe("the cache", () => {
  const kilobytes = (count: number) => page("x".repeat(count * 1000));

  it("keeps as many bytes as it may and drops what was not used the longest", () => {
    const cache = createDocumentCache(50_000);
    for (const key of ["a", "b", "c", "d"]) cache.set(key, kilobytes(10));
    expect(cache.get("a")).toBeDefined();
    cache.set("e", kilobytes(10));
    expect(["a", "b", "c", "d", "e"].filter((key) => cache.get(key) !== undefined)).toEqual(["a", "c", "d", "e"]);
    expect(cache.size()).toEqual({ documents: 4, bytes: 44_000 });
  });

  it("does not give up everything for one large document", () => {
    const cache = createDocumentCache(50_000);
    cache.set("a", kilobytes(1));
    cache.set("large", kilobytes(40));
    expect(cache.get("large")).toBeUndefined();
    expect(cache.get("a")).toBeDefined();
  });

  it("counts a document once when it is kept again", () => {
    const cache = createDocumentCache(50_000);
    cache.set("a", kilobytes(5));
    cache.set("a", kilobytes(2));
    expect(cache.size()).toEqual({ documents: 1, bytes: 3_000 });
  });

  it("keeps nothing with no room", () => {
    const cache = createDocumentCache(0);
    cache.set("a", kilobytes(0));
    expect(cache.enabled).toBe(false);
    expect(cache.get("a")).toBeUndefined();
  });
});
