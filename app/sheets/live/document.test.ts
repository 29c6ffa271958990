import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { applyUpdate, Doc, encodeStateAsUpdate } from "yjs";
import { type CellValue, EMPTY_CONTENT, type SheetContent } from "../content";
import { applyToDoc, contentOf, docOf, type SheetEdit, stateOf } from "./document";
import { SAMPLE_SHEET } from "../testing";
import { differences, goBack, visible } from "./state";

const definition = SAMPLE_SHEET;
const set = (address: string, value: CellValue | null): SheetEdit => ({ do: "set", address, value });
const add = (row: string, after?: string | null): SheetEdit => ({ do: "add-row", table: "people", row, ...(after === undefined ? {} : { after }) });

function replicas(count: number): Doc[] {
  const origin = encodeStateAsUpdate(docOf(EMPTY_CONTENT, definition));
  return Array.from({ length: count }, () => {
    const doc = new Doc();
    applyUpdate(doc, origin);
    return doc;
  });
}

/** Everybody hears everything. */
function meet(docs: readonly Doc[]): SheetContent[] {
  for (const update of docs.map((doc) => encodeStateAsUpdate(doc))) for (const doc of docs) applyUpdate(doc, update);
  return docs.map((doc) => contentOf(doc, definition));
}

const names = (content: SheetContent): unknown[] => content.tables.people!.map(({ cells }) => cells.name);

describe("the document of a sheet", () => {
  it("says what was put into it: every type of cell, rows in order, parents, fixed rows also when empty", () => {
    const content: SheetContent = {
      fields: { customer: "申科食品", story: "一\n二", budget: "1250.50" },
      tables: {
        people: [
          { id: "b", order: "A", cells: { name: "梁超", attitude: -2, roles: ["user", "decider"], cost: "3", met: true, due: "2026-03-01" } },
          { id: "a", order: "B", cells: { met: false } },
        ],
        parts: [
          { id: "first", order: "0001", cells: { note: "x" } },
          { id: "second", order: "0002", cells: {} },
        ],
        goals: [
          { id: "top", order: "A", cells: { what: "全年" } },
          { id: "below", order: "B", parent: "top", cells: {} },
        ],
      },
    };
    expect(contentOf(docOf(content, definition), definition)).toEqual(content);
  });

  it("keeps both people's words when they fill the same empty cell at once", () => {
    const [a, b] = replicas(2) as [Doc, Doc];
    applyToDoc(a, definition, [set("customer", "申科")]);
    applyToDoc(b, definition, [set("customer", "食品")]);
    const [content] = meet([a, b]);
    expect(["申科食品", "食品申科"]).toContain(content!.fields.customer);
  });

  it("keeps rows that two people add at the same place, and lets rows be put between them later", () => {
    const [a, b] = replicas(2) as [Doc, Doc];
    applyToDoc(a, definition, [add("first"), set("people/first/name", "一")]);
    meet([a, b]);
    applyToDoc(a, definition, [add("left", "first"), set("people/left/name", "左")]);
    applyToDoc(b, definition, [add("right", "first"), set("people/right/name", "右")]);
    const [content] = meet([a, b]);
    const order = content!.tables.people!.map(({ id }) => id);
    expect(new Set(order)).toEqual(new Set(["first", "left", "right"]));
    applyToDoc(a, definition, [add("between", order[1]), set("people/between/name", "中")]);
    expect(contentOf(a, definition).tables.people!.map(({ id }) => id)).toEqual([order[0], order[1], "between", order[2]]);
  });

  it("puts a row between two that came to the very same place", () => {
    const chance = vi.spyOn(Math, "random").mockReturnValue(0.5);
    const [a, b] = replicas(2) as [Doc, Doc];
    applyToDoc(a, definition, [add("first"), add("last"), set("people/first/name", "一"), set("people/last/name", "末")]);
    meet([a, b]);
    applyToDoc(a, definition, [add("left", "first"), set("people/left/name", "左")]);
    applyToDoc(b, definition, [add("right", "first"), set("people/right/name", "右")]);
    const before = meet([a, b])[0]!.tables.people!;
    chance.mockRestore();
    expect(before[1]!.order).toBe(before[2]!.order);
    applyToDoc(a, definition, [add("between", before[1]!.id), set("people/between/name", "中")]);
    const ids = (doc: Doc) => contentOf(doc, definition).tables.people!.map(({ id }) => id);
    expect(ids(a)).toEqual(["first", before[1]!.id, "between", before[2]!.id, "last"]);
    meet([a, b]);
    expect(ids(b)).toEqual(ids(a));
  });

  it("keeps what is typed into a row that somebody takes away at the same time, for whoever brings it back", () => {
    const [a, b] = replicas(2) as [Doc, Doc];
    applyToDoc(a, definition, [add("row"), set("people/row/name", "梁")]);
    meet([a, b]);
    applyToDoc(a, definition, [{ do: "remove-row", table: "people", row: "row" }]);
    applyToDoc(b, definition, [set("people/row/name", "梁超")]);
    expect(meet([a, b]).map(names)).toEqual([[], []]);
    expect(stateOf(b, definition).tables.people![0]).toMatchObject({ gone: true, cells: { name: "梁超" } });
    applyToDoc(b, definition, [add("row")]);
    expect(names(meet([a, b])[0]!)).toEqual(["梁超"]);
  });

  it("takes a row out of sight although somebody moves it at the same time", () => {
    const [a, b] = replicas(2) as [Doc, Doc];
    applyToDoc(a, definition, [add("one"), add("two")]);
    meet([a, b]);
    applyToDoc(a, definition, [{ do: "remove-row", table: "people", row: "two" }]);
    applyToDoc(b, definition, [{ do: "move-row", table: "people", row: "two", after: null }]);
    expect(meet([a, b])[0]!.tables.people!.map(({ id }) => id)).toEqual(["one"]);
  });

  it("never lets rows of a tree stand below themselves, also when two people turn them about at once", () => {
    const [a, b] = replicas(2) as [Doc, Doc];
    const goal = (row: string): SheetEdit => ({ do: "add-row", table: "goals", row });
    const below = (row: string, parent: string): SheetEdit => ({ do: "move-row", table: "goals", row, after: null, parent });
    applyToDoc(a, definition, [goal("one"), goal("two")]);
    meet([a, b]);
    applyToDoc(a, definition, [below("one", "two")]);
    applyToDoc(b, definition, [below("two", "one")]);
    const [content] = meet([a, b]);
    expect(content!.tables.goals!.map(({ id, parent }) => [id, parent]).sort()).toEqual([["one", undefined], ["two", "one"]]);
    // What stands below a row that goes stands below the next one above it.
    applyToDoc(a, definition, [goal("three"), below("three", "two"), { do: "remove-row", table: "goals", row: "two" }]);
    expect(contentOf(a, definition).tables.goals!.find(({ id }) => id === "three")).toMatchObject({ parent: "one" });
  });

  it("leaves out what the definition does not have, or what a cell cannot hold", () => {
    const [doc] = replicas(1) as [Doc];
    doc.getMap("cells").set("budget", { not: "money" });
    doc.getMap("cells").set("people/x/name", "x");
    doc.getMap("rows:people").set("no/id", { order: "A" });
    doc.getMap("rows:people").set("x", { order: "not an order" });
    doc.getMap("rows:people").set("y", new Doc());
    applyToDoc(doc, definition, [set("unknown", "x"), set("total", "5"), set("people/x/unknown", "x"), add("bad id"), { do: "add-row", table: "parts", row: "third" }]);
    expect(contentOf(doc, definition)).toEqual(contentOf(docOf(EMPTY_CONTENT, definition), definition));
  });

  it("changes only where a text differs", () => {
    const [a, b] = replicas(2) as [Doc, Doc];
    applyToDoc(a, definition, [set("story", "客户在意交货期")]);
    meet([a, b]);
    applyToDoc(a, definition, [set("story", "大客户在意交货期")]);
    applyToDoc(b, definition, [set("story", "客户在意交货期和价格😀")]);
    expect(meet([a, b])[0]!.fields.story).toBe("大客户在意交货期和价格😀");
  });
});

// Random work of three people who hear of one another in any order.
const ROWS = ["r1", "r2", "r3"];
const value = fc.oneof(fc.constant(null), fc.constantFrom("12.5", "7"));
const word = fc.string({ minLength: 1, maxLength: 6 });
const edit: fc.Arbitrary<SheetEdit> = fc.oneof(
  fc.record({ do: fc.constant("set" as const), address: fc.constantFrom("customer", "story", ...ROWS.map((row) => `people/${row}/name`), "parts/first/note"), value: fc.oneof(fc.constant(null), word) }),
  fc.record({ do: fc.constant("set" as const), address: fc.constantFrom("budget", ...ROWS.map((row) => `people/${row}/cost`)), value }),
  fc.record({ do: fc.constant("set" as const), address: fc.constantFrom(...ROWS.map((row) => `people/${row}/attitude`)), value: fc.integer({ min: -2, max: 2 }) }),
  fc.record({ do: fc.constant("add-row" as const), table: fc.constantFrom("people", "goals"), row: fc.constantFrom(...ROWS), after: fc.constantFrom(null, ...ROWS) }),
  fc.record({ do: fc.constant("move-row" as const), table: fc.constantFrom("people", "goals"), row: fc.constantFrom(...ROWS), after: fc.constantFrom(null, ...ROWS), parent: fc.constantFrom(...ROWS) }),
  fc.record({ do: fc.constant("remove-row" as const), table: fc.constantFrom("people", "goals"), row: fc.constantFrom(...ROWS) }),
);
const act = fc.oneof({ weight: 4, arbitrary: fc.record({ who: fc.nat(2), edit }) }, { weight: 1, arbitrary: fc.record({ from: fc.nat(2), to: fc.nat(2) }) });

describe("several people in one document", () => {
  it("end with the same content, whatever they do and in whatever order they hear of it", () => {
    fc.assert(
      fc.property(fc.array(act, { maxLength: 40 }), fc.shuffledSubarray([0, 1, 2], { minLength: 3 }), (acts, order) => {
        const docs = replicas(3);
        for (const step of acts) {
          if ("edit" in step) applyToDoc(docs[step.who]!, definition, [step.edit]);
          else applyUpdate(docs[step.to]!, encodeStateAsUpdate(docs[step.from]!));
        }
        const [first, ...others] = meet(order.map((at) => docs[at]!));
        for (const other of others) expect(other).toEqual(first);
        for (const rows of Object.values(first!.tables)) {
          const ids = new Set(rows.map(({ id }) => id));
          for (const row of rows) if (row.parent !== undefined) expect(ids.has(row.parent)).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("lose no word that somebody wrote and nobody took away", () => {
    const writing = fc.array(fc.record({ who: fc.nat(2), at: fc.double({ min: 0, max: 1, noNaN: true }), heard: fc.boolean() }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(writing, (writings) => {
        const docs = replicas(3);
        writings.forEach(({ who, at, heard }, index) => {
          const doc = docs[who]!;
          const text = [...(((contentOf(doc, definition).fields.story as string | undefined) ?? "").match(/<\d+>/g) ?? [])];
          text.splice(Math.floor(at * (text.length + 1)), 0, `<${index}>`);
          applyToDoc(doc, definition, [set("story", text.join(""))]);
          if (heard) meet(docs);
        });
        const story = meet(docs)[0]!.fields.story as string;
        // Where two wrote at the same place their marks may stand within one another, but no character is lost.
        expect([...story].sort()).toEqual([...writings.map((_, index) => `<${index}>`).join("")].sort());
      }),
      { numRuns: 200 },
    );
  });

  it("can go back over any changes to what was there before", () => {
    fc.assert(
      fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), (steps) => {
        const [doc] = replicas(1) as [Doc];
        const contents = [contentOf(doc, definition)];
        const changes = steps.map((edits) => {
          const before = stateOf(doc, definition);
          applyToDoc(doc, definition, edits);
          contents.push(contentOf(doc, definition));
          return differences(before, stateOf(doc, definition));
        });
        for (let at = steps.length; at >= 0; at -= 1) {
          const later = changes.slice(at).flat().reverse();
          expect(visible(goBack(stateOf(doc, definition), later))).toEqual(contents[at]);
        }
      }),
      { numRuns: 200 },
    );
  });

  it("put a content into a document and get it back", () => {
    fc.assert(
      fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
        const [doc] = replicas(1) as [Doc];
        applyToDoc(doc, definition, edits);
        const content = contentOf(doc, definition);
        expect(contentOf(docOf(content, definition), definition)).toEqual(content);
      }),
      { numRuns: 200 },
    );
  });
});
