import { describe, expect, it } from "vitest";
import { compileExpression } from "./compile";
import { math } from "./math";
import { cell, content, definition, formula, holds, table } from "./testing";
import { ExpressionError, parseExpression } from "./tree";

const points = table("points", [
  cell("name", "text"),
  cell("kind", "choice", { options: ["time", "cash"].map((id) => ({ id, label: { zh: id, en: id } })) }),
  cell("roles", "choices", { options: ["a", "b", "c"].map((id) => ({ id, label: { zh: id, en: id } })) }),
  cell("worth", "money"),
  cell("stars", "rating", { min: 1, max: 5 }),
  cell("due", "date"),
]);
const filled = content({}, {
  points: [
    { name: "Slow stocktaking", kind: "time", roles: ["a", "b"], worth: "100.10", stars: 5, due: "2026-12-01" },
    { name: "错发 12 单", kind: "cash", roles: ["b"], worth: "200.20", stars: 3 },
    { name: "Nothing said of it", kind: "time", stars: 3, due: "2026-11-01" },
  ],
}); // prettier-ignore
const of = { tables: [points], is: filled };

describe("numbers", () => {
  it.each([
    ["0.1 + 0.2", "0.3"],
    ["1 / 3 * 3", "1"],
    ["2 ^ 10", "1024"],
    ["-3 + 5", "2"],
    ["10%", "0.1"],
    ["round(2.345, 2)", "2.35"],
    ["round(-2.345, 2)", "-2.35"],
    ["round(2.5, 0)", "3"],
    ["floor(-2.5)", "-3"],
    ["ceil(2.1)", "3"],
    ["abs(-2)", "2"],
    ["min(3, 1, 2)", "1"],
    ["max(3, 1, 2)", "3"],
    ["mean(1, 2, 4)", "2.33333333333333333333"],
    ["sum(points.stars)", "11"],
    ["mean(points.stars)", "3.66666666666666666667"],
    ["max(points.stars)", "5"],
    ["rank(3, points.stars)", "2"],
    ["rank(5, points.stars)", "1"],
    ["count(points)", "3"],
    ["countWhere(points, \"stars == 3 and kind == 'time'\")", "1"],
    ["distinct(points.kind)", "2"],
    ["distinct(points.roles)", "2"],
    ["firstWhere(points, \"stars\", \"kind == 'cash'\")", "3"],
    ["chars('三天 x')", "4"],
  ])("%s is %s", (text, value) => expect(formula(text, of)).toBe(value));

  it("money stays exact, and empty cells are passed over", () => {
    expect(formula("sum(points.worth)", { ...of, result: { type: "money" } })).toBe("300.3");
    expect(formula("sumWhere(points, \"worth\", \"kind == 'time'\")", { ...of, result: { type: "money" } })).toBe("100.1");
    expect(formula("sumWhere(points, \"worth\", \"stars > 5\")", { ...of, result: { type: "money" } })).toBe("0");
  });

  it.each([["1 / 0"], ["1 / (sum(points.worth) - sum(points.worth))"], ["0 ^ -1"]])("%s is a division by zero", (text) => expect(formula(text, of)).toBe("division-by-zero"));
  it.each([["9 ^ 999"], ["(-8) ^ 0.5"], ["round(1, 0.5)"], ["'a' + 1"], ["sum(points.name)"]])("%s cannot be computed", (text) => expect(formula(text, of)).toBe("not-computable"));
  it("the mean and the largest of nothing are empty", () => {
    expect(formula("mean(points.worth)", { tables: [points] })).toBeNull();
    expect(formula("max(points.worth)", { tables: [points] })).toBeNull();
  });
});

describe("conditions", () => {
  it.each<[string, boolean | null]>([
    ["1 < 2 and 2 <= 2 and 3 > 2 and 3 >= 3 and 1 != 2 and 1 == 1", true],
    ["not (1 < 2)", false],
    ["1 < 2 ? 2 > 1 : 1 > 2", true],
    ["null == null", true],
    ["null != 1", true],
    ["null > 1", null],
    ["not (null > 1)", null],
    ["null > 1 and 1 > 2", false],
    ["null > 1 or 1 < 2", true],
    ["1 > 2 and 1 / 0 > 1", false],
    ["1 < 2 or 1 / 0 > 1", true],
    ["'2026-11-01' < today()", true],
    ["anyWhere(points, \"stars == 5\")", true],
    ["everyWhere(points, \"stars >= 3\")", true],
    ["everyWhere(points, \"stars > 3\")", false],
    ["anyWhere(points, \"due < today()\")", true],
    ["blank(null)", true],
    ["filled('x')", true],
    ["oneOf('b', 'a', 'B')", true],
    ["oneOf('c', 'a', 'b')", false],
    ["oneOf('slow stocktaking', points.name)", true],
    ["oneOf(2, 1, 2)", true],
    ["same(' Ａb ', 'aB')", true],
    ["same(null, null)", false],
    ["contains('错发十单', '错发', '漏发')", true],
    ["contains(null, 'x')", false],
    ["countWhere(points, \"has(roles, 'b')\") == 2", true],
    ["anyWhere(points, \"countWhere(points, \\\"same(name, outer.name)\\\") > 1\")", false],
  ])("%s is %s", (text, value) => expect(holds(text, of)).toBe(value));

  it("an unticked box is false, not nothing", () => {
    const fields = [cell("done", "check")];
    expect(holds("not done", { fields })).toBe(true);
    expect(holds("blank(done)", { fields })).toBe(true);
    expect(holds("filled(done)", { fields, is: content({ done: true }) })).toBe(true);
  });

  it("dates are compared and counted in whole days", () => {
    expect(formula("days('2026-02-27', '2026-03-01')", { result: { unit: "day" } })).toBe("2");
    expect(formula("days(today(), '2026-11-27')", { result: { unit: "day" } })).toBe("-1");
    expect(holds("days('2028-02-28', '2028-03-01') > 1")).toBe(true);
  });
});

describe("trees, fixed rows and places", () => {
  const tree = table("goals", [cell("what", "text"), cell("own", "money"), cell("all", "money", { formula: 'childCount() > 0 ? childSum("all") : own' }), cell("level", "number", { formula: "depth()" }), cell("above", "text", { formula: 'parentOf("what")' })], { tree: true });
  const is = content({}, { goals: [{ id: "a", what: "Company" }, { id: "b", parent: "a", what: "North", own: "10" }, { id: "c", parent: "a", what: "South" }, { id: "d", parent: "c", what: "Shenzhen", own: "5.5" }, { id: "e", parent: "c" }] });

  it("sums what lies below, level by level; an empty row counts for nothing", () => {
    const result = (address: string) => formula("1", { tables: [tree], is }) && tables(address);
    const tables = (address: string) => {
      const [row, column] = address.split("/");
      return formula(`sumWhere(goals, "${column ?? ""}", "rowId() == '${row ?? ""}'")`, { tables: [tree], is, result: { type: column === "level" ? "number" : "money" } });
    };
    expect(["a/all", "c/all", "b/all", "d/level", "c/level"].map(result)).toEqual(["15.5", "5.5", "10", "2", "1"]);
    expect(formula("firstWhere(goals, \"above\", \"what == 'Shenzhen'\")", { tables: [tree], is, result: { type: "text" } })).toBe("South");
    expect(formula("countWhere(goals, \"childCount() == 1\")", { tables: [tree], is })).toBe("1");
  });

  const stages = table("stages", [cell("count", "number"), cell("rate", "percent", { formula: 'count / previous("count")' })], { fixed: ["first", "second"].map((id) => ({ id, label: { zh: id, en: id } })) });
  it("reads the row above and a fixed row; a column may be called like a function", () => {
    const filledStages = content({}, { stages: [{ id: "second", count: "4" }, { id: "first", count: "16" }] });
    expect(formula("valueAt(stages, 'second', \"rate\")", { tables: [stages], is: filledStages })).toBe("0.25");
    expect(formula("count(stages) + sum(stages.count)", { tables: [stages], is: filledStages })).toBe("22");
    expect(formula("firstWhere(stages, \"rowNumber()\", \"count == 16\")", { tables: [stages], is: filledStages })).toBe("1");
  });
});

describe("what is not part of the language", () => {
  const place = { definition: definition({ fields: [cell("a", "number")], tables: [points] }), rows: [] };
  const problem = (text: string): string => {
    try {
      compileExpression(text, place);
      return "none";
    } catch (error) {
      if (error instanceof ExpressionError) return error.message;
      throw error;
    }
  };

  it.each([
    ["import({})", "import() is no function"],
    ["createUnit('x')", "createUnit() is no function"],
    ["evaluate('1')", "evaluate() is no function"],
    ["parse('1')", "parse() is no function"],
    ["simplify('1')", "simplify() is no function"],
    ["derivative('x', 'x')", "derivative() is no function"],
    ["config({})", "config() is no function"],
    ["resolve(1)", "resolve() is no function"],
    ["typed(1)", "typed() is no function"],
    ["constructor('return 1')", "constructor() is no function"],
    ["a.constructor('return 1')", "a.constructor() is no function"],
    ["toString()", "toString() is no function"],
    ["hasOwnProperty('a')", "hasOwnProperty() is no function"],
    ["a = 5", "not part of the language"],
    ["f(x) = x", "not part of the language"],
    ["[1, 2]", "not part of the language"],
    ["{a: 1}", "not part of the language"],
    ["1:3", "not part of the language"],
    ["a; 5", "not part of the language"],
    ["a[1]", "write table.column"],
    ["a['constructor']", "write table.column"],
    ["points.constructor", '"constructor" is no column of points'],
    ["points.__proto__", '"__proto__" is no column of points'],
    ["a'", "the operator ' is not part"],
    ["a!", "the operator ! is not part"],
    ["5 mod 3", "the operator mod is not part"],
    ["5 to h", "the operator to is not part"],
    ["1 < a < 3", "write a < b and b < c"],
    ["2 a", "put an operator between them"],
    ["a (1 + 2)", "a() is no function"],
    ["b + 1", '"b" is nothing here'],
    ["i", '"i" is nothing here'],
    ["pi", '"pi" is nothing here'],
    ["undefined", "undefined is no value"],
    ["Infinity", "Infinity is no value"],
    ["1 +", "is no expression"],
    ["count()", "count() takes 1 value, not 0"],
    ["rank(1)", "rank() takes 2 values, not 1"],
    ["count(a)", "count() takes a table first"],
    ["countWhere(points, 1 > 2)", "takes its conditions and values in quotes"],
    ["countWhere(points, \"salary > 1\")", '"salary" is nothing here'],
    ["rowNumber()", "stands in the scope of a row only"],
    ["countWhere(points, \"depth() == 1\")", "is for rows of a tree"],
    ["valueAt(points, 'r1', \"name\")", '"r1" is no fixed row of points'],
    ["outer.name", "there is no row around"],
    ["countWhere(points, \"anyWhere(points, \\\"anyWhere(points, \\\\\\\"true\\\\\\\")\\\")\")", "rows within rows more than 2 deep"],
    ["0".repeat(1501), "is longer than 1500 characters"],
    [`${"-(".repeat(50)}1${")".repeat(50)}`, "is nested more than 40 deep"],
  ])("%s: %s", (text, message) => expect(problem(text)).toContain(message));

  it("nothing but parser, nodes and decimals is in the instance at all", () => {
    const functions = Object.entries(math).filter(([name, value]) => typeof value === "function" && !/^is[A-Z]/.test(name)).map(([name]) => name);
    for (const name of ["evaluate", "simplify", "derivative", "createUnit", "compile", "parser", "unit", "matrix", "sqrt", "help"]) expect(functions).not.toContain(name);
  });

  it("builds no functions from text: works where eval and Function are forbidden", () => {
    const { Function: original, eval: evil } = globalThis;
    const forbidden = () => {
      throw new Error("unsafe-eval");
    };
    Object.assign(globalThis, { Function: new Proxy(original, { apply: forbidden, construct: forbidden }), eval: forbidden });
    try {
      expect(() => new globalThis.Function("return 1")).toThrow("unsafe-eval");
      expect(formula("sum(points.stars) * 2 + round(1 / 3, 2)", of)).toBe("22.33");
      expect(parseExpression("1 + 1").kind).toBe("operator");
    } finally {
      Object.assign(globalThis, { Function: original, eval: evil });
    }
  });
});
