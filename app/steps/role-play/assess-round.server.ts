import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { type ClaimRefusal, holdForMarking, settleMarking } from "~/marking/index.server";
import { writeAudit } from "~/people/index.server";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { scenariosByHash } from "./load-scenarios.server";
import { loadAssessments } from "./results.server";
import { lockRound } from "./rows.server";
import { roundAdmits } from "./round";
import { checklistPoints, type MarkMap } from "./sheet";
import { reportStandings } from "./standings.server";

export type AssessError =
  | { code: "unknown-round" }
  | { code: "wrong-state" }
  | { code: "incomplete" }
  | { code: "unknown-behaviour" }
  | { code: "marked-meanwhile"; by: string; points: number; max: number }
  | ClaimRefusal;

export interface AssessInput {
  cohortId: string;
  roundId: string;
  /** A mark for every behaviour of the checklist. */
  marks: MarkMap;
  remark: string | null;
  /** The mark that the page showed, null for none: a second marker is told. */
  seenId: string | null;
  now: Date;
}

/** The instructor's mark by the same checklist: it overrides the observers'. Marking again corrects, and the gate is worked out anew. */
export async function assessRound(trx: Transaction<DB>, actor: { id: string }, input: AssessInput): Promise<Result<undefined, AssessError>> {
  const round = await lockRound(trx, input.roundId);
  if (!round || round.cohortId !== input.cohortId) return fail({ code: "unknown-round" });
  if (!roundAdmits(round.state, "assess")) return fail({ code: "wrong-state" });
  const checklist = (await scenariosByHash(trx, [round.scenarioHash])).get(round.scenarioHash)?.checklist ?? [];
  if (Object.keys(input.marks).some((id) => !checklist.some((one) => one.id === id))) return fail({ code: "unknown-behaviour" });
  if (checklist.some((one) => input.marks[one.id] === undefined)) return fail({ code: "incomplete" });
  const latest = (await loadAssessments(trx, [round.id])).get(round.id);
  if ((latest?.id ?? null) !== input.seenId && latest) return fail({ code: "marked-meanwhile", by: latest.by, ...checklistPoints(checklist, latest.marks) });
  const held = await holdForMarking(trx, actor, { kind: "role-play", subjectId: round.id, now: input.now });
  if (!held.ok) return held;
  await trx.insertInto("role_play_assessment").values({ round_id: round.id, marks: { ...input.marks }, remark: input.remark, assessed_by: actor.id, at: input.now }).execute();
  await settleMarking(trx, { kind: "role-play", subjectId: round.id, by: actor.id, now: input.now, score: checklistPoints(checklist, input.marks) });
  await writeAudit(trx, { actorId: actor.id, action: "mark-role-play", subject: { kind: "role-play-round", id: round.id }, details: { marks: { ...input.marks } } });
  await reportStandings(trx, { round, actorId: actor.id, now: input.now });
  await announce(trx, round.sessionId);
  return ok();
}
