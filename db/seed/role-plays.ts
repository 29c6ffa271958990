import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { randomFrom } from "~/platform/random";
import { advanceDebrief, endConversation, endSession, formTriads, planSession, recordMarks, reviewSelf, scenariosByHash, setPresence, startRounds, startSession } from "~/steps/role-play/index.server";
import { stableUuid } from "./stable-uuid";
import type { Walker } from "./walk-road";

const MINUTE_MS = 60_000;
const ROUND_MINUTES = 20;

interface Stage {
  cohortId: string;
  chapters: string[];
  place: string;
  startsAt: Date;
  instructorId: string;
}

type Played = { ok: true; value: unknown } | { ok: false; error: { code: string } };

/** Plans a role-play session of the story. */
export async function plannedRolePlay(trx: Transaction<DB>, stage: Stage, now: Date): Promise<string> {
  const planned = await planSession(trx, { id: stage.instructorId }, {
    cohortId: stage.cohortId,
    title: "建立信任：三人一组，轮流上场",
    place: stage.place,
    link: null,
    startsAt: stage.startsAt,
    endsAt: new Date(stage.startsAt.getTime() + 180 * MINUTE_MS),
    chapterSlugs: stage.chapters,
    conversationMinutes: null,
    now,
  });
  if (!planned.ok) throw new Error(`the demo's role-play was refused: ${planned.error.code}`);
  return planned.value.sessionId;
}

/** Holds a session with these people (three at least) as it really goes: groups, rounds, sheets, debriefs, some reviews. */
export async function heldRolePlay(trx: Transaction<DB>, stage: Stage, walkers: readonly Walker[]): Promise<void> {
  const later = (minutes: number): Date => new Date(stage.startsAt.getTime() + minutes * MINUTE_MS);
  const sessionId = await plannedRolePlay(trx, stage, later(-7 * 24 * 60));
  const key = { cohortId: stage.cohortId, sessionId };
  const instructor = { id: stage.instructorId };
  const well = (what: string, result: Played): void => {
    if (!result.ok) throw new Error(`the demo's role-play: ${what}: ${result.error.code}`);
  };
  well("presence", await setPresence(trx, instructor, { ...key, entries: walkers.map(({ enrolmentId }) => ({ enrolmentId, here: true })), now: later(-10) }));
  well("groups", await formTriads(trx, { ...key, now: later(-5) }));
  well("start", await startSession(trx, { ...key, now: later(0) }));
  const personOf = new Map(walkers.map((walker) => [walker.enrolmentId, walker.personId]));
  for (let minutes = 5; await hasPlanned(trx, sessionId); minutes += ROUND_MINUTES) {
    well("round", await startRounds(trx, { ...key, groupId: null, now: later(minutes) }));
    for (const round of await runningRounds(trx, sessionId)) await playRound(trx, round, personOf, (offset) => later(minutes + offset), well);
  }
  well("end", await endSession(trx, instructor, { ...key, now: later(170) }));
}

interface RunningRound {
  id: string;
  hash: string;
  parts: { enrolmentId: string; role: string }[];
}

async function playRound(trx: Transaction<DB>, round: RunningRound, personOf: ReadonlyMap<string, string>, at: (minutes: number) => Date, well: (what: string, result: Played) => void): Promise<void> {
  const checklist = (await scenariosByHash(trx, [round.hash])).get(round.hash)?.checklist ?? [];
  const person = (role: string): { id: string } => ({ id: personOf.get(round.parts.find((part) => part.role === role)?.enrolmentId ?? "") ?? "" });
  const salesperson = round.parts.find((part) => part.role === "salesperson")?.enrolmentId ?? "";
  for (const { enrolmentId } of round.parts.filter((part) => part.role === "observer")) {
    const seed = `${personOf.get(enrolmentId) ?? ""} watches ${personOf.get(salesperson) ?? ""} ${round.hash}`;
    const random = randomFrom(seed);
    // One behaviour of the checklist was only partly there; everybody of the story passes.
    const weak = Math.floor(random() * checklist.length);
    const ops = checklist.map(({ id }, index) => ({ opId: stableUuid(`${seed} ${id}`), kind: "mark" as const, behaviourId: id, mark: index === weak ? ("partly" as const) : ("shown" as const), at: at(0.4 + index * 1.05).toISOString() }));
    const note = { opId: stableUuid(`${seed} note`), kind: "note" as const, behaviourId: null, note: "停顿的时候没有抢话，客户自己把顾虑说了出来。", at: at(4).toISOString() };
    const handIn = { opId: stableUuid(`${seed} hand-in`), kind: "hand-in" as const, at: at(12).toISOString() };
    well("marks", await recordMarks(trx, { id: personOf.get(enrolmentId) ?? "" }, { roundId: round.id, ops: [...ops, note], now: at(8) }));
    if (enrolmentId === round.parts.find((part) => part.role === "observer")?.enrolmentId) well("end of the conversation", await endConversation(trx, person("salesperson"), { roundId: round.id, now: at(8) }));
    well("sheet", await recordMarks(trx, { id: personOf.get(enrolmentId) ?? "" }, { roundId: round.id, ops: [handIn], now: at(12) }));
  }
  const review = { roundId: round.id, marks: Object.fromEntries(checklist.slice(0, 3).map(({ id }) => [id, "shown" as const])), wentWell: "先把结论说清楚，再等他问。", nextTime: "早一点问时间，下一步要说到哪一天。", now: at(13) };
  well("review", await reviewSelf(trx, person("salesperson"), review));
  for (const turn of ["salesperson", "customer", "observer"] as const) well("debrief", await advanceDebrief(trx, person("customer"), { roundId: round.id, turn, now: at(14) }));
}

async function hasPlanned(trx: Transaction<DB>, sessionId: string): Promise<boolean> {
  return (await trx.selectFrom("role_play_round").select("id").where("session_id", "=", sessionId).where("state", "=", "planned").limit(1).executeTakeFirst()) !== undefined;
}

async function runningRounds(trx: Transaction<DB>, sessionId: string): Promise<RunningRound[]> {
  const rows = await trx
    .selectFrom("role_play_round as r")
    .innerJoin("role_play_part as p", "p.round_id", "r.id")
    .innerJoin("role_play_group as g", "g.id", "r.group_id")
    .innerJoin("enrolment as e", "e.id", "p.enrolment_id")
    .select(["r.id", "r.scenario_hash as hash", "p.enrolment_id as enrolmentId", "p.role"])
    .where("r.session_id", "=", sessionId)
    .where("r.state", "=", "running")
    .orderBy("g.number")
    .orderBy("e.person_id")
    .execute();
  const rounds = new Map<string, RunningRound>();
  for (const { id, hash, ...part } of rows) rounds.set(id, { id, hash, parts: [...(rounds.get(id)?.parts ?? []), part] });
  return [...rounds.values()];
}
