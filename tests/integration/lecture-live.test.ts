import { expect, test } from "vitest";
import { answerPoll, attendanceOfLearner, closePoll, endSession, livePage, loadSnapshot, openPoll, openSessions, ownSession, presenterPage, projectorPage, revealPoll, showCode, showSlide, startSession, codeCard } from "~/steps/lecture/index.server";
import { createLiveBus } from "~/platform/live.server";
import { type LectureWorld, lectureWorld, minute } from "../factories/lecture";
import { useDatabase } from "../setup/database";

const t = useDatabase();

interface Class {
  world: LectureWorld;
  key: { cohortId: string; sessionId: string };
}

/** A class that runs, with the poll's slide in front of the room. */
async function running(learners = 3): Promise<Class> {
  const world = await lectureWorld(t.db, { learners });
  const key = await world.plan();
  await world.act((trx) => startSession(trx, { ...key, now: minute(0) }));
  await show({ world, key }, "poll");
  return { world, key };
}

const show = ({ world, key }: Class, slide: string) => world.act((trx) => showSlide(trx, { ...key, chapter: world.chapter, slide, now: minute(1) }));
const open = ({ world, key }: Class, slide = "poll", now = minute(2)) => world.act((trx) => openPoll(trx, world.instructor, { ...key, chapter: world.chapter, slide, now }));

async function opened(room: Class, now = minute(2)): Promise<string> {
  const result = await open(room, "poll", now);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.pollId;
}

function answer({ world, key }: Class, pollId: string, learner: number, ...choices: string[]) {
  const form = new FormData();
  for (const choice of choices) form.append("answer", choice);
  return world.act((trx) => answerPoll(trx, { id: world.people[learner]! }, { sessionId: key.sessionId, pollId, form, now: minute(3) }));
}

async function onPhone({ world, key }: Class, learner: number) {
  const place = await ownSession(t.db, world.people[learner]!, key.sessionId);
  return livePage(t.db, place!, "zh", minute(4));
}

test("one answer per learner, to be changed while the poll is open, and none after", async () => {
  const room = await running();
  const pollId = await opened(room);
  expect(await answer(room, pollId, 0, "b")).toMatchObject({ ok: true });
  expect(await answer(room, pollId, 0, "a")).toMatchObject({ ok: true });
  expect(await answer(room, pollId, 1, "b")).toMatchObject({ ok: true });
  expect(await answer(room, pollId, 2)).toMatchObject({ error: { code: "empty" } });
  expect(await answer(room, pollId, 2, "a", "b")).toMatchObject({ error: { code: "unfit" } });
  expect(await answer(room, pollId, 2, "zzz")).toMatchObject({ error: { code: "unfit" } });
  const presenter = await presenterPage(t.db, room.key, "zh");
  expect(presenter!.poll!.round!.result).toMatchObject({ answered: 2, correct: 1, bars: [{ id: "a", count: 1 }, { id: "b", count: 1 }, { id: "c", count: 0 }] });
  await room.world.act((trx) => closePoll(trx, { ...room.key, pollId, now: minute(4) }));
  expect(await answer(room, pollId, 2, "a")).toMatchObject({ error: { code: "closed" } });
  expect(await onPhone(room, 0)).toMatchObject({ picked: ["a"] });
});

test("learners and wall see the result only when it is closed, and the key only when it is revealed", async () => {
  const room = await running();
  const pollId = await opened(room);
  await answer(room, pollId, 0, "a");
  const seen = async () => [(await projectorPage(t.db, room.key, "zh"))!.poll!, (await onPhone(room, 1)).poll!];
  for (const poll of await seen()) {
    expect(poll).toMatchObject({ state: "open", answered: 1, result: null, right: null, explanation: null });
    expect(JSON.stringify(poll)).not.toMatch(/SECRET|correct/);
  }
  await room.world.act((trx) => closePoll(trx, { ...room.key, pollId, now: minute(4) }));
  for (const poll of await seen()) expect(poll).toMatchObject({ result: { answered: 1, correct: 0, bars: [{ id: "a", share: 1 }, { count: 0 }, { count: 0 }] }, right: null, explanation: null });
  await room.world.act((trx) => revealPoll(trx, { ...room.key, pollId, revealed: true }));
  for (const poll of await seen()) expect(poll).toMatchObject({ right: ["a"], result: { correct: 1 }, explanation: "SECRET 解析" });
});

test("one poll is open at a time, a slide can ask again, and the end of the class closes what is open", async () => {
  const room = await running();
  const first = await opened(room);
  await answer(room, first, 0, "b");
  const second = await opened(room, minute(3));
  expect(await answer(room, first, 1, "a")).toMatchObject({ error: { code: "closed" } });
  expect((await presenterPage(t.db, room.key, "zh"))!.poll!.round).toMatchObject({ id: second, result: { answered: 0 } });
  expect(await open(room, "many", minute(5))).toMatchObject({ ok: true });
  expect(await answer(room, second, 1, "a")).toMatchObject({ error: { code: "closed" } });
  await room.world.act((trx) => endSession(trx, room.world.instructor, { ...room.key, now: minute(180) }));
  const states = await t.db.selectFrom("lecture_poll").select("state").where("session_id", "=", room.key.sessionId).execute();
  expect(states.map((poll) => poll.state)).toEqual(["closed", "closed", "closed"]);
});

test("only what the slide asks can be asked, and only while the class runs", async () => {
  const world = await lectureWorld(t.db);
  const room = { world, key: await world.plan() };
  expect(await open(room)).toMatchObject({ error: { code: "wrong-state" } });
  await world.act((trx) => startSession(trx, { ...room.key, now: minute(0) }));
  expect(await open(room, "promise")).toMatchObject({ error: { code: "no-question" } });
  expect(await open(room, "nowhere")).toMatchObject({ error: { code: "no-question" } });
  expect(await show(room, "nowhere")).toMatchObject({ error: { code: "unknown-slide" } });
  expect(await show(room, "many")).toMatchObject({ ok: true });
});

test("poll and slide belong to their session: another cohort's people get nothing", async () => {
  const [mine, theirs] = [await running(), await running()];
  const pollId = await opened(theirs);
  const form = new FormData();
  form.append("answer", "a");
  const foreign = await mine.world.act((trx) => answerPoll(trx, { id: mine.world.people[0]! }, { sessionId: theirs.key.sessionId, pollId, form, now: minute(3) }));
  expect(foreign).toMatchObject({ error: { code: "unknown-poll" } });
  const crossed = { cohortId: mine.key.cohortId, sessionId: theirs.key.sessionId };
  expect(await mine.world.act((trx) => closePoll(trx, { ...crossed, pollId, now: minute(4) }))).toMatchObject({ error: { code: "unknown-session" } });
  expect(await mine.world.act((trx) => showCode(trx, { ...crossed, shown: true }))).toMatchObject({ error: { code: "unknown-session" } });
  expect(await projectorPage(t.db, crossed, "zh")).toBeUndefined();
  expect(await codeCard(t.db, crossed, { origin: "https://roadbook.test", now: minute(1) })).toBeUndefined();
  expect(await ownSession(t.db, mine.world.people[0]!, theirs.key.sessionId)).toBeUndefined();
});

test("what learners see of a class holds neither the code nor its secret", async () => {
  const room = await running();
  const { code_secret } = await t.db.selectFrom("lecture_session").select("code_secret").where("id", "=", room.key.sessionId).executeTakeFirstOrThrow();
  const texts = JSON.stringify([await onPhone(room, 0), await loadSnapshot(t.db, room.key.sessionId), await projectorPage(t.db, room.key, "zh"), await presenterPage(t.db, room.key, "zh")]);
  expect(texts).not.toContain(code_secret);
  expect(texts).not.toContain(await room.world.code(room.key.sessionId, minute(4)));
});

test("every change is told to all windows when it is committed, and only then", async () => {
  const room = await running();
  const bus = createLiveBus(t.sql);
  const heard: unknown[] = [];
  let wake = (): void => undefined;
  bus.subscribe(`lecture/${room.key.sessionId}`, (snapshot) => {
    heard.push(snapshot);
    wake();
  });
  const news = (count: number) =>
    new Promise<void>((resolve) => {
      wake = () => heard.length >= count && resolve();
      wake();
    });
  // LISTEN has begun once a first notification came back.
  while (heard.length === 0) {
    await show(room, "promise");
    await Promise.race([news(1), new Promise((resolve) => setTimeout(resolve, 50))]);
  }
  heard.length = 0;
  await expect(
    room.world.act(async (trx) => {
      await showSlide(trx, { ...room.key, chapter: room.world.chapter, slide: "many", now: minute(6) });
      throw new Error("undone");
    }),
  ).rejects.toThrow("undone");
  await show(room, "poll");
  await open(room);
  await news(2);
  expect(heard).toMatchObject([{ slide: { slide: "poll" }, poll: null }, { slide: { slide: "poll" }, poll: { state: "open", revealed: false } }]);
  await bus.close();
});

test("poll answers are part of the learner's evidence", async () => {
  const room = await running();
  const pollId = await opened(room);
  await answer(room, pollId, 0, "a");
  await answer(room, pollId, 1, "c");
  const polls = async (learner: number) => (await attendanceOfLearner(t.db, { enrolmentId: room.world.enrolments[learner]!, cohortId: room.world.cohortId, chapterSlug: room.world.chapter }))[0]!.polls;
  expect(await Promise.all([0, 1, 2].map(polls))).toEqual([{ asked: 1, answered: 1, correct: 1 }, { asked: 1, answered: 1, correct: 0 }, { asked: 1, answered: 0, correct: 0 }]);
});

test("the address on the wall leads to the class that is open now", async () => {
  const world = await lectureWorld(t.db, { learners: 1 });
  const { sessionId } = await world.plan();
  await world.plan({ startsAt: minute(5000), endsAt: minute(5100) });
  expect((await openSessions(t.db, world.people[0]!, minute(-20))).map((session) => session.id)).toEqual([sessionId]);
  expect(await openSessions(t.db, world.people[0]!, minute(-60))).toEqual([]);
  expect(await openSessions(t.db, world.instructor.id, minute(-20))).toEqual([]);
});
