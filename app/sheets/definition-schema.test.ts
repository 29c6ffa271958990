import { describe, expect, it } from "vitest";
import { parseDefinition } from "./read-definitions.server";
import { SAMPLE_FILE } from "./sample-sheet";

/** The problems of the sample with one replacement, as `line: message`. */
function problemsWith(from: string, to: string): string[] {
  if (!SAMPLE_FILE.includes(from)) throw new Error(`The sample does not say: ${from}`);
  return parseDefinition("sample-sheet.yaml", SAMPLE_FILE.replace(from, to)).problems.map(({ line, message }) => `${line}: ${message}`);
}

describe("a definition file", () => {
  it("has nothing wrong in the sample, and lists are there where the file leaves them out", () => {
    expect(parseDefinition("x", SAMPLE_FILE).problems).toEqual([]);
    const { value } = parseDefinition("x", SAMPLE_FILE.replace(/complete:[^]*(?=picture:)/, ""));
    expect(value).toMatchObject({ complete: [], checks: [] });
  });

  it.each([
    ["a missing language", ", en: Sample}", "}", "4: title.en is missing — add it"],
    ["a field nobody knows", "shape: rows", "shape: rows\ncolour: red", '4: the file has "colour", which is not a field here — remove it or correct its name (docs/sheets.md)'],
    ["a shape that is none", "shape: rows", "shape: list", "3: shape: must be one of rows, matrix"],
    ["a hyphen in a name", "id: customer", "id: cus-tomer", "9: fields[0].id: must be letters, digits and _"],
    ["two fields of one name", "id: rate", "id: horizon", '11: fields[2].id: "horizon" is also a field'],
    ["a column named like a field", "id: kind", "id: rate", '24: tables[0].columns[1].id: "rate" is also a field'],
    ["a word of the expression language", "id: rate", "id: mod", '11: fields[2].id: "mod" means something in expressions'],
    ["what a row says of itself", "id: owner", "id: parent", '29: tables[0].columns[6].id: "parent" is what a row'],
    ["a choice without options", ", options: [{id: time, label: {zh: 省时间, en: Saves time}}, {id: cash, label: {zh: 省钱, en: Saves money}}]", "", "24: tables[0].columns[1]: has the type choice but no options"],
    ["two options of one id", "id: cash", "id: time", '24: tables[0].columns[1].options[1].id: "time" is used twice'],
    ["a unit of a text", "group: deal, label", "unit: h, group: deal, label", "9: fields[0].unit: does not belong to the type text — only to number"],
    ["a rating without limits", "min: 1, max: 5, ", "", "28: tables[0].columns[5]: a rating needs min and max"],
    ["a formula for a person", "id: owner, type: person", "id: owner, type: person, formula: pain", "29: tables[0].columns[6].formula: does not belong to the type person"],
    ["a group that is not there", "group: deal", "group: deals", '9: fields[0].group: "deals" is not in groups'],
    ["a row title that is no column", "rowTitle: pain", "rowTitle: name", '19: tables[0].rowTitle: "name" is no column of points'],
    ["more rows wanted than there can be", "maxRows: 40", "maxRows: 1", "21: tables[0].maxRows: 1 is below minRows 2"],
    ["a check of no table", "each: points", "each: pains", '36: checks[0].each: "pains" is no table — must be one of points'],
    ["a check that points nowhere", "at: profit", "at: benefit", '45: checks[1].at: "benefit" is no field'],
    ["a placeholder of nothing", "is {{profit}}", "is {{benefit}}", "46: checks[1].message.en: {{benefit}} is no cell here"],
    ["an expression that is too long", "profit < 0", `profit < ${"0".repeat(1_500)}`, "44: checks[1].defect: is longer than 1500 characters"],
    ["an example of a computed cell", "rate: 8", "rate: 8, profit: 5", '52: example.fields.profit: "profit" is computed'],
    ["an example of an unknown cell", "kind: time, saved", "kinds: time, saved", '55: example.tables.points[0].kinds: "kinds" is not defined'],
    ["two example rows of one id", "id: p2", "id: p1", '56: example.tables.points[1].id: "p1" is used twice'],
    ["a parent outside a tree", "id: p2", "id: p2, parent: p1", "56: example.tables.points[1].parent: only rows of a tree have a parent"],
  ])("says %s", (_, from, to, message) => {
    expect(problemsWith(from, to).join("\n")).toContain(message);
  });
});
