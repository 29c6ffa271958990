import { countAll, takeSnapshot } from "~/dashboards/index.server";
import { inTransaction } from "~/db/index.server";
import { openDueSteps } from "~/pipeline/index.server";
import type { Services } from "~/platform/context";
import { deleteDueUploads } from "~/platform/uploads/index.server";
import { remindCheckers } from "~/steps/defense/index.server";
import { advanceAll } from "~/steps/homework/index.server";
import { remindManagers } from "~/steps/field-tracking/index.server";
import { expireAttempts } from "~/steps/quiz/index.server";
import { ageCapability, catchUpCapability } from "./catch-up-capability";
import { writeFieldNotice } from "./field-notice";
import type { JobPlan } from "./jobs";
import { writeVerdictNotice } from "./verdict-notice";

/** Attempts handed in per transaction; a whole class may run out of time in the same minute. */
const EXPIRE_AT_ONCE = 50;

/** Uploads deleted per transaction: each may be hundreds of megabytes. */
const DELETE_AT_ONCE = 5;

/**
 * What the house does in the background, and when. Nothing waits for these: deadlines and openings hold by the clock of
 * each request; the jobs make lists and notices say so for those who are not looking.
 */
export function jobPlan({ db, env, log }: Pick<Services, "db" | "env" | "log">): JobPlan {
  return {
    crontab: ["* * * * * open-due-steps ?max=1", "* * * * * expire-attempts ?max=1", "* * * * * advance-peer-reviews ?max=1", "17 * * * * delete-due-uploads ?max=1", "23 * * * * catch-up-capability ?max=1", "37 18 * * * age-capability ?max=1", "7 * * * * remind-managers ?max=1", "11 * * * * remind-checkers ?max=1", "* * * * * count-tallies ?max=1", "45 15 * * * keep-figures ?fill=12h&max=3"].join("\n"),
    tasks: {
      "open-due-steps": async () => {
        await inTransaction(db, "open due steps", (trx) => openDueSteps(trx, new Date()));
      },
      "expire-attempts": async () => {
        let expired = EXPIRE_AT_ONCE;
        while (expired === EXPIRE_AT_ONCE) expired = await inTransaction(db, "expire attempts", (trx) => expireAttempts(trx, { now: new Date(), limit: EXPIRE_AT_ONCE }));
      },
      "advance-peer-reviews": async () => {
        await advanceAll(db, new Date());
      },
      "remind-managers": async () => {
        await inTransaction(db, "remind managers", (trx) => remindManagers(trx, { now: new Date(), write: writeFieldNotice(env), log }));
      },
      "remind-checkers": async () => {
        await inTransaction(db, "remind checkers", (trx) => remindCheckers(trx, { now: new Date(), post: { write: writeVerdictNotice(env), log } }));
      },
      "catch-up-capability": async () => {
        await catchUpCapability({ db }, new Date());
      },
      "count-tallies": async () => {
        await countAll(db);
      },
      // A quarter of an hour before the day ends in Shanghai; missed while the house was down, as soon as it is up.
      "keep-figures": async () => {
        await takeSnapshot(db, new Date());
      },
      // In the small hours of Shanghai.
      "age-capability": async () => {
        await ageCapability({ db }, new Date());
      },
      "delete-due-uploads": async () => {
        let deleted = DELETE_AT_ONCE;
        while (deleted === DELETE_AT_ONCE) deleted = await inTransaction(db, "delete due uploads", (trx) => deleteDueUploads(trx, { now: new Date(), limit: DELETE_AT_ONCE }));
      },
    },
  };
}
