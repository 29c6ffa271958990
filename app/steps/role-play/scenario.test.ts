import { readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { parseScenario, readScenarios } from "./read-scenarios.server";
import { hiddenTexts, openScenario, RELATIONSHIP_STAGES, type Scenario } from "./scenario";

const FILE = "content/chapters/03-build-trust/role-play/01-plant-manager.yaml";
const known = { competencies: new Set(["build-trust", "communication", "decision-maker-visits", "consultative-selling"]), sections: new Map([["03-build-trust", ["first-impression"]]]) };
const text = await readFile(FILE, "utf8");
const parse = (change: (text: string) => string) => parseScenario(FILE, change(text), "03-build-trust", known);

describe("a scenario's file", () => {
  it("is read whole", () => {
    expect(parse((same) => same)).toMatchObject({ problems: [], scenario: { id: "plant-manager", minutes: 8 } });
  });

  it.each<[string, (text: string) => string, RegExp]>([
    ["another id than its name", (t) => t.replace("id: plant-manager", "id: manager"), /must be the file's name/],
    ["a behaviour for an action that is not there", (t) => t.replace("action: next-step", "action: closing"), /is no key action/],
    ["an action that nothing shows", (t) => t.replace("action: next-step", "action: open"), /nothing on the checklist shows "next-step"/],
    ["a competency nobody knows", (t) => t.replace("competencies: [decision-maker-visits]", "competencies: [charm]"), /"charm" is not in competencies/],
    ["a section of another chapter", (t) => t.replace("section: first-impression", "section: pain"), /section "pain"/],
    ["a release that there is not", (t) => t.replace("release: follow-up", "release: begging"), /must be one of open-question/],
    ["the same fact twice", (t) => t.replace("id: group-target", "id: ramp-up"), /"ramp-up" is there twice/],
    ["a field nobody reads", (t) => `${t}\nsecret: {zh: 一, en: one}\n`, /not a field here/],
    ["a hidden fact that the scene tells", (t) => t.replace("骆启明把你介绍完就退了出去", "二十万元以下的试点你可以直接批，他退了出去"), /stands in what the others read/],
  ])("with %s is refused, with its line", (what, change, message) => {
    const { scenario, problems } = parse(change);
    expect(scenario).toBeUndefined();
    expect(problems.map((problem) => problem.message).join("\n")).toMatch(message);
    // Only the id stands in the first line.
    expect((problems[0]?.line ?? 0) > 1).toBe(!what.startsWith("another id"));
  });
});

describe("the scenarios of the third chapter", async () => {
  const scenarios = (await readScenarios(path.resolve("content"))).flatMap(({ chapterSlug, scenario }) => (chapterSlug === "03-build-trust" && scenario ? [scenario] : []));

  it("are enough for a group of five, of all four types and several stages", () => {
    expect(scenarios.length).toBeGreaterThanOrEqual(5);
    expect(new Set(scenarios.map(({ hidden }) => `${hidden.type.task} ${hidden.type.forceful}`)).size).toBe(4);
    expect(new Set(scenarios.map(({ stage }) => stage)).size).toBeGreaterThanOrEqual(3);
    expect(scenarios.every(({ stage }) => RELATIONSHIP_STAGES.includes(stage))).toBe(true);
  });

  it("open without a word of what is hidden", () => {
    for (const scenario of scenarios) {
      const sent = JSON.stringify(openScenario(scenario)) + JSON.stringify(scenario.salesperson) + JSON.stringify(scenario.checklist);
      for (const secret of hiddenTexts(scenario)) expect(sent).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
  });

  it("know every secret: what is added to the hidden brief is among the texts that are watched", () => {
    const strings = (value: unknown): string[] => (typeof value === "string" ? [value] : typeof value === "object" && value !== null ? Object.values(value).flatMap(strings) : []);
    for (const scenario of scenarios) {
      const ids = [...scenario.hidden.facts.flatMap(({ id, release }) => [id, release]), ...scenario.hidden.objections.map(({ id }) => id)];
      expect(new Set([...hiddenTexts(scenario), ...ids])).toEqual(new Set(strings(scenario.hidden satisfies Scenario["hidden"])));
    }
  });
});
