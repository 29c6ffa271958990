/** Groups of a cohort: dated membership, one group at a time, what a plan shows is what happens, foreign ids. */
import { describe, expect, it } from "vitest";
import { copyGroups, createGroup, dissolveGroup, endEnrolment, formCohortGroups, groupOf, groupsPage, membersOf, moveLearner, planForming, planMove, renameGroup, standingGroups } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import { grantRole } from "~/people/index.server";
import { BEGIN, makeCohort, type TestCohort } from "../factories/cohorts";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const later = (days: number): Date => new Date(BEGIN.getTime() + days * 86_400_000);
const WISH = { size: 4, rules: ["apart-from-reports", "managers-apart", "mix-teams", "mix-levels"] as const, seed: "first draw" };
const nameOf = (number: number): string => `第 ${number} 组`;

function run<T>(work: Parameters<typeof inTransaction<T>>[2]): Promise<T> {
  return inTransaction(t.db, "test", work);
}

async function form(cohort: TestCohort, seed = WISH.seed, now = BEGIN) {
  const key = { cohortId: cohort.id, purpose: "class" } as const;
  const wish = { ...WISH, seed };
  const plan = await planForming(t.db, key, wish);
  if (!plan.ok) throw new Error(plan.error.code);
  const done = await run((trx) => formCohortGroups(trx, cohort.instructor.id, { ...key, wish, seen: plan.value.seen, nameOf, now }));
  return { plan: plan.value, done };
}

async function groupsOf(cohort: TestCohort, purpose: "class" | "study" = "class") {
  const groups = await standingGroups(t.db, { cohortId: cohort.id, purpose });
  const members = await membersOf(t.db, groups.map((group) => group.id));
  return groups.map((group) => ({ ...group, members: (members.get(group.id) ?? []).map((member) => member.enrolmentId) }));
}

describe("forming at random", () => {
  it("does what the plan showed, and the draw can be repeated from the audit log", async () => {
    const cohort = await makeCohort(t.db, { learners: 17 });
    const { plan, done } = await form(cohort);
    expect(done).toEqual({ ok: true, value: { groups: 4 } });
    const groups = await groupsOf(cohort);
    expect(groups.map((group) => group.name)).toEqual(["第 1 组", "第 2 组", "第 3 组", "第 4 组"]);
    expect(groups.map((group) => [...group.members].sort())).toEqual(plan.groups.map((group) => group.map((member) => member.id).sort()));
    const entry = await t.db.selectFrom("audit_event").select("details").where("action", "=", "form-groups").where("subject_id", "=", cohort.id).executeTakeFirstOrThrow();
    expect(entry.details).toMatchObject({ seed: WISH.seed, size: 4, groups: plan.groups.map((group) => group.map((member) => member.id)) });
  });

  it("places only who is in no group, behind the groups that stand", async () => {
    const cohort = await makeCohort(t.db, { learners: 8 });
    await form(cohort);
    const before = await groupsOf(cohort);
    await cohort.enrol(4);
    await form(cohort, "second draw", later(1));
    const after = await groupsOf(cohort);
    expect(after.slice(0, 2)).toEqual(before);
    expect(after).toHaveLength(3);
    expect(after[2]!.name).toBe("第 3 组");
  });

  it("refuses a plan that is no longer true", async () => {
    const cohort = await makeCohort(t.db, { learners: 8 });
    const key = { cohortId: cohort.id, purpose: "class" } as const;
    const plan = await planForming(t.db, key, WISH);
    await cohort.enrol(1);
    const done = await run((trx) => formCohortGroups(trx, cohort.instructor.id, { ...key, wish: WISH, seen: plan.ok ? plan.value.seen : "", nameOf, now: BEGIN }));
    expect(done).toEqual({ ok: false, error: { code: "changed" } });
    expect(await groupsOf(cohort)).toEqual([]);
  });

  it("keeps a manager from the people of the teams below, and says where it could not", async () => {
    const cohort = await makeCohort(t.db);
    const team = await cohort.people.team();
    const [boss, ...reports] = await cohort.enrol(5, { teamId: team });
    await cohort.enrol(3, { teamId: await cohort.people.team() });
    await run((trx) => grantRole(trx, { id: cohort.instructor.id }, { personId: boss!.personId, role: "manager", scope: { kind: "team", teamId: team }, now: BEGIN }));
    const { plan } = await form(cohort);
    expect(plan.groups.map((group) => group.length)).toEqual([4, 4]);
    // Four reports fill the other group; the manager works with the three of the second team.
    const own = plan.groups.find((group) => group.some((member) => member.id === boss!.enrolmentId))!;
    expect(own.some((member) => reports.some((report) => report.enrolmentId === member.id))).toBe(false);
    expect(plan.unmet.map((unmet) => unmet.rule)).toEqual(["mix-teams"]);
    expect(plan.unmet[0]!.why).toBe("other-wishes");
  });
});

describe("by hand", () => {
  it("makes groups of three to six learners of the cohort who are in none", async () => {
    const cohort = await makeCohort(t.db, { learners: 10 });
    const other = await makeCohort(t.db, { learners: 3 });
    const ids = cohort.learners.map((learner) => learner.enrolmentId);
    const make = (name: string, enrolmentIds: string[]) => run((trx) => createGroup(trx, cohort.instructor.id, { cohortId: cohort.id, purpose: "class", name, enrolmentIds, now: BEGIN }));
    expect(await make("甲", ids.slice(0, 2))).toEqual({ ok: false, error: { code: "too-small" } });
    expect(await make("甲", ids.slice(0, 7))).toEqual({ ok: false, error: { code: "too-large" } });
    expect(await make("甲", [...ids.slice(0, 2), other.learners[0]!.enrolmentId])).toEqual({ ok: false, error: { code: "unknown-learner" } });
    expect((await make("甲", ids.slice(0, 3))).ok).toBe(true);
    expect(await make(" 甲 ", ids.slice(3, 6))).toEqual({ ok: false, error: { code: "name-taken" } });
    expect(await make("乙", ids.slice(2, 6))).toEqual({ ok: false, error: { code: "in-a-group", enrolmentId: ids[2] } });
  });

  it("moves a learner; who was where when stays known", async () => {
    const cohort = await makeCohort(t.db, { learners: 8 });
    await form(cohort);
    const [first, second] = await groupsOf(cohort);
    const mover = first!.members[0]!;
    const move = { cohortId: cohort.id, purpose: "class", enrolmentId: mover, from: first!.id, to: second!.id } as const;
    const plan = await planMove(t.db, move);
    expect(plan).toMatchObject({ ok: true, value: { from: { before: 4, after: 3, sizeProblem: null }, to: { before: 4, after: 5, sizeProblem: null } } });
    expect(await run((trx) => moveLearner(trx, cohort.instructor.id, { ...move, now: later(3) }))).toEqual({ ok: true, value: undefined });
    expect((await groupOf(t.db, { enrolmentId: mover, purpose: "class" }))?.id).toBe(second!.id);
    expect((await groupOf(t.db, { enrolmentId: mover, purpose: "class", at: later(2) }))?.id).toBe(first!.id);
    expect((await membersOf(t.db, [first!.id], later(2))).get(first!.id)?.map((member) => member.enrolmentId)).toContain(mover);
    expect((await membersOf(t.db, [first!.id])).get(first!.id)).toHaveLength(3);
    // Who looked at the page before the move is told.
    expect(await run((trx) => moveLearner(trx, cohort.instructor.id, { ...move, now: later(4) }))).toEqual({ ok: false, error: { code: "moved-meanwhile" } });
  });

  it("lets nobody be in two groups, even when two people place the learner at once", async () => {
    const cohort = await makeCohort(t.db, { learners: 9 });
    await form(cohort);
    const [first, second] = await groupsOf(cohort);
    const mover = first!.members[0]!;
    const key = { cohortId: cohort.id, purpose: "class", enrolmentId: mover, from: first!.id, now: later(1) } as const;
    const results = await Promise.all([run((trx) => moveLearner(trx, cohort.instructor.id, { ...key, to: second!.id })), run((trx) => moveLearner(trx, cohort.instructor.id, { ...key, to: null }))]);
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(results.find((result) => !result.ok)).toEqual({ ok: false, error: { code: "moved-meanwhile" } });
  });

  it("refuses a seventh member, a dissolved group and groups of others", async () => {
    const cohort = await makeCohort(t.db, { learners: 10 });
    const other = await makeCohort(t.db, { learners: 3 });
    await form(other);
    const ids = cohort.learners.map((learner) => learner.enrolmentId);
    const made = await run((trx) => createGroup(trx, cohort.instructor.id, { cohortId: cohort.id, purpose: "class", name: "甲", enrolmentIds: ids.slice(0, 6), now: BEGIN }));
    const groupId = made.ok ? made.value.groupId : "";
    const put = (to: string) => run((trx) => moveLearner(trx, cohort.instructor.id, { cohortId: cohort.id, purpose: "class", enrolmentId: ids[6]!, from: null, to, now: BEGIN }));
    expect(await put(groupId)).toEqual({ ok: false, error: { code: "full" } });
    expect(await put((await groupsOf(other))[0]!.id)).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await run((trx) => dissolveGroup(trx, other.instructor.id, { cohortId: other.id, groupId, now: BEGIN }))).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await run((trx) => dissolveGroup(trx, cohort.instructor.id, { cohortId: cohort.id, groupId, now: later(1) }))).toEqual({ ok: true, value: undefined });
    expect(await put(groupId)).toEqual({ ok: false, error: { code: "not-found" } });
    expect((await membersOf(t.db, [groupId], BEGIN)).get(groupId)).toHaveLength(6);
  });

  it("renames, and takes no name that stands", async () => {
    const cohort = await makeCohort(t.db, { learners: 8 });
    await form(cohort);
    const [first, second] = await groupsOf(cohort);
    const rename = (name: string) => run((trx) => renameGroup(trx, cohort.instructor.id, { cohortId: cohort.id, groupId: first!.id, name }));
    expect(await rename(second!.name)).toEqual({ ok: false, error: { code: "name-taken" } });
    expect((await rename("申科组")).ok).toBe(true);
    expect((await groupsOf(cohort))[0]!.name).toBe("申科组");
  });
});

describe("around", () => {
  it("study groups can begin as the class groups and then go their own way", async () => {
    const cohort = await makeCohort(t.db, { learners: 8 });
    const copy = () => run((trx) => copyGroups(trx, cohort.instructor.id, { cohortId: cohort.id, from: "class", to: "study", now: BEGIN }));
    expect(await copy()).toEqual({ ok: false, error: { code: "nothing-to-copy" } });
    await form(cohort);
    expect(await copy()).toEqual({ ok: true, value: { groups: 2 } });
    expect(await copy()).toEqual({ ok: false, error: { code: "already-there" } });
    const study = await groupsOf(cohort, "study");
    expect(study.map((group) => group.members)).toEqual((await groupsOf(cohort)).map((group) => group.members));
    await run((trx) => moveLearner(trx, cohort.instructor.id, { cohortId: cohort.id, purpose: "study", enrolmentId: study[0]!.members[0]!, from: study[0]!.id, to: study[1]!.id, now: later(1) }));
    expect((await groupsOf(cohort)).map((group) => group.members.length)).toEqual([4, 4]);
    expect((await groupsOf(cohort, "study")).map((group) => group.members.length)).toEqual([3, 5]);
  });

  it("who leaves the cohort leaves the groups; the page shows what is too small", async () => {
    const cohort = await makeCohort(t.db, { learners: 3 });
    await form(cohort);
    const [learner] = cohort.learners;
    await run((trx) => endEnrolment(trx, cohort.instructor.id, { enrolmentId: learner!.enrolmentId, cohortId: cohort.id, reason: "调岗", now: later(2) }));
    const page = await groupsPage(t.db, { cohortId: cohort.id, purpose: "class" });
    expect(page.groups).toHaveLength(1);
    expect(page.groups[0]).toMatchObject({ sizeProblem: "too-small" });
    expect(page.groups[0]!.members).toHaveLength(2);
    expect((await groupOf(t.db, { enrolmentId: learner!.enrolmentId, purpose: "class", at: later(1) }))?.id).toBe(page.groups[0]!.id);
    // Coming back, they are placed anew.
    await run(async (trx) => trx.updateTable("enrolment").set({ left_at: null, left_reason: null }).where("id", "=", learner!.enrolmentId).execute());
    expect((await groupsPage(t.db, { cohortId: cohort.id, purpose: "class" })).unplaced.map((one) => one.id)).toEqual([learner!.enrolmentId]);
  });
});
