// Homework: drafts, handing in, returning and accepting, what the pipeline hears, whose it is.
import { randomUUID } from "node:crypto";
import { describe, expect, test } from "vitest";
import { inTransaction } from "~/db/index.server";
import { attachFile, beginFile, carrySheet, handIn, homeworkOfLearner, logRehearsal, mayReadUpload, rehearsalsPage, removeFile, removeRehearsal, saveForm, saveTexts, storeFile, submissionPage, workPage } from "~/steps/homework/index.server";
import { createGroup, ownEnrolment } from "~/cohorts/index.server";
import { publishSheets, readSheet, createSheet } from "~/sheets/index.server";
import { actorOf } from "../factories/cohorts";
import { homeworkWorld, hours, levels, PARTS, T0, type HomeworkWorld } from "../factories/homework";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const ALONE = { gate: { peerReviews: 0 } };
const run = <T>(work: Parameters<typeof inTransaction<T>>[2]) => inTransaction(t.db, "test", work);
const one = async (options: Parameters<typeof homeworkWorld>[1] = {}) => {
  const world = await homeworkWorld(t.db, { learners: 1, ...ALONE, ...options });
  return { world, learner: world.cohort.learners[0]! };
};
const op = (value: string | null, baseRevision: number, position = 1) => ({ opId: randomUUID(), position, baseRevision, value });
const save = (world: HomeworkWorld, who: { id: string }, key: { enrolmentId: string; chapterSlug: string }, ops: ReturnType<typeof op>[]) => run((trx) => saveTexts(trx, who, { ...key, ops, now: T0 }));

describe("a draft", () => {
  test("begins the step with its first word, keeps its task, and is saved by compare-and-swap with receipts", async () => {
    const { world, learner } = await one();
    const key = world.of(learner);
    expect(await world.state(learner)).toBe("available");
    const first = op("一", 0);
    expect(await save(world, world.actor(learner), key, [first])).toMatchObject({ ok: true, value: { receipts: [{ opId: first.opId, outcome: "accepted", revision: 1 }] } });
    expect(await world.state(learner)).toBe("in-progress");
    // The same again is the same; another device that did not see it is told; both in one batch follow one another.
    expect(await save(world, world.actor(learner), key, [first])).toMatchObject({ value: { receipts: [{ outcome: "accepted", revision: 1 }] } });
    expect(await save(world, world.actor(learner), key, [op("二", 0)])).toMatchObject({ value: { receipts: [{ outcome: "conflict", revision: 1, server: { value: "一" } }] } });
    expect(await save(world, world.actor(learner), key, [op("一一", 1), op("一一一", 2)])).toMatchObject({ value: { receipts: [{ revision: 2 }, { revision: 3 }] } });
    expect(await save(world, world.actor(learner), key, [op("x", 0, 3)])).toMatchObject({ error: { code: "not-a-text", positions: [3] } });
    const ledger = await t.db.selectFrom("homework_text_op as o").innerJoin("homework as h", "h.id", "o.homework_id").select(["o.value", "o.outcome"]).where("h.enrolment_id", "=", learner.enrolmentId).orderBy("o.value").execute();
    expect(ledger).toEqual(expect.arrayContaining([{ value: "二", outcome: "conflict" }]));
    expect(ledger).toHaveLength(4);
  });

  test("belongs to one person: others' does not exist, neither for reading nor for writing", async () => {
    const { world, learner } = await one();
    const stranger = await homeworkWorld(t.db, { learners: 1 });
    const [other] = stranger.cohort.learners;
    expect(await save(world, stranger.actor(other!), world.of(learner), [op("x", 0)])).toMatchObject({ error: { code: "not-found" } });
    expect(await run((trx) => handIn(trx, stranger.actor(other!), { ...world.of(learner), now: T0 }))).toMatchObject({ error: { code: "not-found" } });
    expect(await save(world, world.actor(learner), { ...world.of(learner), chapterSlug: stranger.chapterSlug }, [op("x", 0)])).toMatchObject({ error: { code: "not-found" } });
    expect(await run((trx) => beginFile(trx, stranger.actor(other!), { ...world.of(learner), part: "file", name: "a.pdf", declaredBytes: 10, now: T0 }))).toMatchObject({ error: { code: "not-found" } });
  });

  test("from a plain form is saved the same way, and says what another device wrote meanwhile", async () => {
    const { world, learner } = await one();
    const form = (entries: Record<string, string>) => Object.entries(entries).reduce((data, [name, value]) => (data.set(name, value), data), new FormData());
    const post = (entries: Record<string, string>) => run((trx) => saveForm(trx, world.actor(learner), { ...world.of(learner), form: form(entries), now: T0 }));
    expect(await post({ "text.1": "计划", "base.1": "0", "text.2": "", "base.2": "0", nonce: "n" })).toEqual({ ok: true, value: undefined });
    expect(await post({ "text.1": "计划", "base.1": "0", nonce: "n" })).toMatchObject({ ok: true });
    await world.write(learner, "手机上写的");
    expect(await post({ "text.1": "电脑上写的", "base.1": "1", nonce: "m" })).toEqual({ ok: false, error: { code: "conflict", conflicts: [{ position: 1, mine: "电脑上写的", theirs: "手机上写的", revision: 2 }] } });
    expect(await post({ "text.1": "", "base.1": "1", nonce: "m" })).toMatchObject({ ok: true });
    expect(await post({ "text.1": "电脑上写的", "base.1": "2", nonce: "k" })).toMatchObject({ ok: true });
  });
});

describe("handing in", () => {
  test("asks for what is required, takes a version that never changes, and waits for the instructor", async () => {
    const { world, learner } = await one();
    expect(await run((trx) => handIn(trx, world.actor(learner), { ...world.of(learner), now: T0 }))).toMatchObject({ error: { code: "missing", parts: ["plan"] } });
    expect(await world.handIn(learner, T0, "长".repeat(101))).toMatchObject({ error: { code: "too-long", parts: ["plan"] } });
    const submissionId = await world.submitted(learner, hours(1));
    expect(await world.state(learner)).toBe("awaiting-review");
    expect(await world.item(submissionId)).toEqual({ state: "waiting", ready_at: hours(1), due_at: hours(1 + 72) });
    expect(await world.handIn(learner, hours(2))).toMatchObject({ error: { code: "not-open" } });
    expect(await save(world, world.actor(learner), world.of(learner), [op("改", 2)])).toMatchObject({ value: { receipts: [{ outcome: "late" }] } });
    await expect(t.db.updateTable("homework_submission").set({ late: true }).where("id", "=", submissionId).execute()).rejects.toThrow("append-only");
  });

  test("is late after the date, or not taken where the cohort takes nothing late; returned work is taken whenever it comes", async () => {
    const late = await one({ dueAt: hours(1) });
    expect(await late.world.handIn(late.learner, hours(2))).toMatchObject({ ok: true, value: { late: true } });
    const closed = await one({ dueAt: hours(1), gate: { peerReviews: 0, acceptLate: false } });
    expect(await closed.world.handIn(closed.learner, hours(2))).toMatchObject({ ok: false, error: { code: "closed", dueAt: hours(1) } });
    const back = await one({ dueAt: hours(3), gate: { peerReviews: 0, acceptLate: false } });
    const first = await back.world.submitted(back.learner, hours(2));
    await back.world.mark(first, "returned", hours(4));
    expect(await back.world.handIn(back.learner, hours(50))).toMatchObject({ ok: true, value: { late: false } });
  });

  test("is refused while the step is not open", async () => {
    const { world, learner } = await one();
    await t.db.updateTable("cohort_step").set({ opens_at: hours(100) }).where("cohort_id", "=", world.cohort.id).execute();
    expect(await save(world, world.actor(learner), world.of(learner), [op("早", 0)])).toMatchObject({ error: { code: "step-closed" } });
    expect(await t.db.selectFrom("homework").select("id").where("enrolment_id", "=", learner.enrolmentId).execute()).toEqual([]);
  });
});

describe("the instructor's word", () => {
  test("returns with a remark, takes the next version, accepts it; the pipeline moves by that alone", async () => {
    const { world, learner } = await one();
    const first = await world.submitted(learner);
    expect(await world.mark(first, "returned", hours(1), { remark: " " })).toMatchObject({ error: { code: "no-remark" } });
    expect(await world.mark(first, "returned", hours(1), { criteria: { a: 3 } })).toEqual({ ok: true, value: undefined });
    expect(await world.state(learner)).toBe("in-progress");
    expect(await world.item(first)).toMatchObject({ state: "done" });
    expect(await world.mark(first, "returned", hours(1))).toMatchObject({ error: { code: "returned-already" } });
    const second = await world.submitted(learner, hours(2), "12 月 3 日见发起者");
    expect(await world.mark(first, "accepted", hours(3))).toMatchObject({ error: { code: "superseded" } });
    expect(await world.mark(second, "accepted", hours(3), { criteria: { a: 3 } })).toMatchObject({ error: { code: "criterion-missing" } });
    expect(await world.mark(second, "accepted", hours(3), { criteria: { ...levels(2), a: 7 } })).toMatchObject({ error: { code: "not-a-level" } });
    expect(await world.mark(second, "accepted", hours(3))).toMatchObject({ ok: true });
    expect([await world.state(learner), await world.cohort.state(learner, "defense", world.chapterSlug)]).toEqual(["passed", "available"]);
    const evidence = await t.db.selectFrom("progress").select(["evidence_kind", "evidence_id"]).where("enrolment_id", "=", learner.enrolmentId).where("step", "=", "homework").executeTakeFirstOrThrow();
    expect(evidence).toEqual({ evidence_kind: "homework-submission", evidence_id: second });
    const page = await homeworkOfLearner(t.db, { cohortId: world.cohort.id, ...world.of(learner), locale: "zh" });
    expect(page?.versions.map(({ number, mark }) => [number, mark?.verdict, mark?.points])).toEqual([[2, "accepted", 8], [1, "returned", null]]);
  });

  test("can be corrected both ways, and what follows moves with it; every word stays on record", async () => {
    const { world, learner } = await one();
    const submission = await world.submitted(learner);
    await world.mark(submission, "accepted", hours(1));
    expect(await world.cohort.state(learner, "defense", world.chapterSlug)).toBe("available");
    expect(await world.mark(submission, "returned", hours(2))).toMatchObject({ ok: true });
    expect([await world.state(learner), await world.cohort.state(learner, "defense", world.chapterSlug)]).toEqual(["in-progress", "locked"]);
    expect(await world.mark(submission, "accepted", hours(3), { criteria: levels(3) })).toMatchObject({ ok: true });
    expect([await world.state(learner), await world.cohort.state(learner, "defense", world.chapterSlug)]).toEqual(["passed", "available"]);
    const marks = await t.db.selectFrom("homework_mark").select("verdict").where("submission_id", "=", submission).orderBy("id").execute();
    expect(marks.map(({ verdict }) => verdict)).toEqual(["accepted", "returned", "accepted"]);
    await expect(t.db.deleteFrom("homework_mark").where("submission_id", "=", submission).execute()).rejects.toThrow("append-only");
  });

  test("is given by one of two: the second is told who was faster, or who has it in hand", async () => {
    const { world, learner } = await one();
    const colleague = await world.cohort.people.actor("instructor", { kind: "cohort", cohortId: world.cohort.id });
    const submission = await world.submitted(learner);
    await world.mark(submission, "accepted", hours(1), { seenMarkId: null });
    expect(await world.mark(submission, "returned", hours(1), { seenMarkId: null }, colleague)).toMatchObject({ error: { code: "marked-meanwhile", by: world.cohort.instructor.name } });
    const next = await one();
    const waiting = await next.world.submitted(next.learner);
    await t.db.updateTable("marking_item").set({ claimed_by: colleague.id, claimed_until: hours(2) }).where("subject_id", "=", waiting).execute();
    expect(await next.world.mark(waiting, "accepted", hours(1))).toMatchObject({ error: { code: "claimed", by: colleague.name, until: hours(2) } });
    expect(await next.world.mark(waiting, "accepted", hours(2))).toMatchObject({ ok: true });
  });

  test("is nobody's in another cohort", async () => {
    const { world, learner } = await one();
    const elsewhere = await homeworkWorld(t.db, ALONE);
    const submission = await world.submitted(learner);
    expect(await world.mark(submission, "accepted", hours(1), { cohortId: elsewhere.cohort.id })).toMatchObject({ error: { code: "not-found" } });
    expect(await submissionPage(t.db, { cohortId: elsewhere.cohort.id, submissionId: submission, locale: "zh", now: T0 })).toBeUndefined();
    expect(await homeworkOfLearner(t.db, { cohortId: elsewhere.cohort.id, ...world.of(learner), locale: "zh" })).toBeNull();
  });
});

describe("files", () => {
  const PDF = new TextEncoder().encode("%PDF-1.4\n1 0 obj\n<< /Type /Catalog >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n");
  const store = (world: HomeworkWorld, who: { id: string }, key: { enrolmentId: string; chapterSlug: string }, name: string, bytes = PDF, part = "file") => run((trx) => storeFile(trx, who, { ...key, part, name, bytes, now: T0 }));

  test("are checked by content and counted; a handed-in version keeps what is taken away later", async () => {
    const { world, learner } = await one();
    const [who, key] = [world.actor(learner), world.of(learner)];
    expect(await store(world, who, key, "拜访.pdf")).toEqual({ ok: true, value: undefined });
    expect(await store(world, who, key, "程序.pdf", new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0, 4, 0]))).toMatchObject({ error: { code: "not-taken" } });
    expect(await store(world, who, key, "b.pdf", PDF, "plan")).toMatchObject({ error: { code: "no-such-part" } });
    expect(await store(world, who, key, "b.pdf")).toMatchObject({ ok: true });
    expect(await store(world, who, key, "c.pdf")).toMatchObject({ error: { code: "enough", most: 2 } });
    const files = () => t.db.selectFrom("homework_file as f").innerJoin("homework as h", "h.id", "f.homework_id").innerJoin("upload as u", "u.id", "f.upload_id").select(["f.id", "f.upload_id", "u.state", "u.name", "f.removed_at"]).where("h.enrolment_id", "=", learner.enrolmentId).orderBy("f.id").execute();
    const [kept, second] = await files();
    expect(await run((trx) => removeFile(trx, who, { ...key, fileId: second!.id, now: T0 }))).toMatchObject({ ok: true });
    const submission = await world.submitted(learner);
    await world.mark(submission, "returned", hours(1));
    expect(await run((trx) => removeFile(trx, who, { ...key, fileId: kept!.id, now: hours(2) }))).toMatchObject({ ok: true });
    expect((await files()).map(({ name, state }) => [name, state])).toEqual([["拜访.pdf", "complete"], ["b.pdf", "deleted"]]);
    expect((await submissionPage(t.db, { cohortId: world.cohort.id, submissionId: submission, locale: "zh", now: T0 }))?.parts.find(({ id }) => id === "file")?.files).toMatchObject([{ name: "拜访.pdf", gone: false }]);
    expect(await run((trx) => removeFile(trx, who, { ...key, fileId: kept!.id, now: hours(2) }))).toMatchObject({ error: { code: "not-found" } });
  });

  test("are read by their owner, by who teaches the cohort once they are handed in, and by reviewers; by nobody else", async () => {
    const world = await homeworkWorld(t.db, { learners: 3, gate: { peerReviews: 1 } });
    const [author, reviewer, third] = world.cohort.learners as [typeof world.cohort.learners[0] & object, typeof world.cohort.learners[0] & object, typeof world.cohort.learners[0] & object];
    await store(world, world.actor(author), world.of(author), "a.pdf");
    const { upload_id: id } = await t.db.selectFrom("homework_file as f").innerJoin("homework as h", "h.id", "f.homework_id").select("f.upload_id").where("h.enrolment_id", "=", author.enrolmentId).executeTakeFirstOrThrow();
    await t.db.updateTable("person").set({ state: "active", password_hash: "x" }).where("id", "in", [author.personId, reviewer.personId, third.personId]).execute();
    const outsider = await world.cohort.people.actor("instructor", { kind: "cohort", cohortId: (await homeworkWorld(t.db)).cohort.id });
    const may = async () => Promise.all([actorOf(t.db, author.personId), world.cohort.instructor, actorOf(t.db, reviewer.personId), actorOf(t.db, third.personId), outsider].map(async (actor) => mayReadUpload(t.db, await actor, { id, ownerId: author.personId })));
    expect(await may()).toEqual([true, false, false, false, false]);
    await world.submitted(author);
    expect(await may()).toEqual([true, true, false, false, false]);
    await world.submitted(reviewer, hours(30));
    const requests = await world.requests();
    expect(requests.find((request) => request.author === author.enrolmentId)?.reviewer).toBe(reviewer.enrolmentId);
    expect(await may()).toEqual([true, true, true, false, false]);
  });

  test("that are complete twice lie there once", async () => {
    const { world, learner } = await one();
    await store(world, world.actor(learner), world.of(learner), "a.pdf");
    const upload = await t.db.selectFrom("upload").select(["id", "subject_id"]).where("owner_id", "=", learner.personId).executeTakeFirstOrThrow();
    await run((trx) => attachFile(trx, { uploadId: upload.id, kind: "homework-file", subjectId: upload.subject_id, mediaType: "application/pdf", size: 1 }, T0));
    expect(await t.db.selectFrom("homework_file").select("id").where("upload_id", "=", upload.id).execute()).toHaveLength(1);
  });
});

describe("a sheet", () => {
  const parts = [...PARTS, { id: "sheet", kind: "sheet" as const, title: { zh: "表", en: "Sheet" }, required: true, sheet: "relationship-development" }];

  test("of the group is carried on: a copy of one's own with its source named, locked with the version, open again when returned", async () => {
    await publishSheets(t.db, { root: "content", now: T0 });
    const world = await homeworkWorld(t.db, { learners: 2, ...ALONE, parts });
    const [learner, mate] = world.cohort.learners;
    const member = (personId: string) => ({ personId, may: "edit" as const });
    const group = await run((trx) => createSheet(trx, { key: "relationship-development", title: "申科食品", cohortId: world.cohort.id, teamId: null, locale: "zh", members: [member(learner!.personId)], createdBy: null, now: T0 }));
    const theirs = await run((trx) => createSheet(trx, { key: "relationship-development", title: "别组的", cohortId: world.cohort.id, teamId: null, locale: "zh", members: [member(mate!.personId)], createdBy: null, now: T0 }));
    if (!group.ok || !theirs.ok) throw new Error("no sheet");
    const carry = (from: string | null, part = "sheet") => run((trx) => carrySheet(trx, world.actor(learner!), { ...world.of(learner!), part, from, title: "新表", locale: "zh", now: T0 }));
    expect(await carry(theirs.value.sheetId)).toMatchObject({ error: { code: "no-such-sheet" } });
    expect(await carry(group.value.sheetId, "plan")).toMatchObject({ error: { code: "no-such-part" } });
    const carried = await carry(group.value.sheetId);
    if (!carried.ok) throw new Error(carried.error.code);
    expect((await readSheet(t.db, carried.value.sheetId))?.sheet).toMatchObject({ title: "申科食品", copiedFrom: { sheetId: group.value.sheetId, version: 1 }, lockedAt: null });
    const submission = await world.submitted(learner!);
    expect((await readSheet(t.db, carried.value.sheetId))?.sheet.lockedAt).toEqual(T0);
    expect((await readSheet(t.db, group.value.sheetId))?.sheet.lockedAt).toBeNull();
    const page = await submissionPage(t.db, { cohortId: world.cohort.id, submissionId: submission, locale: "zh", now: T0 });
    expect(page?.parts.find(({ id }) => id === "sheet")?.sheet).toMatchObject({ title: "申科食品", version: 1, source: { title: "申科食品", version: 1 } });
    await world.mark(submission, "returned", hours(1));
    expect((await readSheet(t.db, carried.value.sheetId))?.sheet.lockedAt).toBeNull();
    await world.submitted(learner!, hours(2));
    const place = await ownEnrolment(t.db, learner!.personId, learner!.enrolmentId, world.chapterSlug);
    expect(await workPage(t.db, place!, { locale: "en", now: hours(2) })).toMatchObject({ state: "handed-in", sheets: [{ part: "sheet", source: { title: "申科食品" } }], carriable: { sheet: [{ id: group.value.sheetId }] }, versions: [{ number: 2, mark: null }, { number: 1, mark: { verdict: "returned" } }] });
  });
});

describe("rehearsals", () => {
  test("are written down for members of the study group, seen by it, and taken back by who wrote them", async () => {
    const world = await homeworkWorld(t.db, { learners: 4, ...ALONE });
    const [a, b, c, outside] = world.cohort.learners;
    const made = await run((trx) => createGroup(trx, world.cohort.instructor.id, { cohortId: world.cohort.id, purpose: "study", name: "一组", enrolmentIds: [a!, b!, c!].map(({ enrolmentId }) => enrolmentId), now: T0 }));
    expect(made.ok).toBe(true);
    const log = (more: object = {}) => run((trx) => logRehearsal(trx, world.actor(a!), { ...world.of(a!), heldOn: "2026-03-10", minutes: 30, part: "opening", people: [b!.enrolmentId], went: "客户演得像", focus: "问句再短", now: T0, ...more }));
    expect(await log({ people: [outside!.enrolmentId] })).toMatchObject({ error: { code: "not-in-group" } });
    expect(await log({ heldOn: "2026-03-11" })).toMatchObject({ error: { code: "in-the-future" } });
    expect(await log({ part: "dance" })).toMatchObject({ error: { code: "no-such-part" } });
    const logged = await log();
    if (!logged.ok) throw new Error(logged.error.code);
    const seen = async (learner: typeof a) => (await rehearsalsPage(t.db, world.of(learner!))).lines.map(({ people, mine }) => [people.length, mine]);
    expect([await seen(a), await seen(b), await seen(c), await seen(outside)]).toEqual([[[2, true]], [[2, false]], [[2, false]], []]);
    expect([(await rehearsalsPage(t.db, world.of(b!))).own, (await rehearsalsPage(t.db, world.of(c!))).own]).toEqual([1, 0]);
    const remove = (who: typeof a) => run((trx) => removeRehearsal(trx, world.actor(who!), { rehearsalId: logged.value.rehearsalId, enrolmentId: who!.enrolmentId, now: T0 }));
    expect(await remove(b)).toMatchObject({ error: { code: "not-found" } });
    expect(await remove(a)).toMatchObject({ ok: true });
    expect(await seen(a)).toEqual([]);
  });
});
