// Who hears of a verdict, of a condition that is due, and of what came of it; each once, in their own language.
import { describe, expect, test } from "vitest";
import { letterTexts } from "~/server/letter-texts";
import { writeVerdictNotice } from "~/server/verdict-notice";
import { excuseSigner, remindCheckers, reopenVerdict, settleCondition, verdictLetter, type VerdictPost } from "~/steps/defense/index.server";
import { createLog } from "~/platform/log.server";
import { defenseRoomWorld, type DefenseRoomWorld } from "../factories/defense-room";
import { useDatabase } from "../setup/database";

const t = useDatabase();
const log = createLog({ LOG_LEVEL: "silent", LOG_PRETTY: false, NODE_ENV: "test" });
const ORIGIN = "https://road.example";
const post: VerdictPost = { write: (to, letter) => verdictLetter(letterTexts(to.locale, "defense"), ORIGIN, to, letter), log };
const SAME = [2, 2, 2, 2, 2, 2];
const ALL = [SAME, SAME, SAME];
const DUE = "2026-04-20";

/** Only who has an account can read letters. */
async function world(): Promise<DefenseRoomWorld> {
  const one = await defenseRoomWorld(t.db, { post });
  const ids = [...one.panel.map(({ id }) => id), one.candidate.personId, one.cohort.instructor.id];
  await t.db.updateTable("person").set({ state: "active", password_hash: "none" }).where("id", "in", ids).execute();
  await t.db.deleteFrom("outbox_mail").execute();
  // The job looks at all of the house: conditions of other tests are none of this one's.
  await t.db.updateTable("enrolment").set({ left_at: one.at(0) }).where("id", "!=", one.candidate.enrolmentId).where("left_at", "is", null).execute();
  return one;
}
/** Subjects and bodies that somebody was sent, in order. */
const mailsTo = (email: string) => t.db.selectFrom("outbox_mail").select(["subject", "body", "locale", "template"]).where("to_email", "=", email).orderBy("id").execute();
const subjectsTo = async (email: string) => (await mailsTo(email)).map(({ subject }) => subject);
const condition = (one: DefenseRoomWorld, due = DUE) => ({ what: "画出 <决策链>", due, checkerId: one.panel[1]!.id });
const remind = (one: DefenseRoomWorld, now: string) => one.act((trx) => remindCheckers(trx, { now: new Date(now), post: { write: writeVerdictNotice({ ROADBOOK_ORIGIN: `${ORIGIN}/` }), log } }));
const settle = (one: DefenseRoomWorld, outcome: "met" | "missed", note: string, minute = 6000) => one.well((trx) => settleCondition(trx, one.panel[1]!, { slotId: one.slotId, outcome, note, now: one.at(minute) }, post));

describe("a verdict", () => {
  test("that is a pass is told to the candidate with the last signature, in their language, and to nobody else", async () => {
    const one = await world();
    await t.db.updateTable("person").set({ locale: "en", name_latin: "Lan Lin" }).where("id", "=", one.candidate.personId).execute();
    await one.begin();
    await one.toScoring();
    await one.scoreAll(ALL);
    await one.decide("pass");
    await one.sign(one.panel[0]!);
    await one.sign(one.panel[1]!);
    expect(await mailsTo(one.candidate.email)).toEqual([]);
    await one.sign(one.panel[2]!);
    await one.sign(one.panel[2]!);
    const [mail, ...more] = await mailsTo(one.candidate.email);
    expect(more).toEqual([]);
    expect(mail).toMatchObject({ subject: "Defense passed: 答辩", locale: "en", template: "defense" });
    expect(mail?.body).toContain(`${ORIGIN}/learn/defense/${one.slotId}/feedback`);
    expect(mail?.body).toContain("补一件事实");
    // Minutes are the panel's.
    expect(mail?.body).not.toContain("纪要只给考官");
    for (const { email } of [...one.panel, one.cohort.instructor]) expect(await mailsTo(email), email).toEqual([]);
  });

  test("with a condition also asks its checker: what, by when, where", async () => {
    const one = await world();
    await one.hold(ALL, "conditional", condition(one));
    const [candidate] = await mailsTo(one.candidate.email);
    expect(candidate?.subject).toBe("答辩有条件通过，2026年4月20日 前还要完成一件事");
    expect(candidate?.body).toContain("画出 <决策链>");
    const mails = await mailsTo(one.panel[1]!.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(/^请在 2026年4月20日 前确认.+的通过条件$/);
    expect(mails[0]?.body).toContain("画出 <决策链>");
    expect(mails[0]?.body).toContain(`${ORIGIN}/defend/${one.slotId}/condition`);
    expect(await mailsTo(one.cohort.instructor.email)).toEqual([]);
  });

  test("that is a fail says what to redo, and asks the instructor for a new slot", async () => {
    const one = await world();
    await one.hold(ALL, "fail");
    expect((await mailsTo(one.candidate.email))[0]).toMatchObject({ subject: "这次答辩没有通过：答辩", body: expect.stringContaining("补一件事实") as string });
    const mails = await mailsTo(one.cohort.instructor.email);
    expect(mails).toHaveLength(1);
    expect(mails[0]?.subject).toMatch(/需要新的答辩时段$/);
    expect(mails[0]?.body).toContain(`${ORIGIN}/teach/cohorts/${one.cohort.id}/defense`);
  });

  test("is told as well when the last signature is excused", async () => {
    const one = await world();
    await one.begin();
    await one.toScoring();
    await one.scoreAll(ALL);
    await one.decide("pass");
    await one.sign(one.panel[0]!);
    await one.sign(one.panel[1]!);
    await one.well((trx) => excuseSigner(trx, one.chair, { slotId: one.slotId, examinerId: one.panel[2]!.id, reason: "赶飞机", now: one.at(30) }, post));
    expect(await subjectsTo(one.candidate.email)).toEqual(["答辩通过：答辩"]);
  });

  test("that replaces another says so; who was to check is let go", async () => {
    const one = await world();
    await one.hold(ALL, "conditional", condition(one));
    await one.well((trx) => reopenVerdict(trx, one.chair, { slotId: one.slotId, reason: "看漏了材料", now: one.at(40) }));
    expect(await remind(one, "2026-04-19T02:00:00Z")).toBe(0);
    await one.decide("pass");
    for (const examiner of one.panel) await one.sign(examiner);
    const mails = await mailsTo(one.candidate.email);
    expect(mails).toHaveLength(2);
    expect(mails[1]?.body).toContain("结论改过，请以这封信为准。");
    expect((await subjectsTo(one.panel[1]!.email))[1]).toMatch(/^不用再确认.+的通过条件$/);
    expect(await remind(one, "2026-04-19T02:00:00Z")).toBe(0);
  });

  test("is told to nobody whose account is closed", async () => {
    const one = await world();
    await t.db.updateTable("person").set({ state: "suspended" }).where("id", "=", one.candidate.personId).execute();
    await one.hold(ALL, "pass");
    expect(await mailsTo(one.candidate.email)).toEqual([]);
  });
});

describe("a condition", () => {
  test("is called to mind two days before its date by the day's calendar, and once more when it has passed", async () => {
    const one = await world();
    await one.hold(ALL, "conditional", condition(one));
    // The 18th begins in Shanghai at 16:00 on the 17th in UTC.
    expect(await remind(one, "2026-04-17T15:59:00Z")).toBe(0);
    expect(await remind(one, "2026-04-17T16:01:00Z")).toBe(2);
    expect(await remind(one, "2026-04-18T16:01:00Z")).toBe(0);
    expect((await subjectsTo(one.panel[1]!.email))[1]).toMatch(/的通过条件 2026年4月20日 到期$/);
    expect((await mailsTo(one.panel[1]!.email))[1]?.body).toContain(`：${ORIGIN}/defend/${one.slotId}/condition`);
    expect((await subjectsTo(one.candidate.email))[1]).toBe("你的通过条件 2026年4月20日 到期");
    expect(await remind(one, "2026-04-20T15:59:00Z")).toBe(0);
    expect(await remind(one, "2026-04-20T16:01:00Z")).toBe(2);
    expect(await remind(one, "2026-05-20T16:01:00Z")).toBe(0);
    for (const email of [one.panel[1]!.email, one.cohort.instructor.email]) expect((await subjectsTo(email)).at(-1), email).toMatch(/的通过条件已过期，还没有确认$/);
    expect(await subjectsTo(one.candidate.email)).toHaveLength(2);
  });

  test("that was settled is told to the candidate and called to mind no more; the same word again writes nothing", async () => {
    const one = await world();
    await one.hold(ALL, "conditional", condition(one));
    await settle(one, "met", "看过，画全了");
    await settle(one, "met", "看过，画全了", 6001);
    expect(await remind(one, "2026-04-19T02:00:00Z")).toBe(0);
    const mails = await mailsTo(one.candidate.email);
    expect(mails.map(({ subject }) => subject).slice(1)).toEqual(["通过条件已确认，答辩通过"]);
    expect(mails[1]?.body).toContain("看过，画全了");
    expect(await mailsTo(one.cohort.instructor.email)).toEqual([]);
  });

  test("that was missed asks the instructor for a new slot", async () => {
    const one = await world();
    await one.hold(ALL, "conditional", condition(one));
    await settle(one, "missed", "还差使用者");
    expect((await subjectsTo(one.candidate.email))[1]).toBe("通过条件没有完成，答辩不通过");
    expect(await subjectsTo(one.cohort.instructor.email)).toEqual([expect.stringMatching(/需要新的答辩时段$/)]);
  });

  test("of somebody who has left the cohort is called to mind no more", async () => {
    const one = await world();
    await one.hold(ALL, "conditional", condition(one));
    await t.db.updateTable("enrolment").set({ left_at: one.at(600) }).where("id", "=", one.candidate.enrolmentId).execute();
    expect(await remind(one, "2026-04-19T02:00:00Z")).toBe(0);
  });
});
