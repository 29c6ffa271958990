import { expect, test } from "vitest";
import { serverI18n, textsOf } from "./i18n.server";

test("texts come in the language and namespace asked for, however often", () => {
  for (const _ of [1, 2]) {
    expect(serverI18n("zh").getFixedT("zh", "quiz")("paper.answered")).toBe("已作答");
    expect(serverI18n("en").getFixedT("en", "quiz")("paper.answered")).not.toBe("已作答");
    expect(textsOf("zh", "quiz")("paper.number", { number: 3 })).toContain("3");
    expect(textsOf("zh", "quiz")("paper.number", { number: 4 })).toContain("4");
    expect(textsOf("zh", "quiz")("ui:product")).toBe(textsOf("zh", "ui")("product"));
  }
});

test("a text that there is not is its key, as everywhere", () => {
  expect(textsOf("zh", "quiz")("paper.noSuchText")).toBe("paper.noSuchText");
});
