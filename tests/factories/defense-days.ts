/** A cohort with candidates, examiners and a defense day, made by the real use cases. */
import type { Kysely, Transaction } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { Step } from "~/pipeline";
import { createLog } from "~/platform/log.server";
import { type DayKey, loadDay, lockDay, type NewDay, planDay, type Post, proposeSchedule, publishDay } from "~/steps/defense/index.server";
import type { Slot } from "~/steps/defense";
import { type Learner, makeChapters, makeCohort, type TestCohort } from "./cohorts";

const BEFORE: Step[] = ["preview", "quiz", "lecture", "group-work", "role-play", "homework"];

/** When the day begins: nine in the morning in Shanghai. */
export const DAY_BEGINS = new Date("2026-04-10T01:00:00Z");
export const PLANNED_AT = new Date("2026-03-20T01:00:00Z");
/** So many minutes into the day. */
export const dayMinute = (offset: number): Date => new Date(DAY_BEGINS.getTime() + offset * 60_000);

export interface DefenseDayWorld {
  cohort: TestCohort;
  chapters: string[];
  examiners: { id: string; email: string }[];
  key: DayKey;
  post: Post;
  act<T>(work: (trx: Transaction<DB>) => Promise<T>): Promise<T>;
  /** Does something that must go well. */
  well<T>(work: (trx: Transaction<DB>) => Promise<{ ok: true; value: T } | { ok: false; error: { code: string } }>): Promise<T>;
  /** Another day of the same cohort. */
  plan(changes?: Partial<NewDay>): Promise<DayKey>;
  /** Proposes and publishes. */
  publish(key?: DayKey): Promise<void>;
  whole(key?: DayKey): ReturnType<typeof loadDay>;
  /** The slots that take place, by time and place. */
  slots(key?: DayKey): Promise<Slot[]>;
  slotFor(learner: Learner, key?: DayKey): Promise<Slot>;
}

/** Whoever is told, is told in a word. */
const POST: Post = { write: (to, letter) => ({ subject: `${letter.kind}${"occasion" in letter ? ` ${letter.occasion}` : ""}`, body: to.name }), log: createLog({ LOG_LEVEL: "silent", LOG_PRETTY: false, NODE_ENV: "test" }) };

/** An open cohort of `learners` whose road begins with the defense, `examiners` of the company, and a day from 9 to 17 in draft. */
export async function defenseDayWorld(db: Kysely<DB>, options: { learners?: number; examiners?: number; chapters?: number; day?: Partial<NewDay> } = {}): Promise<DefenseDayWorld> {
  const chapters = await makeChapters(db, options.chapters ?? 1, BEFORE);
  const cohort = await makeCohort(db, { chapters, learners: options.learners ?? 4 });
  const examiners: { id: string; email: string }[] = [];
  for (let at = 0; at < (options.examiners ?? 5); at += 1) examiners.push(await cohort.people.person({ roles: [["examiner", { kind: "company" }]] }));
  const act: DefenseDayWorld["act"] = (work) => inTransaction(db, "test", work);
  const well: DefenseDayWorld["well"] = async (work) => {
    const result = await act(work);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    return result.value;
  };
  const plan = async (changes: Partial<NewDay> = {}): Promise<DayKey> => {
    const input: NewDay = {
      cohortId: cohort.id,
      title: "第三章答辩",
      startsAt: DAY_BEGINS,
      endsAt: dayMinute(8 * 60),
      breaks: [{ startsAt: dayMinute(3 * 60), endsAt: dayMinute(4 * 60) }],
      places: [{ name: "会议室 A", link: null }, { name: "线上", link: "https://meet.hengneng.test/b" }],
      chapterSlugs: chapters,
      panelSize: null,
      presentationMinutes: 8,
      questionMinutes: 10,
      deliberationMinutes: 7,
      changeoverMinutes: 5,
      longestRun: 4,
      bring: null,
      examinerIds: examiners.map(({ id }) => id),
      enrolmentIds: null,
      now: PLANNED_AT,
      ...changes,
    };
    const { dayId } = await well((trx) => planDay(trx, cohort.instructor, input));
    return { cohortId: cohort.id, dayId };
  };
  const key = await plan(options.day);
  const world: DefenseDayWorld = {
    cohort,
    chapters,
    examiners,
    key,
    post: POST,
    act,
    well,
    plan,
    async publish(which = key) {
      await well((trx) => proposeSchedule(trx, { ...which, now: PLANNED_AT }));
      await well((trx) => publishDay(trx, cohort.instructor, { ...which, now: PLANNED_AT }, POST));
    },
    whole: (which = key) =>
      act(async (trx) => {
        const day = await lockDay(trx, which);
        if (!day) throw new Error("no such day");
        return loadDay(trx, day);
      }),
    async slots(which = key) {
      return (await world.whole(which)).slots.filter(({ state }) => state !== "cancelled");
    },
    async slotFor(learner, which = key) {
      const slot = (await world.slots(which)).find(({ enrolmentId }) => enrolmentId === learner.enrolmentId);
      if (!slot) throw new Error("expected a slot");
      return slot;
    },
  };
  return world;
}
