import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parseTsv, toTsv } from "./tsv";

describe("parseTsv", () => {
  test.each<[string, string[][]]>([
    ["", [[""]]],
    ["a", [["a"]]],
    ["a\tb\nc\td\n", [["a", "b"], ["c", "d"]]],
    ["a\tb\r\nc\t\r\n", [["a", "b"], ["c", ""]]],
    ["\t", [["", ""]]],
    ["a\n\nb", [["a"], [""], ["b"]]],
    ['"two\nlines"\tb', [["two\nlines", "b"]]],
    ['"say ""yes"""\tb', [['say "yes"', "b"]]],
    ['5" pipe\tb', [['5" pipe', "b"]]],
    ['"Alpha" works\tb', [['"Alpha" works', "b"]]],
    ['"open\tb', [['"open', "b"]]],
  ])("%j", (text, cells) => {
    expect(parseTsv(text)).toEqual(cells);
  });

  test("reads back what toTsv writes", () => {
    const cell = fc.oneof(fc.string(), fc.stringMatching(/^["\t\n a]{0,6}$/)).map((text) => text.replaceAll("\r", ""));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }).chain((width) => fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 4 })), (rows) => {
        expect(parseTsv(`${toTsv(rows)}\n`)).toEqual(rows);
      }),
    );
  });
});
