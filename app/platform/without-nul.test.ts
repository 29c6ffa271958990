import { createElement } from "react";
import { renderToPipeableStream } from "react-dom/server";
import { expect, it } from "vitest";
import { withoutNul } from "./without-nul.server";

function render(text: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const parts: Buffer[] = [];
    const page = createElement("ul", null, ...Array.from({ length: 500 }, (_, key) => createElement("li", { key, title: text }, text)));
    const body = withoutNul().on("data", (part: Buffer) => parts.push(part)).on("end", () => resolve(Buffer.concat(parts))).on("error", reject);
    const { pipe } = renderToPipeableStream(page, { onAllReady: () => pipe(body), onError: reject });
  });
}

it("keeps every character of a Chinese page and adds none", async () => {
  const text = "价值竞争a的八个步骤";
  const page = await render(text);
  expect(page.includes(0)).toBe(false);
  expect(page.toString()).toBe(`<ul>${`<li title="${text}">${text}</li>`.repeat(500)}</ul>`);
});
