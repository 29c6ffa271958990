import type { Kysely } from "kysely";
import { COMPANY_TIME_ZONE, decideGap, gapPage, rebuildSnapshot, takeSnapshot } from "~/dashboards/index.server";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { demoEmail } from "./accounts";
import { dayOf } from "./story";

/** Days before today whose figures the demo can show: every four weeks back to the first cohort's beginning. */
const DAYS_BACK = [140, 112, 84, 56, 28];

/** What the general manager has decided already. */
const DECISION = { by: "zhang-boyan", owner: "shen-yanqiu", competency: "decision-maker-visits", nextAction: "每周陪一位学员拜访决策者，回来当天写观察记录", inDays: 42 } as const;

/** Counts what the story came to, works out past days from the ledgers as they stood then, keeps today's figures, and puts somebody in charge of one gap. */
export async function keepFigures(db: Kysely<DB>, today: Date): Promise<void> {
  for (const back of DAYS_BACK) {
    const day = isoDay(dayOf(today, -back, 4), COMPANY_TIME_ZONE);
    const rebuilt = await inTransaction(db, "rebuild a snapshot", (trx) => rebuildSnapshot(trx, { day, now: today }));
    if (!rebuilt.ok) throw new Error(`the figures of ${day} could not be worked out: ${rebuilt.error.code}`);
  }
  await takeSnapshot(db, today);
  await decide(db, today);
}

async function decide(db: Kysely<DB>, today: Date): Promise<void> {
  const idOf = async (key: string) => (await db.selectFrom("person").select("id").where("email", "=", demoEmail(key)).executeTakeFirstOrThrow()).id;
  const { id: teamId } = await db.selectFrom("team").select("id").where("kind", "=", "company").executeTakeFirstOrThrow();
  const [by, ownerId, gap] = await Promise.all([idOf(DECISION.by), idOf(DECISION.owner), gapPage(db, teamId, DECISION.competency)]);
  if (!gap) throw new Error("the demo's company is gone");
  const { competency, nextAction } = DECISION;
  const decision = { state: "open", ownerId, nextAction, dueOn: isoDay(dayOf(today, DECISION.inDays, 4), COMPANY_TIME_ZONE), remark: null } as const;
  const decided = await inTransaction(db, "decide about a gap", (trx) => decideGap(trx, by, { teamId, competency, counts: gap.counts, decision }, dayOf(today, -2, 2)));
  if (!decided.ok) throw new Error(`nobody could be put in charge of a gap: ${decided.error.code}`);
}
