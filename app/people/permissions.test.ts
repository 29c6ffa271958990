import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Actor, type Grant, ROLES } from "./actor";
import { homePath } from "./home-path";
import { navigationOf } from "./navigation";
import { holds, type Permission, PERMISSIONS, reachOf, type Scope } from "./permissions";

const permissions = Object.keys(PERMISSIONS) as Permission[];
const teams = ["t1", "t2", "t3", "t4"];
const cohorts = ["c1", "c2", "c3"];

function actor(grants: Grant[]): Actor {
  return { id: "p", name: "林岚", email: "lin@hengneng.test", locale: "zh", timeZone: "Asia/Shanghai", theme: "system", grants };
}

const role = fc.constantFrom(...ROLES);
const grant: fc.Arbitrary<Grant> = fc.oneof(
  fc.record({ role, scope: fc.constant("company" as const) }),
  fc.record({ role, scope: fc.constant("team" as const), teamIds: fc.subarray(teams) }),
  fc.record({ role, scope: fc.constant("cohort" as const), cohortId: fc.constantFrom(...cohorts) }),
);
const grants = fc.array(grant, { maxLength: 5 });
const permission = fc.constantFrom(...permissions);
const scope: fc.Arbitrary<Scope> = fc.oneof(
  fc.constant({ kind: "any" as const }),
  fc.constant({ kind: "company" as const }),
  fc.record({ kind: fc.constant("team" as const), teamId: fc.constantFrom(...teams) }),
  fc.record({ kind: fc.constant("cohort" as const), cohortId: fc.constantFrom(...cohorts), teamId: fc.option(fc.constantFrom(...teams), { nil: null }) }),
);

describe("holds", () => {
  test("without grants nobody may do anything", () => {
    fc.assert(fc.property(permission, scope, (wanted, where) => !holds(actor([]), wanted, where)));
  });

  test("more grants never take a right away, and every right comes from a single grant", () => {
    fc.assert(fc.property(grants, permission, scope, (held, wanted, where) => holds(actor(held), wanted, where) === held.some((one) => holds(actor([one]), wanted, where))));
  });

  test("a right somewhere is needed for a right at a place", () => {
    fc.assert(fc.property(grants, permission, scope, (held, wanted, where) => !holds(actor(held), wanted, where) || holds(actor(held), wanted, { kind: "any" })));
  });

  test("only a role of the table opens a permission, whatever the scope", () => {
    fc.assert(fc.property(grant, permission, scope, (held, wanted, where) => !holds(actor([held]), wanted, where) || (PERMISSIONS[wanted] as readonly string[]).includes(held.role)));
  });

  test("a team's or a cohort's role never reaches the company", () => {
    fc.assert(fc.property(grants, permission, (held, wanted) => !holds(actor(held.filter((one) => one.scope !== "company")), wanted, { kind: "company" })));
  });

  test("a role in a cohort opens that cohort and no other, and no team", () => {
    const instructor = actor([{ role: "instructor", scope: "cohort", cohortId: "c1" }]);
    expect(holds(instructor, "cohort:view", { kind: "cohort", cohortId: "c1", teamId: "t1" })).toBe(true);
    expect(holds(instructor, "cohort:view", { kind: "cohort", cohortId: "c2", teamId: "t1" })).toBe(false);
    expect(holds(instructor, "cohort:view", { kind: "team", teamId: "t1" })).toBe(false);
  });

  test("a role in a team opens the cohorts of the teams below, and none without a team", () => {
    const instructor = actor([{ role: "instructor", scope: "team", teamIds: ["t1", "t2"] }]);
    expect(holds(instructor, "cohort:view", { kind: "cohort", cohortId: "c9", teamId: "t2" })).toBe(true);
    expect(holds(instructor, "cohort:view", { kind: "cohort", cohortId: "c9", teamId: "t3" })).toBe(false);
    expect(holds(instructor, "cohort:view", { kind: "cohort", cohortId: "c9", teamId: null })).toBe(false);
  });
});

describe("reachOf", () => {
  test("reaches exactly the places where the permission is held", () => {
    fc.assert(
      fc.property(grants, permission, scope, (held, wanted, where) => {
        const reach = reachOf(actor(held), wanted);
        const inReach = (): boolean => {
          if (reach.all) return true;
          if (where.kind === "any") return reach.cohortIds.length > 0 || held.some((one) => one.scope === "team" && (PERMISSIONS[wanted] as readonly string[]).includes(one.role));
          if (where.kind === "company") return false;
          const byTeam = where.teamId !== null && reach.teamIds.includes(where.teamId);
          return where.kind === "team" ? byTeam : byTeam || reach.cohortIds.includes(where.cohortId);
        };
        expect(inReach()).toBe(holds(actor(held), wanted, where));
      }),
    );
  });

  test("of nobody is nothing", () => {
    for (const wanted of permissions) expect(reachOf(actor([]), wanted)).toEqual({ all: false, cohortIds: [], teamIds: [] });
  });
});

describe("the table", () => {
  test("a learner may study and work on deals of their own, and nothing else", () => {
    expect(permissions.filter((wanted) => (PERMISSIONS[wanted] as readonly string[]).includes("learner"))).toEqual(["learn", "deal:work", "deal:list"]);
  });

  test("rights and the audit log are the administrator's alone", () => {
    expect(PERMISSIONS["people:manage"]).toEqual(["administrator"]);
    expect(PERMISSIONS["audit:read"]).toEqual(["administrator"]);
  });

  test("only instructors mark and waive", () => {
    expect(PERMISSIONS["cohort:teach"]).toEqual(["instructor"]);
  });
});

describe("navigation", () => {
  test.each(ROLES)("a %s starts at a place of their navigation", (held) => {
    const person = actor([{ role: held, scope: "company" }]);
    expect(navigationOf(person).map((place) => place.to)).toContain(homePath(person));
  });

  test("without a role there is the account and the glossary", () => {
    expect(homePath(actor([]))).toBe("/account");
    expect(navigationOf(actor([]))).toEqual([{ key: "glossary", to: "/glossary" }]);
  });

  test("no place twice", () => {
    fc.assert(fc.property(grants, (held) => {
      const places = navigationOf(actor(held)).map((place) => place.to);
      expect(new Set(places).size).toBe(places.length);
    }));
  });
});
