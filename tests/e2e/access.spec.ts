// Every page and every role over plain HTTP: what opens, what is refused, and how.
import { ask, type Role, ROLES } from "./support/people";
import { expect, test } from "./support/server";
import { CHAPTER, type World, worldOf } from "./support/world";

const NO_SUCH_ID = "00000000-0000-4000-8000-000000000000";
const STAFF: Role[] = ["instructor", "admin"];
const LEARNERS: Role[] = ["learner", "learner2"];
const LEADERS: Role[] = ["manager", "executive", "admin"];

/** A page: whom it opens for, and for whom it is not there (their role opens such pages, but this one is not theirs). All others: 403. */
interface Page {
  path: (world: World) => string;
  open: Role[];
  absent?: Role[];
}

const own = (rest: string): Page => ({ path: (w) => `/learn/${w.learner}/${CHAPTER}${rest}`, open: ["learner"], absent: ["learner2"] });
const cohort = (rest: string, open: Role[] = STAFF): Page => ({ path: (w) => `/teach/cohorts/${w.cohort}${rest}`, open });
const everyone = (path: string): Page => ({ path: () => path, open: [...ROLES] });
const leaders = (path: string): Page => ({ path: () => path, open: LEADERS });
const SELLERS: Role[] = ["learner", "learner2", "manager"];
const ownDeal = (path: Page["path"], open: Role[]): Page => ({ path, open, absent: (["learner2", "manager", "executive"] as Role[]).filter((role) => !open.includes(role)) });
const admin = (path: string): Page => ({ path: () => path, open: ["admin"] });

const PAGES: Record<string, Page> = {
  account: everyone("/account"),
  glossary: everyone("/glossary"),
  "glossary, searched": everyone("/glossary?q=%E4%BF%A1%E4%BB%BB"),
  "learner's home": { path: () => "/learn", open: LEARNERS },
  search: { path: () => "/learn/search?q=%E4%BF%A1%E4%BB%BB", open: LEARNERS },
  road: own(""),
  "preview contents": own("/preview"),
  "preview section": { ...own(""), path: (w) => `/learn/${w.learner}/${CHAPTER}/preview/${w.section}` },
  "quiz intro": { path: (w) => `/learn/${w.learner2}/${CHAPTER}/quiz`, open: ["learner2"], absent: ["learner"] },
  "somebody else's result": { path: (w) => `/learn/attempt/${w.attempt}/result`, open: [], absent: LEARNERS },
  "somebody else's attempt": { path: (w) => `/learn/attempt/${w.attempt}`, open: [], absent: LEARNERS },
  "own lectures": own("/lecture"),
  "own sheets": everyone("/sheets"),
  "a sheet": { path: (w) => `/sheets/${w.sheet}`, open: ["learner", ...STAFF], absent: ["learner2", "examiner", "manager", "executive"] },
  "a sheet on paper": { path: (w) => `/sheets/${w.sheet}/print`, open: ["learner", ...STAFF], absent: ["learner2", "examiner", "manager", "executive"] },
  "import into a sheet": { path: (w) => `/sheets/${w.sheet}/import`, open: ["learner"], absent: ROLES.filter((role) => role !== "learner") },
  deals: { path: () => "/deals", open: [...SELLERS, "executive"] },
  "new deal": { path: () => "/deals/new", open: SELLERS },
  "a deal": ownDeal((w) => `/deals/${w.deal}`, ["learner", "manager", "executive"]),
  "sheets for a deal": { path: (w) => `/deals/${w.deal}/sheets`, open: ["learner"], absent: ["learner2", "manager"] },
  "deals for a sheet": { path: (w) => `/sheets/${w.sheet}/deal`, open: ["learner"], absent: ["learner2", "manager"] },
  "import of deals": { path: () => "/deals/import", open: SELLERS },
  "an import that is not there": { path: () => `/deals/import/${NO_SUCH_ID}`, open: [], absent: SELLERS },
  "deadlines of deals": admin("/deals/deadlines"),
  receivables: { path: () => "/deals/receivables", open: [...SELLERS, "executive"] },
  "new invoice": { path: () => "/deals/receivables/new", open: SELLERS },
  "an invoice": ownDeal((w) => `/deals/receivables/${w.receivable}`, ["learner", "manager", "executive"]),
  "tokens of the API": { path: () => "/account/tokens", open: SELLERS },
  cohorts: { path: () => "/teach", open: STAFF },
  cohort: cohort(""),
  "new cohort": { path: () => "/teach/cohorts/new", open: STAFF },
  "learner of a cohort": { path: (w) => `/teach/cohorts/${w.cohort}/learners/${w.learner}`, open: STAFF },
  "evidence of a step": { path: (w) => `/teach/cohorts/${w.cohort}/learners/${w.learner}/${CHAPTER}/preview`, open: STAFF },
  "own defense": own("/defense"),
  "defense days": cohort("/defense"),
  "plan a defense day": cohort("/defense/new", ["instructor"]),
  "a defense day": { path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}`, open: STAFF },
  "a defense day of another cohort": { path: (w) => `/teach/cohorts/${w.otherCohort}/defense/${w.defenseDay}`, open: [], absent: STAFF },
  "change a defense day that is not there": { path: (w) => `/teach/cohorts/${w.cohort}/defense/${NO_SUCH_ID}/edit`, open: [], absent: ["instructor"] },
  "a repair": { path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}/repair?examiner=${w.examinerId}`, open: ["instructor"] },
  "a candidate of a day": { path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}/candidates/${w.candidate}`, open: ["instructor"] },
  "an examiner of a day": { path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}/examiners/${w.examinerId}`, open: ["instructor"] },
  "an examiner's hours": { path: (w) => `/defend/days/${w.defenseDay}`, open: ["examiner"] },
  "hours on a day one is not asked for": { path: () => `/defend/days/${NO_SUCH_ID}`, open: [], absent: ["examiner"] },
  "own role-plays": own("/role-play"),
  "role-plays": cohort("/role-play"),
  "plan a role-play": cohort("/role-play/new", ["instructor"]),
  "somebody else's round": { path: () => `/learn/role-play/${NO_SUCH_ID}`, open: [], absent: LEARNERS },
  lectures: cohort("/lectures"),
  "plan a lecture": cohort("/lectures/new", ["instructor"]),
  lecture: { path: (w) => `/teach/cohorts/${w.cohort}/lectures/${w.lecture}`, open: STAFF },
  "calendar of a cohort": cohort("/calendar"),
  "learners of a cohort": cohort("/learners"),
  "groups of a cohort": cohort("/groups"),
  "group work of a cohort": cohort(`/group-work/${CHAPTER}`),
  "a group's sheet": { path: (w) => `/teach/cohorts/${w.cohort}/group-sheets/${w.groupSheet}`, open: STAFF },
  "a group's sheet of another cohort": { path: (w) => `/teach/cohorts/${w.otherCohort}/group-sheets/${w.groupSheet}`, open: [], absent: ["instructor", "admin"] },
  "a group's sheet on the wall": { path: (w) => `/projector/${w.cohort}/group-sheets/${w.groupSheet}`, open: ["instructor"] },
  "own group work": own("/group-work"),
  "settings of a cohort": cohort("/settings"),
  homework: own("/homework"),
  "rehearsal log": own("/homework/rehearsals"),
  "peer reviews": own("/homework/reviews"),
  "somebody else's peer review": { path: (w) => `/learn/${w.learner}/${CHAPTER}/homework/reviews/${NO_SUCH_ID}`, open: [], absent: LEARNERS },
  "homework of a cohort": cohort("/homework"),
  "a homework that is not there": { path: (w) => `/teach/cohorts/${w.cohort}/homework/${NO_SUCH_ID}`, open: [], absent: ["instructor"] },
  "marking queue": { path: () => "/marking", open: ["instructor"] },
  "marking in a cohort": cohort("/marking", ["instructor"]),
  "an attempt, to mark": { path: (w) => `/teach/cohorts/${w.cohort}/attempts/${w.attempt}`, open: STAFF },
  "question bank": { path: () => `/teach/bank/${CHAPTER}`, open: ["instructor"] },
  presenter: { path: (w) => `/present/${w.cohort}/${w.lecture}`, open: ["instructor"] },
  projector: { path: (w) => `/projector/${w.cohort}/${w.lecture}`, open: ["instructor"] },
  "live slides": { path: (w) => `/learn/live/${w.lecture}`, open: LEARNERS },
  "live slides of another class": { path: (w) => `/learn/live/${w.otherLecture}`, open: [], absent: LEARNERS },
  defenses: { path: () => "/defend", open: ["examiner"] },
  "a defense room": { path: (w) => `/defend/${w.defenseSlot}`, open: ["examiner"] },
  "a defense room one does not sit in": { path: () => `/defend/${NO_SUCH_ID}`, open: [], absent: ["examiner"] },
  "locking in a room one does not sit in": { path: () => `/defend/${NO_SUCH_ID}/lock`, open: [], absent: ["examiner"] },
  "a verdict in a room one does not sit in": { path: () => `/defend/${NO_SUCH_ID}/verdict`, open: [], absent: ["examiner"] },
  "record of a defense": { path: (w) => `/defend/${w.signedSlot}/record`, open: [...STAFF, "examiner"], absent: ["learner", "learner2", "manager", "executive"] },
  "somebody else's condition": { path: (w) => `/defend/${w.defenseSlot}/condition`, open: [], absent: [...ROLES] },
  "a candidate's hours": { path: (w) => `/learn/defense/days/${w.draftDay}`, open: ["learner2"], absent: ["learner"] },
  "hours on a defense day one is not on": { path: (w) => `/learn/defense/days/${w.defenseDay}`, open: [], absent: LEARNERS },
  "somebody else's feedback": { path: (w) => `/learn/defense/${w.signedSlot}/feedback`, open: [], absent: LEARNERS },
  "own calibration": { path: () => "/defend/calibration", open: ["examiner"] },
  "an anchor defense": { path: () => "/defend/calibration/cold-store", open: ["examiner"] },
  "an anchor that is not there": { path: () => "/defend/calibration/no-such-anchor", open: [], absent: ["examiner"] },
  "how examiners rate": { path: () => "/raters?from=2020-01-01&cohort=x&chapter=x", open: ["instructor", "executive", "admin"] },
  "calibrated examiners": { path: () => "/raters/calibration", open: ["instructor", "executive", "admin"] },
  "progress of teams": leaders("/lead/progress"),
  "first screen": leaders("/lead"),
  "heat map": leaders("/lead/heat"),
  "what is overdue": leaders("/lead/overdue"),
  "people behind a figure": leaders("/lead/people?competency=build-trust"),
  "people behind no competency": { path: () => "/lead/people?competency=juggling", open: [], absent: LEADERS },
  "road of all cohorts": leaders("/lead/road"),
  comparison: leaders("/lead/compare"),
  "field effect": leaders("/lead/effect"),
  "a gap": { path: (w) => `/lead/gaps/${w.managersTeam}/build-trust`, open: LEADERS },
  "a gap of another team": { path: (w) => `/lead/gaps/${w.otherTeam}/build-trust`, open: ["executive", "admin"], absent: ["manager"] },
  "a gap of no team": { path: () => `/lead/gaps/${NO_SUCH_ID}/build-trust`, open: [], absent: LEADERS },
  "another team's first screen": { path: (w) => `/lead?team=${w.otherTeam}`, open: ["executive", "admin"], absent: ["manager"] },
  "another team's people": { path: (w) => `/lead/people?competency=build-trust&team=${w.otherTeam}`, open: ["executive", "admin"], absent: ["manager"] },
  "spaced review": { path: () => "/learn/review", open: LEARNERS },
  "own capability": everyone("/capability"),
  "self-rating": everyone("/capability/rate"),
  "somebody's capability": { path: (w) => `/capability/${w.learnerId}`, open: ["learner", "manager", "executive", ...STAFF], absent: ["learner2", "examiner"] },
  "a figure with its rows": { path: (w) => `/capability/${w.learnerId}/build-trust`, open: ["learner", "manager", "executive", ...STAFF], absent: ["learner2", "examiner"] },
  "a figure of nothing": { path: (w) => `/capability/${w.learnerId}/juggling`, open: [], absent: [...ROLES] },
  "field tracking": own("/field-tracking"),
  "plan of field tracking": own("/field-tracking/plan"),
  "own field book": everyone("/learn/field"),
  "somebody else's use of a tool": { path: (w) => `/learn/field/applications/${w.foreignUse}`, open: [], absent: LEARNERS },
  "card before a meeting": { path: (w) => `/learn/field/deals/${w.ownDeal}/card`, open: ["learner", "manager", "executive"], absent: ["learner2", "instructor", "examiner", "admin"] },
  "what waits in the field": { path: () => "/manage?page=1e300", open: ["manager"] },
  "a use of another team": { path: (w) => `/manage/applications/${w.foreignUse}`, open: [], absent: ["manager"] },
  "plan of somebody coached": { path: (w) => `/manage/plans/${w.learner}/${CHAPTER}`, open: ["manager"] },
  "plan of somebody not coached": { path: (w) => `/manage/plans/${w.stranger}/${CHAPTER}`, open: [], absent: ["manager"] },
  "sales meeting": { path: (w) => `/manage/meetings/${w.managersTeam}`, open: ["manager"] },
  "sales meeting of another team": { path: (w) => `/manage/meetings/${w.otherTeam}`, open: [], absent: ["manager"] },
  "sales meeting on the wall": { path: (w) => `/projector/meetings/${w.managersTeam}`, open: ["manager"] },
  "another team's meeting on the wall": { path: (w) => `/projector/meetings/${w.otherTeam}`, open: [], absent: ["manager"] },
  "coaching log": { path: () => "/manage/coaching?person=nobody", open: ["manager"] },
  "new coaching note": { path: () => "/manage/coaching/new?person=x", open: ["manager"] },
  people: admin("/admin/people"),
  person: { path: (w) => `/admin/people/${w.learnerId}`, open: ["admin"] },
  invite: admin("/admin/people/invite"),
  teams: admin("/admin/teams"),
  mail: admin("/admin/mail"),
  audit: admin("/admin/audit"),
};

test.describe("pages", () => {
  for (const [name, page] of Object.entries(PAGES)) {
    test(`${name}: opens for whom it is meant`, async ({ server }) => {
      const path = page.path(await worldOf(server));
      await Promise.all(
        ROLES.map(async (role) => {
          const expected = page.open.includes(role) ? 200 : page.absent?.includes(role) ? 404 : 403;
          const [document, data] = await Promise.all([ask(server, role, path), ask(server, role, path.replace(/(\?|$)/, ".data$1"))]);
          expect.soft(document.status, `${role} ${path}`).toBe(expected);
          expect.soft(data.status, `${role} ${path}, as data`).toBe(expected);
        }),
      );
      const nobody = await ask(server, "nobody", path);
      expect.soft(nobody.status, `nobody ${path}`).toBe(302);
      expect.soft(nobody.headers.get("location")).toBe(`/sign-in?next=${encodeURIComponent(path)}`);
      const data = await ask(server, "nobody", path.replace(/(\?|$)/, ".data$1"));
      expect.soft(data.status, "single fetch answers a redirect with 202").toBe(202);
      expect.soft(await data.text()).toContain("/sign-in?next=");
    });
  }

  test("the start leads everybody to their own place, and that place is there", async ({ server }) => {
    const homes: Record<Role, string> = { learner: "/learn", learner2: "/learn", instructor: "/teach", examiner: "/defend", manager: "/lead", executive: "/lead", admin: "/admin/people" };
    for (const role of ROLES) {
      expect.soft((await ask(server, role, "/")).headers.get("location"), role).toBe(homes[role]);
      const page = await ask(server, role, homes[role]);
      expect.soft(page.status, role).toBe(200);
      // Every place that the navigation offers is there, and opens.
      const places = new Set([...(await page.text()).matchAll(/<a[^>]* href="(\/[a-z/-]*)"/g)].map((match) => match[1]!));
      for (const place of places) expect.soft((await ask(server, role, place)).status, `${role} ${place}`).toBeLessThan(400);
    }
    expect((await ask(server, "nobody", "/")).headers.get("location")).toBe("/sign-in?next=%2F");
  });

  test("asking for one route's data alone does not go around its guard", async ({ server }) => {
    const w = await worldOf(server);
    const alone = (path: string, route: string) => ask(server, "learner", `${path}.data?_routes=${encodeURIComponent(route)}`);
    expect((await alone(`/learn/${w.learner2}/${CHAPTER}`, "routes/learn/road")).status).toBe(404);
    expect((await alone("/admin/people", "routes/admin/people")).status).toBe(403);
    expect((await alone(`/teach/cohorts/${w.cohort}`, "routes/teach/cohorts/grid")).status).toBe(403);
  });

  test("what does not exist looks the same as what is not theirs", async ({ server }) => {
    const w = await worldOf(server);
    const body = async (path: string) => {
      const response = await ask(server, "learner", path);
      // Ids, nonces and times differ by nature.
      return { status: response.status, text: (await response.text()).replaceAll(/[0-9a-f-]{36}|nonce="[^"]*"|"nonce-[^"]*"/g, "").length };
    };
    expect(await body(`/learn/${w.stranger}/${CHAPTER}`)).toEqual(await body(`/learn/${NO_SUCH_ID}/${CHAPTER}`));
    expect(await body(`/learn/attempt/${w.attempt}`)).toEqual(await body(`/learn/attempt/${NO_SUCH_ID}`));
  });

  test("addresses nobody made are not found, and nothing breaks", async ({ server }) => {
    const w = await worldOf(server);
    const odd = ["/nothing/here", "/learn/x/y", `/learn/${w.learner}/no-such-chapter`, `/learn/${w.learner}/${CHAPTER}/preview/no-such-section`, `/learn/${w.learner}/..%2f..%2fetc`, `/learn/${w.learner}/%00`, "/learn/search?q=%00", "/glossary?q=%00%ff", "/media/03-build-trust/..%2f..%2f..%2fpackage.json", "/media/..%2f..%2f/x.mp4", "/mdx/x.js", "/link/%00", `/link/${"a".repeat(3000)}`, "/%E0%A4%A", "/.env", "/.git/config", "/dev/gallery", "/build/server/index.js"];
    for (const path of odd) {
      const { status } = await ask(server, "learner", path);
      expect.soft(status, path).toBeLessThan(500);
      if (!path.includes("?q=")) expect.soft(status, path).toBeGreaterThanOrEqual(400);
    }
    for (const path of ["/admin/people?page=1e300", "/lead/progress?page=1e300", "/lead/progress?team=x", "/lead?at=2026-02-30", "/lead?at=x", "/lead/people?competency=close&page=1e300&standing=x", "/lead/compare?by=x&measure=ready:x", "/lead/road?chapter=%00", "/teach?page=1e300", `/teach/cohorts/${w.cohort}?page=1e300&q=%25`, `/teach/cohorts/${w.cohort}/learners?page=1e300`, "/admin/people?page=-1&role=king&q=%25", "/admin/people?q=%00", "/admin/audit?before=99999999999999999999&q=_", "/admin/audit?q=%00", "/admin/people/x"]) {
      expect.soft((await ask(server, "admin", path)).status, path).toBeLessThan(500);
    }
  });
});

test.describe("files", () => {
  test("the text of a section and its recordings go only to who may read the chapter", async ({ server }) => {
    const w = await worldOf(server);
    for (const path of [`/mdx/${w.codeHash}.js`, `/media/${CHAPTER}/two-customers.zh.vtt`]) {
      for (const role of ROLES) {
        const response = await ask(server, role, path);
        expect.soft(response.status, `${role} ${path}`).toBe([...LEARNERS, ...STAFF].includes(role) ? 200 : 404);
        if (response.ok) expect.soft(response.headers.get("cache-control"), path).toContain("private");
      }
      expect.soft((await ask(server, "nobody", path)).status).toBe(302);
    }
  });

  test("a sheet goes out as a spreadsheet only to who may open it", async ({ server }) => {
    const path = `/sheets/${(await worldOf(server)).sheet}/export.xlsx`;
    for (const role of ROLES) {
      const response = await ask(server, role, path);
      expect.soft(response.status, `${role} ${path}`).toBe(["learner", ...STAFF].includes(role) ? 200 : 404);
      if (response.ok) expect.soft(response.headers.get("cache-control")).toContain("no-store");
    }
    expect.soft((await ask(server, "nobody", path)).status).toBe(302);
    expect.soft((await ask(server, "learner", "/sheets/00000000-0000-4000-8000-000000000000/export.xlsx")).status).toBe(404);
  });

  test("a dashboard goes out as a file only to who may see it, and only of their teams", async ({ server }) => {
    const { otherTeam } = await worldOf(server);
    for (const file of ["first.csv", "heat.xlsx", "road.csv", "compare.xlsx", "effect.csv", "overdue.csv"]) {
      for (const role of ROLES) {
        const response = await ask(server, role, `/lead/export/${file}`);
        expect.soft(response.status, `${role} ${file}`).toBe(LEADERS.includes(role) ? 200 : 403);
        if (response.ok) expect.soft(response.headers.get("cache-control")).toContain("no-store");
      }
      expect.soft((await ask(server, "nobody", `/lead/export/${file}`)).status).toBe(302);
      expect.soft((await ask(server, "manager", `/lead/export/${file}?team=${otherTeam}`)).status).toBe(404);
    }
    for (const role of ROLES) expect.soft((await ask(server, role, "/raters/export/season.csv")).status, `${role} season`).toBe(["instructor", "executive", "admin"].includes(role) ? 200 : 403);
    expect.soft((await ask(server, "executive", "/raters/export/months.csv")).status).toBe(404);
    for (const file of ["first.pdf", "people.csv", "x"]) expect.soft((await ask(server, "executive", `/lead/export/${file}`)).status, file).toBe(404);
  });

  test("a class is told only to its learners and who sees its cohort", async ({ server }) => {
    const w = await worldOf(server);
    for (const role of ROLES) expect.soft((await ask(server, role, `/resources/lecture/${w.cohort}/${w.lecture}/code`)).status, `${role}, the check-in code`).toBe(role === "instructor" ? 200 : 403);
    for (const path of [`/calendar/lecture/${w.lecture}.ics`, `/events/lecture/${w.lecture}?once`]) {
      for (const role of ROLES) expect.soft((await ask(server, role, path)).status, `${role} ${path}`).toBe([...LEARNERS, ...STAFF].includes(role) ? 200 : 404);
      expect.soft((await ask(server, "nobody", path)).status).toBe(302);
    }
    for (const path of [`/calendar/lecture/${w.otherLecture}.ics`, `/events/lecture/${w.otherLecture}?once`, `/learn/checkin/${w.otherLecture}`]) expect.soft((await ask(server, "learner", path)).status, path).toBe(404);
  });
});

test.describe("acts", () => {
  interface Act {
    path: (world: World) => string;
    form?: Record<string, string>;
    json?: unknown;
    /** Who may not: what they are told. Others are left out, because their act would change something. */
    refused: Partial<Record<Role | "nobody", number | undefined>>;
  }
  const noLearner = { instructor: 403, examiner: 403, manager: 403, executive: 403, admin: 403, nobody: 302 };
  const noSeller = { instructor: 403, examiner: 403, executive: 403, admin: 403, nobody: 302 };
  const noAdmin = { learner: 403, learner2: 403, instructor: 403, examiner: 403, manager: 403, executive: 403, nobody: 302 };
  const noLeader = { learner: 403, learner2: 403, instructor: 403, examiner: 403, nobody: 302 };
  const noTeacher = { learner: 403, learner2: 403, examiner: 403, manager: 403, executive: 403, admin: 403, nobody: 302 };

  const noExaminer = { learner: 403, learner2: 403, instructor: 403, manager: 403, executive: 403, admin: 403, nobody: 302 };

  const ACTS: Record<string, Act> = {
    "finish a section": { path: (w) => `/learn/${w.learner}/${CHAPTER}/preview/${w.section}`, form: { intent: "finish" }, refused: { ...noLearner, learner2: 404 } },
    "answer a check-in": { path: (w) => `/resources/preview/${w.learner}/${CHAPTER}/answer`, form: { checkin: "why-trust-1", version: "x" }, refused: { ...noLearner, learner2: 404 } },
    "record reading": { path: (w) => `/resources/preview/${w.learner}/${CHAPTER}/record`, json: {}, refused: { ...noLearner, learner2: 404 } },
    "begin a quiz": { path: (w) => `/learn/${w.learner2}/${CHAPTER}/quiz`, form: { intent: "start" }, refused: { ...noLearner, learner: 404 } },
    "answer in a quiz": { path: (w) => `/learn/attempt/${w.attempt}`, form: { position: "1", go: "next" }, refused: { ...noLearner, learner: 404, learner2: 404 } },
    "hand in a quiz": { path: (w) => `/learn/attempt/${w.attempt}`, form: { intent: "hand-in" }, refused: { ...noLearner, learner: 404, learner2: 404 } },
    "hand in a quiz by script": { path: (w) => `/api/attempts/${w.attempt}/hand-in`, json: { because: "learner" }, refused: { learner: 404, learner2: 404, instructor: 404, admin: 404, nobody: 401 } },
    "plan a defense day": { path: (w) => `/teach/cohorts/${w.cohort}/defense/new`, form: { title: "x" }, refused: noTeacher },
    "cancel a defense day": { path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}`, form: { intent: "cancel", reason: "x" }, refused: noTeacher },
    "cancel a defense day of another cohort": { path: (w) => `/teach/cohorts/${w.otherCohort}/defense/${w.defenseDay}`, form: { intent: "cancel", reason: "x" }, refused: { ...noTeacher, instructor: 404 } },
    "change a defense day": { path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}/edit`, form: { title: "x" }, refused: noTeacher },
    "repair a defense day": { path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}/repair`, form: { digest: "0".repeat(24), reason: "x" }, refused: noTeacher },
    "move a candidate": { path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}/candidates/${w.candidate}`, form: { intent: "hours", free: "all" }, refused: noTeacher },
    "set an examiner's hours": { path: (w) => `/teach/cohorts/${w.cohort}/defense/${w.defenseDay}/examiners/${w.examinerId}`, form: { intent: "hours", free: "all" }, refused: noTeacher },
    "say when one can defend": { path: (w) => `/learn/defense/days/${w.draftDay}`, form: { intent: "hours", free: "all" }, refused: { learner: 404, instructor: 403, examiner: 403, manager: 403, executive: 403, admin: 403, nobody: 302 } },
    "say when one is free": { path: () => `/defend/days/${NO_SUCH_ID}`, form: { intent: "out", reason: "x" }, refused: { learner: 403, learner2: 403, instructor: 403, manager: 403, executive: 403, admin: 403, examiner: 404, nobody: 302 } },
    "plan a role-play": { path: (w) => `/teach/cohorts/${w.cohort}/role-play/new`, form: { title: "x" }, refused: noTeacher },
    "grade somebody else's review card": { path: (w) => `/api/review/${w.adminId}`, json: { ops: [{ opId: NO_SUCH_ID, at: "2026-01-01T00:00:00Z", cardId: NO_SUCH_ID, version: 1, rating: "good", answer: null }] }, refused: { learner: 404, instructor: 404, nobody: 401 } },
    "mark in a round": { path: () => `/api/role-play/${NO_SUCH_ID}/marks`, json: { ops: [{ opId: NO_SUCH_ID, kind: "hand-in", at: "2026-01-01T00:00:00Z" }] }, refused: { learner: 404, instructor: 404, nobody: 401 } },
    "record a round": { path: () => `/api/role-play/${NO_SUCH_ID}/recording`, json: { name: "x.webm" }, refused: { learner: 404, instructor: 404, nobody: 401 } },
    "send a chunk": { path: () => `/api/uploads/${NO_SUCH_ID}/chunks/0`, json: {}, refused: { learner: 422, instructor: 422, nobody: 401 } },
    "close an upload": { path: () => `/api/uploads/${NO_SUCH_ID}/finish`, json: { size: 1, checksum: "0".repeat(64) }, refused: { learner: 404, instructor: 404, nobody: 401 } },
    "check in to a class": { path: (w) => `/learn/checkin/${w.otherLecture}`, form: { code: "123456" }, refused: { ...noLearner, learner: 404, learner2: 404 } },
    "waive a step": { path: (w) => `/teach/cohorts/${w.cohort}/learners/${w.learner}/${CHAPTER}/quiz`, form: { intent: "waive", reason: "because" }, refused: noTeacher },
    "plan a class": { path: (w) => `/teach/cohorts/${w.cohort}/lectures/new`, form: { title: "课" }, refused: noTeacher },
    "run a class": { path: (w) => `/teach/cohorts/${w.cohort}/lectures/${w.lecture}`, form: { intent: "start" }, refused: noTeacher },
    "change a calendar": { path: (w) => `/teach/cohorts/${w.cohort}/calendar`, form: { intent: "save" }, refused: { ...noTeacher, admin: undefined } },
    "enrol learners": { path: (w) => `/teach/cohorts/${w.cohort}/learners`, form: { intent: "enrol", emails: "learner@roadbook.test" }, refused: { ...noTeacher, admin: undefined } },
    "dissolve a group": { path: (w) => `/teach/cohorts/${w.cohort}/groups`, form: { intent: "dissolve", group: "00000000-0000-4000-8000-000000000000" }, refused: { ...noTeacher, admin: undefined } },
    "hand in for a group": { path: (w) => `/learn/${w.learner}/${CHAPTER}/group-work`, form: { intent: "hand-in", sheet: "00000000-0000-4000-8000-000000000000" }, refused: { ...noLearner, learner: 404, learner2: 404 } },
    "accept a group's sheet": { path: (w) => `/teach/cohorts/${w.cohort}/group-sheets/${w.groupSheet}`, form: { intent: "accept", seen: "1" }, refused: noTeacher },
    "say something to all groups": { path: (w) => `/teach/cohorts/${w.cohort}/group-work/${CHAPTER}`, form: { intent: "hint", body: "x" }, refused: noTeacher },
    "close a cohort": { path: (w) => `/teach/cohorts/${w.cohort}/settings`, form: { intent: "close" }, refused: { ...noTeacher, admin: undefined } },
    "mark an answer": { path: (w) => `/teach/cohorts/${w.cohort}/marking`, form: { points: "1" }, refused: noTeacher },
    "mark an attempt": { path: (w) => `/teach/cohorts/${w.cohort}/attempts/${w.attempt}`, form: { intent: "mark", points: "1" }, refused: noTeacher },
    "show slides": { path: (w) => `/present/${w.cohort}/${w.lecture}`, form: { intent: "start" }, refused: noTeacher },
    "make a deal": { path: () => "/deals/new", form: { title: "x", accountName: "x", amount: "1", currency: "CNY", stage: "contact", since: "2026-01-01" }, refused: noSeller },
    "move a deal": { path: (w) => `/deals/${w.deal}`, form: { intent: "move", stage: "find", on: "2026-01-01" }, refused: { learner2: 404, manager: 404, executive: 404, instructor: 403, examiner: 403, admin: 403, nobody: 302 } },
    "put a sheet on a deal": { path: (w) => `/deals/${w.deal}/sheets`, form: { key: "pain-analysis" }, refused: { ...noSeller, learner2: 404, manager: 404 } },
    "take a sheet to a deal": { path: (w) => `/sheets/${w.sheet}/deal`, form: { deal: NO_SUCH_ID }, refused: { ...noSeller, learner2: 404, manager: 404 } },
    "take an import": { path: () => `/deals/import/${NO_SUCH_ID}`, form: { intent: "take" }, refused: { ...noSeller, learner: 404, manager: 404 } },
    "book a payment": { path: (w) => `/deals/receivables/${w.receivable}`, form: { intent: "entry", kind: "payment", amount: "1", on: "2026-01-01" }, refused: { ...noSeller, learner2: 404, manager: 404 } },
    "set the deadlines of deals": { path: () => "/deals/deadlines", form: { intent: "limits", contact: "1", find: "1", qualify: "1", clarify: "1", proposal: "1" }, refused: noAdmin },
    "make a token": { path: () => "/account/tokens", form: { intent: "create", name: "x", scopes: "deals:read", days: "1" }, refused: noSeller },
    "grant a role": { path: (w) => `/admin/people/${w.learnerId}`, form: { intent: "grant", role: "administrator" }, refused: noAdmin },
    "suspend a person": { path: (w) => `/admin/people/${w.adminId}`, form: { intent: "suspend" }, refused: noAdmin },
    "invite a person": { path: () => "/admin/people/invite", form: { name: "x", email: "x@hengneng.test" }, refused: noAdmin },
    "begin a defense": { path: (w) => `/defend/${w.defenseSlot}`, form: { intent: "begin" }, refused: { ...noExaminer } },
    "act in a room one does not sit in": { path: () => `/defend/${NO_SUCH_ID}`, form: { intent: "begin" }, refused: { ...noExaminer, examiner: 404 } },
    "lock in a room one does not sit in": { path: () => `/defend/${NO_SUCH_ID}/lock`, form: { intent: "lock" }, refused: { ...noExaminer, examiner: 404 } },
    "decide in a room one does not sit in": { path: () => `/defend/${NO_SUCH_ID}/verdict`, form: { intent: "decide", outcome: "pass" }, refused: { ...noExaminer, examiner: 404 } },
    "score in a room one does not sit in": { path: (w) => `/api/defense/${w.defenseSlot}/sheet`, json: { ops: [{ opId: NO_SUCH_ID, position: 1, baseRevision: 0, value: "1" }] }, refused: { learner: 404, learner2: 404, instructor: 404, manager: 404, executive: 404, admin: 404, nobody: 401 } },
    "settle somebody else's condition": { path: (w) => `/defend/${w.defenseSlot}/condition`, form: { outcome: "met", note: "x" }, refused: { learner: 404, learner2: 404, instructor: 404, examiner: 404, manager: 404, executive: 404, admin: 404, nobody: 302 } },
    "score an anchor": { path: () => "/defend/calibration/water-works", form: { hash: "0".repeat(64), intent: "score" }, refused: { nobody: 302, learner: 403, learner2: 403, instructor: 403, manager: 403, executive: 403, admin: 403 } },
    "score an anchor that is not there": { path: () => "/defend/calibration/no-such-anchor", form: { hash: "0".repeat(64), intent: "score" }, refused: { examiner: 404 } },
    "decide about a gap": { path: (w) => `/lead/gaps/${w.managersTeam}/build-trust`, form: { intent: "done" }, refused: noLeader },
    "decide about another team's gap": { path: (w) => `/lead/gaps/${w.otherTeam}/build-trust`, form: { intent: "done" }, refused: { ...noLeader, manager: 404 } },
    "keep a filter": { path: () => "/lead/filters", form: { intent: "save", name: "x", page: "heat" }, refused: noLeader },
    "forget a filter that is not one's own": { path: () => "/lead/filters", form: { intent: "delete", id: NO_SUCH_ID }, refused: { ...noLeader, manager: 404, executive: 404, admin: 404 } },
    "log a use of a tool": { path: (w) => `/learn/${w.learner}/${CHAPTER}/field-tracking`, form: { intent: "log", dealId: NO_SUCH_ID, sheetKey: "buying-role-map", note: "x", usedOn: "2026-01-01" }, refused: { ...noLearner, learner2: 404 } },
    "sign somebody's plan": { path: (w) => `/learn/${w.learner}/${CHAPTER}/field-tracking/plan`, form: { intent: "sign", day: "30", seen: "0", agreed: "x", done: "x" }, refused: { ...noLearner, learner2: 404 } },
    "settle a commitment that is not there": { path: () => "/learn/field", form: { commitment: NO_SUCH_ID, seen: "1", act: "done" }, refused: { nobody: 302, learner: 404, learner2: 404, instructor: 404, examiner: 404, manager: 404, executive: 404, admin: 404 } },
    "confirm a use of another team": { path: () => "/manage", form: { intent: "confirm", application: NO_SUCH_ID, seen: "1", level: "3" }, refused: { ...noLeader, manager: 404, executive: 403, admin: 403 } },
    "begin another team's meeting": { path: (w) => `/manage/meetings/${w.otherTeam}`, form: { intent: "begin" }, refused: { ...noLeader, manager: 404, executive: 403, admin: 403 } },
    "write a coaching note": { path: () => "/manage/coaching/new", form: { opId: NO_SUCH_ID, person: NO_SUCH_ID }, refused: { ...noLeader, executive: 403, admin: 403 } },
    "take back a coaching note that is not there": { path: () => "/manage/coaching", form: { intent: "withdraw", note: NO_SUCH_ID, reason: "xx" }, refused: { ...noLeader, manager: 404, executive: 403, admin: 403 } },
    "add a team": { path: () => "/admin/teams", form: { intent: "add", nameZh: "x", nameEn: "x" }, refused: noAdmin },
  };

  for (const [name, act] of Object.entries(ACTS)) {
    test(`${name}: refused to everybody else, by page and by data`, async ({ server }) => {
      const path = act.path(await worldOf(server));
      const payload = act.form ? { form: act.form } : { json: act.json };
      const before = await fingerprint(server);
      for (const [who, expected] of Object.entries(act.refused) as [Role | "nobody", number | undefined][]) {
        if (expected === undefined) continue;
        expect.soft((await ask(server, who, path, payload)).status, `${who} ${path}`).toBe(expected);
        if (path.startsWith("/api") || path.startsWith("/resources")) continue;
        expect.soft((await ask(server, who, `${path}.data`, payload)).status, `${who} ${path}, as data`).toBe(expected === 302 ? 202 : expected);
      }
      expect(await fingerprint(server)).toEqual(before);
    });
  }

  /** Whatever a refused act could have changed. */
  async function fingerprint({ sql }: { sql: Parameters<typeof worldOf>[0]["sql"] }): Promise<unknown> {
    const [row] = await sql`select (select count(*) from progress_event) as events, (select count(*) from quiz_attempt) as attempts, (select count(*) from role_grant where revoked_at is null) as grants,
      (select count(*) from person where state = 'active') as people, (select count(*) from team) as teams, (select count(*) from lecture_session where state = 'running') as classes, (select count(*) from attendance) as attendance,
      (select count(*) from deal) as deals, (select count(*) from deal_stage_change) as moves, (select count(*) from deal_sheet) as "deal sheets", (select count(*) from receivable_entry) as bookings, (select count(*) from api_token) as tokens`;
    return row;
  }
});
