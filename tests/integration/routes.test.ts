// Who may ask for what: every route, one line each. A new route fails here until somebody has decided.
import type { RouteConfigEntry } from "@remix-run/route-config";
import { beforeAll, describe, expect, test } from "vitest";
import type { Access, TokenAccess } from "~/auth/index.server";
import routeConfig from "~/routes";

/** What a module asks for: `<permission> any|company|<scope>=:<parameter>`; `-` where it has no such handler. */
const ACCESS: Record<string, { loader: string; action: string }> = {
  "root": { loader: "public", action: "-" },
  "not-found": { loader: "public", action: "-" },
  "shell": { loader: "signed-in", action: "-" },
  "home": { loader: "signed-in", action: "-" },

  "public/frame": { loader: "public", action: "-" },
  "public/sign-in": { loader: "public", action: "public" },
  "public/sign-out": { loader: "public", action: "public" },
  "public/forgot": { loader: "public", action: "public" },
  "public/link": { loader: "public", action: "public" },
  "public/language": { loader: "-", action: "public" },
  "public/theme": { loader: "-", action: "public" },

  "account/account": { loader: "signed-in", action: "signed-in" },

  "account/tokens": { loader: "deal:work any", action: "deal:work any" },

  "api/deals": { loader: "token GET deals:read", action: "token GET deals:read" },
  "api/deal": { loader: "token GET deals:read", action: "token GET deals:read, PUT deals:write, DELETE deals:write" },
  // Says that there is nothing, to programs.
  "api/unknown": { loader: "public", action: "public" },

  "learn/home": { loader: "learn any", action: "-" },
  "learn/road": { loader: "learn any", action: "-" },
  "learn/review": { loader: "learn any", action: "learn any" },
  "learn/search": { loader: "learn any", action: "-" },
  "learn/glossary": { loader: "signed-in", action: "-" },
  "learn/preview/contents": { loader: "learn any", action: "-" },
  "learn/preview/continue": { loader: "learn any", action: "-" },
  "learn/preview/section": { loader: "learn any", action: "learn any" },
  "learn/quiz/intro": { loader: "learn any", action: "learn any" },
  "learn/quiz/attempt": { loader: "learn any", action: "learn any" },
  "learn/quiz/result": { loader: "learn any", action: "-" },
  "learn/defense/feedback": { loader: "learn any", action: "-" },
  "learn/homework/work": { loader: "learn any", action: "learn any" },
  "learn/homework/rehearsals": { loader: "learn any", action: "learn any" },
  "learn/homework/reviews": { loader: "learn any", action: "-" },
  "learn/homework/review": { loader: "learn any", action: "learn any" },
  "learn/field/step": { loader: "learn any", action: "learn any" },
  "learn/field/plan": { loader: "learn any", action: "learn any" },
  "learn/field/book": { loader: "signed-in", action: "signed-in" },
  "learn/field/application": { loader: "learn any", action: "-" },
  "learn/field/card": { loader: "signed-in", action: "-" },
  "resources/field-log": { loader: "-", action: "public" },
  "manage/home": { loader: "field:coach any", action: "field:coach any" },
  "manage/application": { loader: "field:coach any", action: "field:coach any" },
  "manage/plan": { loader: "field:coach any", action: "field:coach any" },
  "manage/meeting": { loader: "field:coach team=:team", action: "field:coach team=:team" },
  "manage/wall": { loader: "field:coach team=:team", action: "-" },
  "manage/coaching": { loader: "field:coach any", action: "field:coach any" },
  "manage/new-note": { loader: "field:coach any", action: "field:coach any" },
  "learn/lecture/lectures": { loader: "learn any", action: "-" },
  "learn/lecture/check-in-now": { loader: "learn any", action: "-" },
  "learn/lecture/live": { loader: "learn any", action: "learn any" },
  "learn/lecture/check-in": { loader: "learn any", action: "learn any" },

  "learn/role-play/role-plays": { loader: "learn any", action: "learn any" },
  "learn/role-play/round": { loader: "learn any", action: "learn any" },

  "teach/cohorts/list": { loader: "cohort:list any", action: "-" },
  "teach/cohorts/new": { loader: "cohort:create any", action: "cohort:create any" },
  "teach/cohorts/cohort": { loader: "cohort:view cohort=:cohort", action: "-" },
  "teach/cohorts/grid": { loader: "cohort:view cohort=:cohort", action: "-" },
  "teach/cohorts/calendar": { loader: "cohort:view cohort=:cohort", action: "cohort:manage cohort=:cohort" },
  "teach/cohorts/learners": { loader: "cohort:view cohort=:cohort", action: "cohort:manage cohort=:cohort" },
  "learn/group-work/group-work": { loader: "learn any", action: "learn any" },
  "teach/group-work/first": { loader: "cohort:view cohort=:cohort", action: "-" },
  "teach/group-work/room": { loader: "cohort:view cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/group-work/sheet": { loader: "cohort:view cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/group-work/projector": { loader: "cohort:teach cohort=:cohort", action: "-" },
  "resources/group-work-events": { loader: "learn any", action: "-" },
  "resources/group-room-events": { loader: "cohort:view cohort=:cohort", action: "-" },
  "teach/groups/groups": { loader: "cohort:view cohort=:cohort", action: "cohort:manage cohort=:cohort" },
  "teach/cohorts/settings": { loader: "cohort:view cohort=:cohort", action: "cohort:manage cohort=:cohort" },
  "teach/cohorts/learner": { loader: "cohort:view cohort=:cohort", action: "-" },
  "teach/cohorts/evidence": { loader: "cohort:view cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/lecture/lectures": { loader: "cohort:view cohort=:cohort", action: "-" },
  "teach/lecture/lecture": { loader: "cohort:view cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/lecture/plan": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/lecture/change": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },

  "teach/defense/days": { loader: "cohort:view cohort=:cohort", action: "-" },
  "teach/defense/plan": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/defense/day": { loader: "cohort:view cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/defense/change": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/defense/repair": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/defense/candidate": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/defense/examiner": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "defend/availability": { loader: "defense:sit any", action: "defense:sit any" },
  "learn/defense/defense": { loader: "learn any", action: "-" },
  "learn/defense/hours": { loader: "learn any", action: "learn any" },
  "resources/defense/slot-calendar": { loader: "signed-in", action: "-" },
  "resources/defense/day-calendar": { loader: "defense:sit any", action: "-" },
  "teach/role-play/sessions": { loader: "cohort:view cohort=:cohort", action: "-" },
  "teach/role-play/plan": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/role-play/change": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/role-play/board": { loader: "cohort:view cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/role-play/round": { loader: "cohort:view cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/lecture/present": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/lecture/projector": { loader: "cohort:teach cohort=:cohort", action: "-" },
  "teach/homework/class": { loader: "cohort:view cohort=:cohort", action: "-" },
  "teach/homework/submission": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/marking/queue": { loader: "cohort:teach any", action: "cohort:teach any" },
  "teach/marking/answer": { loader: "cohort:teach cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/marking/attempt": { loader: "cohort:view cohort=:cohort", action: "cohort:teach cohort=:cohort" },
  "teach/marking/bank": { loader: "cohort:teach any", action: "-" },

  // Whose sheet it is, the query asks.
  "sheets/sheets": { loader: "signed-in", action: "signed-in" },
  "sheets/sheet": { loader: "signed-in", action: "signed-in" },
  "sheets/import": { loader: "signed-in", action: "signed-in" },
  "sheets/print": { loader: "signed-in", action: "-" },
  "sheets/history": { loader: "signed-in", action: "-" },

  // Whose deal or invoice it is, the query asks.
  "deals/list": { loader: "deal:list any", action: "-" },
  "deals/new": { loader: "deal:work any", action: "deal:work any" },
  "deals/deal": { loader: "deal:list any", action: "deal:list any" },
  "deals/sheets": { loader: "deal:work any", action: "deal:work any" },
  "deals/sheet-to-deal": { loader: "deal:work any", action: "deal:work any" },
  "deals/import": { loader: "deal:work any", action: "deal:work any" },
  "deals/import-review": { loader: "deal:work any", action: "deal:work any" },
  "deals/deadlines": { loader: "people:manage company", action: "people:manage company" },
  "deals/receivables": { loader: "deal:list any", action: "-" },
  "deals/new-invoice": { loader: "deal:work any", action: "deal:work any" },
  "deals/receivable": { loader: "deal:list any", action: "deal:work any" },
  // Whose capability one may see, the query asks (capabilityRight).
  "capability/own": { loader: "signed-in", action: "-" },
  "capability/rate": { loader: "signed-in", action: "signed-in" },
  "capability/person": { loader: "signed-in", action: "-" },
  "capability/figure": { loader: "signed-in", action: "-" },

  "defend/defend": { loader: "defense:sit any", action: "-" },
  "defend/room/room": { loader: "defense:sit any", action: "defense:sit any" },
  "defend/room/lock": { loader: "defense:sit any", action: "defense:sit any" },
  "defend/room/verdict": { loader: "defense:sit any", action: "defense:sit any" },
  "defend/room/record": { loader: "signed-in", action: "-" },
  "defend/room/condition": { loader: "signed-in", action: "signed-in" },
  "defend/calibration/list": { loader: "defense:sit any", action: "-" },
  "defend/calibration/anchor": { loader: "defense:sit any", action: "defense:sit any" },
  "teach/raters/season": { loader: "raters:view any", action: "-" },
  "teach/raters/export": { loader: "raters:view any", action: "-" },
  "teach/raters/calibration": { loader: "raters:view any", action: "-" },
  "lead/team": { loader: "team:progress any", action: "-" },
  // Which teams, the query asks by the actor's reach.
  "lead/first": { loader: "dashboard:view any", action: "-" },
  "lead/heat": { loader: "dashboard:view any", action: "-" },
  "lead/people": { loader: "dashboard:view any", action: "-" },
  "lead/road": { loader: "dashboard:view any", action: "-" },
  "lead/compare": { loader: "dashboard:view any", action: "-" },
  "lead/effect": { loader: "dashboard:view any", action: "-" },
  "lead/gap": { loader: "dashboard:view team=:team", action: "dashboard:view team=:team" },
  "lead/filters": { loader: "-", action: "dashboard:view any" },
  "lead/overdue": { loader: "dashboard:view any", action: "-" },
  "lead/export": { loader: "dashboard:view any", action: "-" },

  "admin/people": { loader: "people:manage company", action: "-" },
  "admin/person": { loader: "people:manage company", action: "people:manage company" },
  "admin/invite": { loader: "people:manage company", action: "people:manage company" },
  "admin/teams": { loader: "people:manage company", action: "people:manage company" },
  "admin/mail": { loader: "people:manage company", action: "-" },
  "admin/audit": { loader: "audit:read company", action: "-" },

  "resources/mdx": { loader: "signed-in", action: "-" },
  "resources/media": { loader: "signed-in", action: "-" },
  "resources/preview-record": { loader: "-", action: "learn any" },
  "resources/preview-answer": { loader: "-", action: "learn any" },
  // Answer 401 in JSON themselves: a device that lost its session keeps its answers and says so.
  "resources/quiz-answers": { loader: "-", action: "public" },
  "resources/quiz-hand-in": { loader: "-", action: "public" },
  "resources/defense/sheet": { loader: "-", action: "public" },
  "resources/defense/events": { loader: "defense:sit any", action: "-" },
  "resources/homework-draft": { loader: "-", action: "public" },
  "resources/review": { loader: "public", action: "public" },
  "resources/homework-files": { loader: "-", action: "public" },
  "resources/marking-claim": { loader: "-", action: "cohort:teach any" },
  "resources/sheet-export": { loader: "signed-in", action: "-" },
  "resources/lecture-code": { loader: "cohort:teach cohort=:cohort", action: "-" },
  "resources/lecture-events": { loader: "signed-in", action: "-" },
  "resources/lecture-calendar": { loader: "signed-in", action: "-" },
  "resources/role-play/state": { loader: "public", action: "-" },
  "resources/role-play/marks": { loader: "-", action: "public" },
  "resources/role-play/recording": { loader: "-", action: "public" },
  "resources/role-play/events": { loader: "signed-in", action: "-" },
  "resources/role-play/calendar": { loader: "signed-in", action: "-" },
  // As for answers: a device that lost its session keeps its bytes and says so.
  "resources/uploads/status": { loader: "public", action: "-" },
  "resources/uploads/chunk": { loader: "-", action: "public" },
  "resources/uploads/finish": { loader: "-", action: "public" },
  "resources/uploads/file": { loader: "signed-in", action: "-" },
};

/** The only handlers that run for strangers. Whatever joins them must be argued for here. */
const PUBLIC = [
  "action of api/unknown", "loader of api/unknown",
  "loader of not-found",
  "loader of root",
  "action of public/forgot", "loader of public/forgot",
  "loader of public/frame",
  "action of public/language",
  "action of public/link", "loader of public/link",
  "action of public/sign-in", "loader of public/sign-in",
  "action of public/sign-out", "loader of public/sign-out",
  "action of public/theme",
  "action of resources/defense/sheet",
  "action of resources/field-log",
  "action of resources/homework-draft",
  "action of resources/homework-files",
  "action of resources/quiz-answers",
  "action of resources/quiz-hand-in",
  "action of resources/review", "loader of resources/review",
  "action of resources/role-play/marks",
  "action of resources/role-play/recording",
  "loader of resources/role-play/state",
  "action of resources/uploads/chunk",
  "action of resources/uploads/finish",
  "loader of resources/uploads/status",
];

interface RouteModule {
  loader?: { access?: Access | TokenAccess };
  action?: { access?: Access | TokenAccess };
  default?: unknown;
}

interface Route {
  id: string;
  /** The whole path, with those of the routes around it. */
  path: string;
  module: RouteModule;
}

const modules = import.meta.glob<RouteModule>(["../../app/routes/**/*.{ts,tsx}", "../../app/root.tsx", "!../../app/routes/dev/**", "!**/*.test.*"]);

async function collect(entries: RouteConfigEntry[], parent = ""): Promise<Route[]> {
  const found: Route[] = [];
  for (const entry of entries) {
    if (entry.file.startsWith("routes/dev/")) continue;
    const load = modules[`../../app/${entry.file}`];
    if (!load) throw new Error(`${entry.file} is in the route tree, and there is no such file`);
    const path = `${parent}/${entry.path ?? ""}`.replace(/\/+/g, "/");
    found.push({ id: entry.file.replace(/^routes\//, "").replace(/\.tsx?$/, ""), path, module: await load() }, ...(await collect(entry.children ?? [], path)));
  }
  return found;
}

function inWords(handler: { access?: Access | TokenAccess } | undefined): string {
  if (!handler) return "-";
  const { access } = handler;
  if (access === undefined) return "UNDECLARED";
  if (typeof access === "string") return access;
  if ("token" in access) return `token ${access.token}`;
  const { scope } = access;
  return `${access.permission} ${typeof scope === "string" ? scope : Object.entries(scope).map(([kind, parameter]) => `${kind}=:${String(parameter)}`).join()}`;
}

let routes: Route[];
beforeAll(async () => {
  const root: Route = { id: "root", path: "/", module: await modules["../../app/root.tsx"]!() };
  routes = [root, ...(await collect(await routeConfig))];
});

describe("the route tree", () => {
  test("asks of everybody what the table says", () => {
    const declared = Object.fromEntries(routes.map(({ id, module }) => [id, { loader: inWords(module.loader), action: inWords(module.action) }]));
    expect(declared).toEqual(ACCESS);
  });

  test("is open to strangers in the known places only", () => {
    const open = routes.flatMap(({ id, module }) => (["action", "loader"] as const).filter((kind) => module[kind]?.access === "public").map((kind) => `${kind} of ${id}`));
    expect(open.sort()).toEqual([...PUBLIC].sort());
  });

  test("guards every page by a loader of its own: a parent's guard is not asked when only the child is", () => {
    expect(routes.filter(({ module }) => module.default && !module.loader).map(({ id }) => id)).toEqual([]);
  });

  test("names only parameters that the address has", () => {
    const wrong = routes.flatMap(({ id, path, module }) =>
      [module.loader, module.action].flatMap((handler) => {
        const access = handler?.access;
        if (typeof access !== "object" || "token" in access || typeof access.scope !== "object") return [];
        return Object.values(access.scope).filter((parameter: string) => !path.split("/").includes(`:${parameter}`)).map((parameter: string) => `${id}: ${parameter}`);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test("asks for the place itself wherever the address names a cohort", () => {
    const loose = routes.filter(({ path, module }) => path.includes("/:cohort") && [module.loader, module.action].some((handler) => handler && !/ cohort=:cohort$/.test(inWords(handler))));
    expect(loose.map(({ id }) => id)).toEqual([]);
  });
});
