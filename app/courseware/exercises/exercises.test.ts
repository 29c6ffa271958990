import { describe, expect, it } from "vitest";
import { judge, moveTo, positionOf, reviveCompass, scoreCompass, showAllPeople, typeAt } from "./compass";
import { relationOf } from "./InterestNeedQuadrant";
import { checkIntroduction, compose, EMPTY_PARTS, isGood, isProductList, spokenLength } from "./introduction";
import { missingRoles, type OrgPerson, orgTree } from "./org-chart";
import { answerOf, checkRoles, reviveRoles, scoreRoles, showAllRoles, toggleRole } from "./role-answers";
import { nextOpen, place, placementOf, reviveSort, score, showAll } from "./sorting";

describe("sorting", () => {
  const items = [{ id: "a", target: "x" }, { id: "b", target: "y" }];
  const [a, b] = items as [{ id: string; target: string }, { id: string; target: string }];

  it("counts only what is right at the first try, and gives the answer after two wrong ones", () => {
    let state = place({}, a, "x");
    state = place(state, b, "x");
    expect(placementOf(state, "b").done).toBeNull();
    expect(place(state, b, "x")).toBe(state);
    state = place(state, b, "z");
    expect(placementOf(state, "b")).toEqual({ wrong: ["x", "z"], done: "shown" });
    expect(score(state, items)).toEqual({ first: 1, done: 2, total: 2 });
  });

  it("goes round to what is still open", () => {
    expect(nextOpen({}, items, "b")).toBe(a);
    expect(nextOpen(place({}, a, "x"), items, "b")).toBe(b);
    expect(nextOpen(showAll({}, items), items, null)).toBeNull();
  });

  it("takes from the device only what still fits", () => {
    expect(reviveSort("nonsense", items)).toBeNull();
    expect(reviveSort({ a: { wrong: ["y", 3], done: "found" }, gone: { wrong: [], done: null }, b: 7 }, items)).toEqual({ a: { wrong: ["y"], done: "found" } });
  });
});

describe("interest and need", () => {
  it("make four relations", () => {
    expect([[false, false], [true, false], [false, true], [true, true]].map(([interest = false, need = false]) => relationOf({ interest, need }))).toEqual(["outsider", "friend", "supplier", "partner"]);
  });
});

describe("an organisation chart", () => {
  const person = (id: string, reportsTo?: string): OrgPerson => ({ id, name: id, title: "", says: "", roles: id === "a" ? ["decision-maker"] : ["user"], why: "", ...(reportsTo === undefined ? {} : { reportsTo }) });

  it("is a tree, and survives gaps and circles", () => {
    expect(orgTree([person("a"), person("b", "a"), person("c", "b"), person("d", "nobody")]).map((node) => [node.person.id, node.reports.length])).toEqual([["a", 1], ["d", 0]]);
    const circle = orgTree([person("a", "b"), person("b", "a"), person("c", "b")]);
    expect(circle.flatMap((node) => [node.person.id, ...node.reports.map((report) => report.person.id)]).sort()).toEqual(["a", "b", "c"]);
  });

  it("judges roles whole, and gives them after two tries", () => {
    const people = [person("a"), person("b", "a")];
    const [a, b] = people as [OrgPerson, OrgPerson];
    let answers = checkRoles(toggleRole({}, "a", "decision-maker"), a);
    expect(answerOf(answers, "a").done).toBe("found");
    answers = checkRoles(checkRoles(answers, b), b);
    expect(answerOf(answers, "b")).toEqual({ chosen: ["user"], wrong: 2, done: "shown" });
    expect(scoreRoles(answers, people)).toEqual({ first: 1, done: 2, total: 2 });
    expect(scoreRoles(showAllRoles({}, people), people)).toEqual({ first: 0, done: 2, total: 2 });
    expect(reviveRoles({ a: { chosen: ["user", "king"], wrong: 1, done: "?" }, z: {} }, people)).toEqual({ a: { chosen: ["user"], wrong: 1, done: null } });
    expect(missingRoles([["user"], ["designer"]])).toEqual(["initiator", "decision-maker"]);
  });
});

describe("the compass", () => {
  const person = { id: "p", name: "P", scene: "", task: true, forceful: false, why: "" };

  it("decides nothing on an axis, and judges only what is decided", () => {
    expect(typeAt({ x: 0, y: 2 })).toBeNull();
    expect(judge({}, person)).toEqual({});
    const wrong = judge(moveTo({}, "p", { x: 9, y: 2 }), person);
    expect(positionOf(wrong, "p")).toEqual({ x: 3, y: 2, right: false, wrong: 1, shown: false });
    expect(scoreCompass(judge(moveTo(wrong, "p", { x: 1, y: -1 }), person), [person])).toEqual({ first: 0, done: 1, total: 1 });
    expect(scoreCompass(judge(moveTo({}, "p", { x: 1, y: -1 }), person), [person])).toEqual({ first: 1, done: 1, total: 1 });
    expect(scoreCompass(showAllPeople({}, [person]), [person])).toEqual({ first: 0, done: 1, total: 1 });
    expect(reviveCompass({ p: { x: 1, y: "2" }, q: { x: 1, y: 1 } }, [person])).toEqual({});
  });
});

describe("an introduction", () => {
  const parts = { name: "林岚", company: "衡能", achievement: "去年帮三家铸造厂把单耗降了12%。", link: "听说您的熔炼炉也在看单耗" };

  it("is one sentence as it is said", () => {
    expect(compose(parts, "zh")).toBe("您好，我是衡能的林岚，去年帮三家铸造厂把单耗降了12%；听说您的熔炼炉也在看单耗。");
    expect(compose({ name: "Lin Lan", company: "Hengneng", achievement: "we cut losses by 12%", link: "I hear yours worry you" }, "en")).toBe("Hello, I'm Lin Lan from Hengneng. We cut losses by 12%. I hear yours worry you.");
    expect(compose(EMPTY_PARTS, "zh")).toBe("");
    expect(compose({ ...EMPTY_PARTS, name: "林岚" }, "zh")).toBe("您好，我是林岚。");
  });

  it("is good when it is short, has an achievement and a link, and lists no products", () => {
    expect(isGood(checkIntroduction(parts, 60, "zh"))).toBe(true);
    expect(checkIntroduction(parts, 20, "zh").length).toEqual({ ok: false, chars: spokenLength(compose(parts, "zh")) });
    expect(isGood(checkIntroduction({ ...parts, link: "" }, 60, "zh"))).toBe(false);
    expect(checkIntroduction({ ...parts, achievement: "我们做得很不错" }, 60, "zh").numbers).toBe(false);
    expect(isGood(checkIntroduction({ ...parts, achievement: "我们有监测系统、变频器、空压机和培训" }, 80, "zh"))).toBe(false);
  });

  it("knows a list of products from a sentence with commas", () => {
    expect(isProductList("We sell meters, sensors, software and training")).toBe(true);
    expect(isProductList("Last year, with your neighbour, we halved downtime")).toBe(false);
    expect(isProductList("去年帮甬峰把单耗降了8%，半年收回投资，他们又上了二期")).toBe(false);
  });
});
