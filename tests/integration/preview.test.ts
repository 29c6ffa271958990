import { randomUUID } from "node:crypto";
import { beforeAll, describe, expect, it } from "vitest";
import { inTransaction } from "~/db/index.server";
import { contentsView, dismissChanges, mayRead, readingOfLearner, searchView, sectionPageView } from "~/steps/preview/index.server";
import { unpackPage } from "~/steps/preview/packed-page";
import { at, edited, EXTRA, previewCohort, previewContent, publishFiles, type Reader, ROLES, SLUG, t0, WHY, WHY_ZH } from "../factories/preview";
import { useDatabase } from "../setup/database";

const t = useDatabase();
beforeAll(() => publishFiles(t.db, previewContent(), t0));

async function newReader(options: Parameters<typeof previewCohort>[1] = {}): Promise<Reader> {
  return (await previewCohort(t.db, options)).readers[0];
}

async function sectionsOf(reader: Reader) {
  const contents = await contentsView(t.db, reader.key, "zh", at(0));
  return contents?.sections ?? [];
}

async function pageOf(reader: Reader, sectionId = WHY, locale: "zh" | "en" = "zh") {
  const view = await sectionPageView(t.db, { ...reader.key, personId: reader.id }, sectionId, locale, at(1_000_000));
  if (view?.kind !== "page") throw new Error("no page");
  return { ...view, page: unpackPage(view.page) };
}

async function activeMs(reader: Reader, sectionId = WHY): Promise<number | undefined> {
  return (await sectionsOf(reader)).find(({ id }) => id === sectionId)?.activeMs;
}

describe("opening", () => {
  it("begins the step once, and is asked for again only in a new version", async () => {
    const reader = await newReader();
    expect(await reader.state()).toBe("available");
    expect((await pageOf(reader)).newlyOpened).toBe(true);
    await reader.open(WHY, 1);
    expect(await reader.state()).toBe("in-progress");
    expect((await pageOf(reader)).newlyOpened).toBe(false);
    await reader.open(WHY, 5);
    const events = await t.db.selectFrom("progress_event").select("kind").where("enrolment_id", "=", reader.key.enrolmentId).where("step", "=", "preview").execute();
    expect(events.filter(({ kind }) => kind === "begun")).toHaveLength(1);
  });

  it("waits for its day", async () => {
    const reader = await newReader({ preview: { opensAt: at(3600) } });
    expect(await sectionPageView(t.db, { ...reader.key, personId: reader.id }, WHY, "zh", at(10))).toEqual({ kind: "locked", opensAt: at(3600) });
    expect(await reader.open(WHY, 10)).toEqual({ ok: false, error: { code: "not-open", opensAt: at(3600) } });
    expect(await reader.beat([{}], 10)).toMatchObject({ ok: false, error: { code: "not-open" } });
    expect((await reader.open(WHY, 3601)).ok).toBe(true);
  });

  it("knows no section that the chapter does not have", async () => {
    const reader = await newReader();
    expect(await reader.open("nowhere", 1)).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await sectionPageView(t.db, { ...reader.key, personId: reader.id }, "nowhere", "zh", at(1))).toBeNull();
  });

  it("shows a section to the reader whose it is, and to nobody else", async () => {
    const { readers, cohortId } = await previewCohort(t.db, { learners: 2 });
    const [reader, other] = readers;
    const show = () => sectionPageView(t.db, { ...reader.key, personId: reader.id }, WHY, "zh", at(1));
    expect(await show()).toMatchObject({ kind: "page" });
    expect(await sectionPageView(t.db, { ...reader.key, personId: other!.id }, WHY, "zh", at(1))).toBeNull();
    await t.db.updateTable("cohort").set({ state: "draft" }).where("id", "=", cohortId).execute();
    expect(await show()).toBeNull();
    await t.db.updateTable("cohort").set({ state: "closed" }).where("id", "=", cohortId).execute();
    expect(await show()).toMatchObject({ kind: "page" });
    await t.db.updateTable("enrolment").set({ left_at: new Date() }).where("id", "=", reader.key.enrolmentId).execute();
    expect(await show()).toBeNull();
  });
});

describe("active time", () => {
  it("counts a beat once, however often it arrives", async () => {
    const reader = await newReader();
    await reader.open(WHY, 0);
    const beat = { id: randomUUID(), activeMs: 14_000 };
    expect(await reader.beat([beat], 15)).toMatchObject({ ok: true, value: { taken: 1 } });
    expect(await reader.beat([beat, beat], 40)).toMatchObject({ ok: true, value: { taken: 0 } });
    expect(await activeMs(reader)).toBe(14_000);
  });

  it("believes no more time than passed, and never more than a minute a beat", async () => {
    const reader = await newReader();
    await reader.open(WHY, 0);
    await reader.beat([{ activeMs: 60_000 }, { activeMs: 60_000 }], 10);
    expect(await activeMs(reader)).toBe(15_000);
    await reader.beat([{ activeMs: 600_000 }], 1000);
    expect(await activeMs(reader)).toBe(75_000);
  });

  it("counts the time once when two devices report at the same moment", async () => {
    const reader = await newReader();
    await reader.open(WHY, 0);
    await Promise.all([reader.beat([{ activeMs: 30_000 }], 30), reader.beat([{ activeMs: 30_000 }], 30)]);
    expect(await activeMs(reader)).toBe(35_000);
  });

  it("takes what was read without a network, and lets it move nobody's place back", async () => {
    const reader = await newReader();
    await reader.open(WHY, 0);
    await reader.beat([{ activeMs: 15_000, position: 0.8, anchor: "b-new" }], 300);
    await reader.beat([{ activeMs: 15_000, position: 0.2, anchor: "b-old", ageMs: 200_000 }], 330);
    expect(await activeMs(reader)).toBe(30_000);
    expect((await pageOf(reader)).page.place).toMatchObject({ position: expect.closeTo(0.8), anchor: "b-new" });
  });

  it("records the opening that a beat implies, and passes over sections that are gone", async () => {
    const reader = await newReader();
    await reader.beat([{ sectionId: ROLES }, { sectionId: "gone" }], 10);
    expect(await reader.state()).toBe("in-progress");
    expect((await sectionsOf(reader)).map(({ state }) => state)).toEqual(["unopened", "reading", "unopened"]);
  });
});

describe("check-ins", () => {
  it("keeps every answer, shows the last, and counts the first", async () => {
    const { cohortId, readers: [reader] } = await previewCohort(t.db);
    await reader.open(WHY, 0);
    expect(await reader.answer("b", 5)).toMatchObject({ ok: true, value: { feedback: { correct: false } } });
    expect(await reader.answer("a", 9)).toMatchObject({ ok: true, value: { feedback: { correct: true } } });
    expect((await pageOf(reader)).page.checkins["why-trust-1"]).toMatchObject({ response: { kind: "single", option: "a" }, feedback: { correct: true } });
    const rows = await t.db.selectFrom("checkin_response").select(["correct", "question_hash"]).where("enrolment_id", "=", reader.key.enrolmentId).orderBy("id").execute();
    expect(rows.map(({ correct }) => correct)).toEqual([false, true]);
    const [why] = await readingOfLearner(t.db, { ...reader.key, cohortId });
    expect(why?.checkins).toEqual({ total: 1, answered: 1, rightFirstTime: 0 });
  });

  it("takes nothing that is no answer, and cannot be changed afterwards", async () => {
    const reader = await newReader();
    await reader.open(WHY, 0);
    expect(await reader.answer("z", 5)).toEqual({ ok: false, error: { code: "unfit" } });
    expect(await reader.answer("a", 5, "elsewhere")).toEqual({ ok: false, error: { code: "not-found" } });
    await reader.answer("a", 6);
    await expect(t.sql`update checkin_response set correct = true`).rejects.toThrow("append-only");
  });

  it("sends no key before the answer", async () => {
    const reader = await newReader();
    const { page } = await pageOf(reader);
    expect(page.checkins["why-trust-1"]).toMatchObject({ response: null, feedback: null });
    expect(JSON.stringify(page.checkins)).not.toMatch(/correct|explanation|价格不能换来真话/);
  });
});

describe("recordings", () => {
  const watched = async (reader: Reader) => (await pageOf(reader, ROLES)).page.media["intro"];

  it("adds up what was played, as a union", async () => {
    const reader = await newReader();
    await reader.watch([[0, 5], [5, 10]], 20);
    await reader.watch([[8, 12], [30, 35]], 60);
    expect(await watched(reader)).toEqual({ watched: [[0, 12], [30, 35]], resumeAt: 35 });
  });

  it("takes skipping to the end for no watching, nor a stretch that was claimed in one piece", async () => {
    const reader = await newReader();
    await reader.watch([[40, 42]], 20);
    await reader.watch([[0, 42]], 30);
    await reader.watch([[10, 10], [41, 60]], 40);
    expect(await watched(reader)).toMatchObject({ watched: [[40, 42]] });
  });

  it("passes over recordings that the chapter does not have", async () => {
    const reader = await newReader();
    expect((await reader.watch([[0, 5]], 20, "other")).ok).toBe(true);
    expect((await pageOf(reader, ROLES)).page.media).toEqual({});
  });
});

describe("finishing", () => {
  it("by the button needs the check-ins, and says which are missing", async () => {
    const reader = await newReader();
    await reader.open(WHY, 0);
    expect(await reader.finish(WHY, 5)).toEqual({ ok: false, error: { code: "checkins-missing", ids: ["why-trust-1"] } });
    await reader.answer("b", 6);
    expect(await reader.finish(WHY, 7)).toEqual({ ok: true, value: { studied: false, next: ROLES } });
    expect((await sectionsOf(reader))[0]?.state).toBe("finished");
  });

  it("happens by itself when the end was reached, in time, with the check-ins answered; in any order", async () => {
    const reader = await newReader();
    await reader.open(WHY, 0);
    for (let seconds = 60; seconds <= 120; seconds += 60) await reader.beat([{ activeMs: 60_000, reachedEnd: seconds === 120 }], seconds);
    expect((await sectionsOf(reader))[0]?.state).toBe("reading");
    expect(await reader.answer("a", 121)).toMatchObject({ value: { finished: [WHY] } });
    await reader.open(ROLES, 122);
    expect(await reader.beat([{ sectionId: ROLES, activeMs: 15_000, reachedEnd: true }], 140)).toMatchObject({ value: { finished: [] } });
    expect(await reader.beat([{ sectionId: ROLES, activeMs: 60_000 }], 200)).toMatchObject({ value: { finished: [ROLES], studied: true } });
    expect(await reader.state()).toBe("passed");
  });

  it("needs no check-ins where the cohort asks for none", async () => {
    const reader = await newReader({ preview: {} });
    await t.db.updateTable("cohort_step").set({ gate: { requireCheckins: false } }).where("cohort_id", "in", t.db.selectFrom("enrolment").select("cohort_id").where("id", "=", reader.key.enrolmentId)).execute();
    expect((await reader.finish(WHY, 5)).ok).toBe(true);
  });

  it("passes the step exactly with the last required section, and only once", async () => {
    const reader = await newReader();
    await reader.answer("a", 1);
    await reader.finish(EXTRA, 2);
    await reader.finish(WHY, 3);
    expect(await reader.state()).toBe("in-progress");
    const both = await Promise.all([reader.finish(ROLES, 4), reader.finish(ROLES, 4)]);
    expect(both).toEqual([{ ok: true, value: { studied: true, next: null } }, { ok: true, value: { studied: true, next: null } }]);
    expect(await reader.state()).toBe("passed");
    const events = await t.db.selectFrom("progress_event").select(["kind", "evidence_kind", "evidence_id"]).where("enrolment_id", "=", reader.key.enrolmentId).where("kind", "=", "passed").execute();
    expect(events).toEqual([{ kind: "passed", evidence_kind: "preview", evidence_id: `${reader.key.enrolmentId}/${SLUG}` }]);
  });

  it("proves nothing where the cohort leaves the preview out", async () => {
    const reader = await newReader({ preview: { included: false } });
    await reader.answer("a", 1);
    await reader.finish(WHY, 2);
    expect((await reader.finish(ROLES, 3)).ok).toBe(true);
    expect(await reader.state()).not.toBe("passed");
  });
});

describe("somebody else's enrolment", () => {
  it("can neither be written nor told from one that is not there", async () => {
    const { readers: [reader, other] } = await previewCohort(t.db, { learners: 2 });
    const thief = { ...reader, key: other!.key };
    const theirs = await inTransaction(t.db, "dismiss", (trx) => dismissChanges(trx, { id: reader.id }, { ...thief.key, sectionId: WHY, now: at(1) }));
    expect(theirs).toEqual({ ok: false, error: { code: "not-found" } });
  });

  it("is closed to who has left", async () => {
    const reader = await newReader();
    await reader.open(WHY, 1);
    await t.db.updateTable("enrolment").set({ left_at: new Date() }).where("id", "=", reader.key.enrolmentId).execute();
    expect(await reader.beat([{}], 10)).toEqual({ ok: false, error: { code: "not-found" } });
    expect(await mayRead(t.db, { id: reader.id, name: "", email: "", locale: "zh", timeZone: "UTC", theme: "system", grants: [] }, [SLUG])).toBe(false);
  });
});

describe("search", () => {
  it("finds what the learner may read, in both languages, with the way there", async () => {
    const reader = await newReader();
    const hits = await searchView(t.db, { personId: reader.id, query: "动机", locale: "zh", now: at(1) });
    expect(hits.map(({ to }) => to)[0]).toMatch(`/learn/${reader.key.enrolmentId}/${SLUG}/preview/${WHY}#b-`);
    expect(await searchView(t.db, { personId: reader.id, query: "Motives", locale: "en", now: at(1) })).toHaveLength(1);
    expect(await searchView(t.db, { personId: randomUUID(), query: "动机", locale: "zh", now: at(1) })).toEqual([]);
  });

  it("keeps a chapter to itself until its day", async () => {
    const reader = await newReader({ preview: { opensAt: at(3600) } });
    expect(await searchView(t.db, { personId: reader.id, query: "动机", locale: "zh", now: at(1) })).toEqual([]);
  });
});

// Last: it publishes other versions.
describe("a new version", () => {
  it("shows what changed, keeps what was earned, and is dismissed", async () => {
    const { cohortId, readers: [reader, newcomer] } = await previewCohort(t.db, { learners: 2 });
    await reader.open(WHY, 0);
    await reader.answer("a", 1);
    await reader.finish(WHY, 2);
    await reader.open(ROLES, 3);
    await publishFiles(t.db, edited(WHY_ZH, "真正的动机藏在水面以下", "真正的动机和顾虑藏在水面以下"), at(10));

    expect((await sectionsOf(reader)).map(({ state, changed }) => [state, changed])).toEqual([["finished", true], ["reading", false], ["unopened", false]]);
    const { page, newlyOpened } = await pageOf(reader);
    expect(newlyOpened).toBe(true);
    expect(page.changes).toEqual([expect.objectContaining({ change: "changed", after: expect.stringContaining("和顾虑") as unknown })]);
    expect((await pageOf(reader, WHY, "en")).page.changes).toBeNull();
    expect((await pageOf(newcomer!)).page.changes).toBeNull();
    expect((await readingOfLearner(t.db, { ...reader.key, cohortId }))[0]).toMatchObject({ finishedVersion: 1, finishedBy: "button" });

    await reader.open(WHY, 11);
    expect((await pageOf(reader)).page.changes).not.toBeNull();
    await inTransaction(t.db, "dismiss", (trx) => dismissChanges(trx, { id: reader.id }, { ...reader.key, sectionId: WHY, now: at(12) }));
    expect((await pageOf(reader)).page.changes).toBeNull();
    expect((await reader.finish(ROLES, 13)).ok).toBe(true);
    expect(await reader.state()).toBe("passed");
  });

  it("is judged by the questions that the reader had before them", async () => {
    const reader = await newReader();
    await reader.open(WHY, 0);
    await reader.answer("b", 1);
    await publishFiles(t.db, edited(`chapters/${SLUG}/checkins.yaml`, "A discount", "A lower price"), at(20));
    const { page } = await pageOf(reader);
    expect(page.missing).toEqual([]);
    expect(page.checkins["why-trust-1"]?.response).toBeNull();
  });
});
