import { describe, expect, test } from "vitest";
import type { SheetRow } from "../content";
import { LANE_HEIGHT, layOutLanes, missingRoles } from "./relationship-lanes";

const person = (id: string, cells: SheetRow["cells"]): SheetRow => ({ id, order: id, cells: { name: id, ...cells } });

describe("lanes of the relationship map", () => {
  test("an empty sheet has the five attitudes and nobody", () => {
    const { bands } = layOutLanes([], 40);
    expect(bands.map((band) => band.attitude)).toEqual([2, 1, 0, -1, -2]);
    expect(bands.every((band) => band.lanes.length === 0)).toBe(true);
  });

  test("everybody has a lane of their own, by attitude and then by stage", () => {
    const { bands, height } = layOutLanes([person("pan", { attitude: 0, stage: "acquaintance" }), person("luo", { attitude: 1, stage: "personal-relation", target: "alliance" }), person("du", { attitude: 0, stage: "interaction" })], 40);
    const lanes = bands.flatMap((band) => band.lanes);
    expect(lanes.map((lane) => lane.name)).toEqual(["luo", "du", "pan"]);
    expect(lanes[0]).toMatchObject({ stage: 2, target: 3 });
    expect(lanes[2]!.y - lanes[1]!.y).toBe(LANE_HEIGHT);
    expect(bands.at(-1)!.y + bands.at(-1)!.height).toBe(40 + height);
  });

  test("who has not been judged yet stands below, who has no name nowhere", () => {
    const { bands } = layOutLanes([person("qi", {}), { id: "x", order: "x", cells: { attitude: 1 } }], 0);
    expect(bands.at(-1)).toMatchObject({ attitude: null, lanes: [{ name: "qi", stage: null }] });
    expect(bands.flatMap((band) => band.lanes)).toHaveLength(1);
  });

  test("roles that nobody with a name holds are missing", () => {
    expect(missingRoles([person("luo", { roles: ["initiator", "user"] }), { id: "x", order: "x", cells: { roles: ["designer"] } }], ["initiator", "designer", "user"])).toEqual(["designer"]);
  });
});
