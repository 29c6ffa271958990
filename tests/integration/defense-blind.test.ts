// Blindness on the bytes: what every page, save, error and event of a defense hands out, for every viewer in every state.
import { randomUUID } from "node:crypto";
import type { LoaderFunctionArgs } from "@remix-run/node";
import type { Kysely } from "kysely";
import { sql } from "kysely";
import { expect, test } from "vitest";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { createLiveBus } from "~/platform/live.server";
import { criterionPositions, promptPosition } from "~/steps/defense";
import { defensesOfLearner, lockedScores, roomTopic, signedVerdicts } from "~/steps/defense/index.server";
import * as condition from "../../app/routes/defend/room/condition";
import * as lock from "../../app/routes/defend/room/lock";
import * as record from "../../app/routes/defend/room/record";
import * as room from "../../app/routes/defend/room/room";
import * as verdict from "../../app/routes/defend/room/verdict";
import * as feedback from "../../app/routes/learn/defense/feedback";
import * as events from "../../app/routes/resources/defense/events";
import * as sheet from "../../app/routes/resources/defense/sheet";
import { type DefenseRoomWorld, defenseRoomWorld } from "../factories/defense-room";
import { useDatabase } from "../setup/database";

const t = useDatabase();

type Handler = (args: LoaderFunctionArgs) => Promise<unknown>;
const PAGES: Record<string, Handler> = { room: room.loader, lock: lock.loader, verdict: verdict.loader, record: record.loader, condition: condition.loader, feedback: feedback.loader, events: events.loader };

/** What a request gets: the data as it travels, or the status (and text) of what was thrown. */
async function answer(handler: Handler, db: Kysely<DB>, world: DefenseRoomWorld, actor: Actor, request = new Request("http://roadbook.test/")): Promise<string> {
  const context = { session: { actor }, db, now: world.at(21), locale: "zh", live: { subscribe: () => () => undefined } };
  try {
    const got = await handler({ request, params: { slot: world.slotId }, context: context as unknown as LoaderFunctionArgs["context"] } as LoaderFunctionArgs);
    if (got instanceof Response) {
      await got.body?.cancel();
      return `response ${got.status}`;
    }
    return JSON.stringify(got);
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return `thrown ${thrown.status} ${thrown.headers.get("location") ?? ""} ${await thrown.text()}`;
  }
}

const post = (body: unknown) => new Request("http://roadbook.test/", { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(body) });
function form(fields: Record<string, string>): Request {
  return new Request("http://roadbook.test/", { method: "POST", body: new URLSearchParams(fields) });
}

/** Everything that a viewer can get out of the room: every page, every act that it may try, and what the statistics say. */
async function everything(db: Kysely<DB>, world: DefenseRoomWorld, actor: Actor): Promise<Record<string, string>> {
  const got: Record<string, string> = {};
  for (const [name, handler] of Object.entries(PAGES)) got[name] = await answer(handler, db, world, actor);
  // Acts that are refused must not tell either; those that would do something are left to the other tests.
  const op = { opId: randomUUID(), position: criterionPositions(0).level, baseRevision: 99, value: "1" };
  got["save over a revision that is not there"] = await answer(sheet.action, db, world, actor, post({ ops: [{ ...op, position: 777 }] }));
  got["agree without a level"] = await answer(room.action, db, world, actor, form({ intent: "agree", chapter: world.chapter, criterion: "nothing", level: "1" }));
  got["revise without a reason"] = await answer(room.action, db, world, actor, form({ intent: "revise", chapter: world.chapter, criterion: "nothing", level: "1" }));
  got["sign another verdict"] = await answer(room.action, db, world, actor, form({ intent: "sign", verdict: "999999999999" }));
  got["statistics"] = JSON.stringify([await lockedScores(db, { from: world.at(-99), to: world.at(99) }), await signedVerdicts(db, { from: world.at(-99), to: world.at(99) }), await defensesOfLearner(db, { enrolmentId: world.candidate.enrolmentId, chapterSlug: world.chapter })]);
  return got;
}

class RollBack extends Error {}

/** What the viewer would get had everybody else scored otherwise: written under the append-only rows and rolled back. */
async function hadOthersScoredOtherwise(world: DefenseRoomWorld, viewer: Actor): Promise<Record<string, string>> {
  let got: Record<string, string> = {};
  await t.db
    .transaction()
    .execute(async (trx) => {
      await sql`select set_config('roadbook.erasure', 'on', true)`.execute(trx);
      await trx.updateTable("defense_draft").set({ value: sql`case when position < 200 then ((value::int + 1) % 4)::text when position between 400 and 600 then 'weak' else 'otherwise' end`, revision: sql`revision + 7` }).where("examiner_id", "!=", viewer.id).where("position", "<", 600).execute();
      await trx.updateTable("defense_draft_op").set({ value: "3", revision: 9 }).where("examiner_id", "!=", viewer.id).execute();
      await trx.updateTable("defense_score").set({ level: sql`3 - level`, note: "otherwise" }).where("examiner_id", "!=", viewer.id).execute();
      await trx.updateTable("defense_prompt_mark").set({ mark: "weak" }).where("examiner_id", "!=", viewer.id).execute();
      // Actions open a transaction of their own; here they are in one already.
      Object.defineProperty(trx, "transaction", { value: () => ({ execute: (work: (inner: typeof trx) => unknown) => work(trx) }) });
      got = await everything(trx, world, viewer);
      throw new RollBack();
    })
    .catch((error: unknown) => {
      if (!(error instanceof RollBack)) throw error;
    });
  return got;
}

async function viewers(world: DefenseRoomWorld): Promise<Record<string, Actor>> {
  const { people } = world.cohort;
  const [chair, second, third] = world.panel;
  return {
    "chair": chair!,
    "second examiner": second!,
    "third examiner": third!,
    "candidate": world.candidateActor,
    "instructor of the cohort": world.cohort.instructor,
    "instructor of the company": await people.actor("instructor"),
    "administrator": people.admin,
    "manager": await people.actor("manager"),
    "executive": await people.actor("executive"),
    "examiner of another panel": await people.actor("examiner"),
  };
}

test("no byte that anybody gets depends on another's score before the reveal; the candidate's never does", async () => {
  const world = await defenseRoomWorld(t.db);
  const who = await viewers(world);
  const panel = ["chair", "second examiner", "third examiner"];
  const seen = async (state: string, depends: readonly string[]): Promise<void> => {
    for (const [name, actor] of Object.entries(who)) {
      const as = await everything(t.db, world, actor);
      const otherwise = await hadOthersScoredOtherwise(world, actor);
      if (depends.includes(name)) expect(otherwise, `${state}: ${name} reads the others`).not.toEqual(as);
      else {
        const { statistics: figures, ...pages } = as;
        const { statistics: others, ...changed } = otherwise;
        expect(changed, `${state}: ${name}`).toEqual(pages);
        // The season's figures are asked for by their own pages; before the last signature they must say nothing to anybody.
        if (state !== "signed") expect(others, `${state}: ${name}, statistics`).toEqual(figures);
      }
    }
  };
  await seen("waiting", []);
  await world.begin();
  const [chair, second, third] = world.panel;
  await world.score(chair!, [1, 2, 1, 2, 1], "组长的笔记");
  await world.score(second!, [0, 2, 1, 2, 1, 0], "第二位的笔记");
  await world.score(third!, [2, 2, 2, 2, 2, 2], "第三位的笔记");
  await seen("presenting", []);
  await world.toScoring();
  await seen("scoring", []);
  await world.lock(second!);
  await seen("one has locked", []);
  await world.lock(third!);
  await seen("two have locked", []);
  await world.score(chair!, [1, 2, 1, 2, 1, 2]);
  await world.lock(chair!);
  await seen("reconciling", panel);
  await world.agree("people", 1);
  await world.agree("lessons", 1);
  await world.decide("pass");
  await seen("decided", panel);
  for (const examiner of world.panel) await world.sign(examiner);
  await seen("signed", [...panel, "instructor of the cohort", "instructor of the company", "administrator"]);
  // The candidate does read what was agreed, and no name beside it.
  const home = await answer(feedback.loader, t.db, world, who["candidate"]!);
  expect(home).toContain("看人看得准");
  expect(home).not.toContain("纪要只给考官");
  for (const secret of ["组长的笔记", "第二位的笔记", "第三位的笔记", ...world.panel.map(({ id }) => id)]) expect(home).not.toContain(secret);
}, 60_000);

test("who is not on the panel gets the same 404 as for a slot that is not there", async () => {
  const world = await defenseRoomWorld(t.db);
  await world.begin();
  await world.toScoring();
  const who = await viewers(world);
  for (const name of ["candidate", "instructor of the cohort", "administrator", "manager", "executive", "examiner of another panel"]) {
    for (const page of ["record", "condition"]) expect(await answer(PAGES[page]!, t.db, world, who[name]!), `${name}, ${page}`).toMatch(/^thrown 404/);
  }
  const foreign = who["examiner of another panel"]!;
  for (const page of ["room", "lock", "verdict", "events"]) expect(await answer(PAGES[page]!, t.db, world, foreign), page).toBe(await answer(PAGES[page]!, t.db, { ...world, slotId: randomUUID() }, foreign));
  expect(await answer(sheet.action, t.db, world, foreign, post({ ops: [{ opId: randomUUID(), position: 1, baseRevision: 0, value: "1" }] }))).toBe("response 404");
});

test("scoring is no news; a lock is, without a word of what", async () => {
  const world = await defenseRoomWorld(t.db);
  await world.begin();
  await world.toScoring();
  const bus = createLiveBus(t.sql);
  const heard: unknown[] = [];
  bus.subscribe(roomTopic(world.slotId), (payload) => heard.push(payload));
  // The channel carries what was published before in its order: a mark of one's own says that everything before it was heard.
  const settled = async (): Promise<void> => {
    const mark = randomUUID();
    await new Promise<void>((resolve) => {
      const stop = bus.subscribe(mark, () => {
        stop();
        resolve();
      });
      const ring = (): void => void sql`select pg_notify('roadbook_live', ${JSON.stringify({ topic: mark, payload: null })})`.execute(t.db);
      ring();
      const again = setInterval(ring, 50);
      bus.subscribe(mark, () => clearInterval(again));
    });
  };
  await settled();
  const [, second] = world.panel;
  await world.score(second!, [0, 2, 1, 2, 1, 0], "谁也别知道");
  await world.put(second!, { [promptPosition(1)]: "weak" });
  await settled();
  expect(heard).toEqual([]);
  await world.lock(second!);
  await settled();
  expect(heard).toEqual([null]);
  await bus.close();
});
