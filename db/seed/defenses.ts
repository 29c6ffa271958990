import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { randomFrom } from "~/platform/random";
import type { Result } from "~/platform/result";
import { chairPosition, criterionPositions, promptPosition } from "~/steps/defense/room/places";
import { agreeLevel, beginDefense, type DayKey, decideVerdict, lockScores, moveDefense, planDay, proposeSchedule, publishDay, reviseScore, type RoomPage, roomPage, saveSheet, signVerdict } from "~/steps/defense/index.server";
import { loadActor } from "~/people/index.server";
import type { Actor } from "~/people";
import { CHANGED, CONDITION, FAILED, markFor, MINUTES, NOTES, REDO, REMARKS, STRENGTHS } from "./defense-texts";
import { stableUuid } from "./stable-uuid";
import { dayOf } from "./story";
import type { Walker } from "./walk-road";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

/** What came of a defense in the story. */
export type Fate = "pass" | "conditional" | "fail";

export interface HeldDay {
  day: DayKey;
  /** Whose defense it was, with what came of it. */
  walkers: readonly { walker: Walker; fate: Fate }[];
  examinerIds: readonly string[];
  today: Date;
}

/**
 * How strictly each examiner of the demo rates, in levels, in the order of the company's file. Slightly different people: one is
 * strict, one is mild, the others lie near the middle; what is left is noise that is the same on every machine.
 */
const SEVERITY = [-0.1, -0.55, 0.05, 0.45, 0.15, -0.2];
const NOISE = 0.8;

/** Holds every defense of a day that lies behind, by the same use cases as everybody: scored blind, reconciled, decided, signed. */
export async function holdDefenses(trx: Transaction<DB>, held: HeldDay): Promise<void> {
  const slots = await trx
    .selectFrom("defense_slot as s")
    .innerJoin("defense_place as p", "p.id", "s.place_id")
    .select(["s.id", "s.enrolment_id as enrolmentId", "s.starts_at as startsAt"])
    .where("s.day_id", "=", held.day.dayId)
    .where("s.state", "=", "planned")
    .orderBy("s.starts_at")
    .orderBy("p.position")
    .execute();
  const actors = new Map<string, Actor>();
  for (const id of held.examinerIds) {
    const actor = await loadActor(trx, id);
    if (actor) actors.set(id, actor);
  }
  for (const [at, slot] of slots.entries()) {
    const one = held.walkers.find(({ walker }) => walker.enrolmentId === slot.enrolmentId);
    if (one) await hold(trx, { ...held, ...one, slotId: slot.id, startsAt: slot.startsAt, number: at, actors });
  }
}

interface OneDefense extends HeldDay {
  walker: Walker;
  fate: Fate;
  slotId: string;
  startsAt: Date;
  number: number;
  actors: ReadonlyMap<string, Actor>;
}

async function hold(trx: Transaction<DB>, one: OneDefense): Promise<void> {
  const { slotId, actors } = one;
  const at = (minute: number): Date => new Date(one.startsAt.getTime() + minute * MINUTE_MS);
  const seats = await trx.selectFrom("defense_panelist").select(["person_id as id", "chair"]).where("slot_id", "=", slotId).where("left_at", "is", null).orderBy("chair", "desc").orderBy("id").execute();
  const panel = seats.flatMap(({ id }) => actors.get(id) ?? []);
  const [chair] = panel;
  if (!chair) throw new Error("a defense of the demo has no chair");
  const base = { slotId };
  must("begin", await beginDefense(trx, chair, { ...base, now: at(1) }));
  must("questions", await moveDefense(trx, chair, { ...base, kind: "advance", from: "presenting", now: at(9) }));
  must("scoring", await moveDefense(trx, chair, { ...base, kind: "advance", from: "questioning", now: at(19) }));
  for (const [seat, examiner] of panel.entries()) {
    must("score", await saveSheet(trx, examiner, { ...base, ops: sheetOf(one, examiner, await pageOf(trx, examiner, slotId)), now: at(19.5) }));
    must("lock", await lockScores(trx, examiner, { ...base, now: at(20 + seat / 4) }));
  }
  await reconcile(trx, one, panel, at);
  await decide(trx, one, chair, at);
  const { verdict } = await pageOf(trx, chair, slotId);
  for (const [seat, examiner] of panel.entries()) must("sign", await signVerdict(trx, examiner, { ...base, verdictId: verdict?.id ?? "", now: at(24.5 + seat / 4) }, null));
}

/** What an examiner taps and writes: how well the candidate did, how strict the examiner is, and chance. */
function sheetOf({ walker, fate, examinerIds, slotId }: OneDefense, examiner: Actor, page: RoomPage) {
  const random = randomFrom(`${walker.seed} defense ${examiner.email}`);
  const severity = SEVERITY[examinerIds.indexOf(examiner.id)] ?? 0;
  const criteria = page.chapters.flatMap((chapter) => chapter.criteria);
  // Candidates differ more than one candidate's criteria do; otherwise no panel could agree on who is better.
  const candidate = randomFrom(`${walker.seed} defense`)() * 1.1;
  const levels = criteria.map(({ id, levels: all }) => {
    const ability = candidate + randomFrom(`${walker.seed} ${id}`)() * 0.6 + { pass: 1.3, conditional: 0.8, fail: 0 }[fate];
    return Math.max(0, Math.min(all.length - 1, Math.round(ability + severity + (random() + random() - 1) * NOISE)));
  });
  const noted = Math.floor(random() * criteria.length);
  const values = new Map<number, string>(levels.map((level, at) => [criterionPositions(at).level, String(level)]));
  values.set(criterionPositions(noted).note, NOTES[levels[noted] ?? 0]?.[Math.floor(random() * 2)] ?? "");
  // Four or five questions fit into the time.
  page.prompts.forEach((prompt, at) => {
    const about = criteria.findIndex(({ id }) => prompt.criteria.includes(id));
    if (random() < 0.65 && about >= 0) values.set(promptPosition(at), markFor(levels[about] ?? 0));
  });
  return [...values].map(([position, value]) => ({ opId: stableUuid(`${slotId} ${examiner.email} ${position}`), position, baseRevision: 0, value }));
}

/** What lies two levels apart is talked about: whoever is furthest from the median comes a level closer, then the panel agrees. */
async function reconcile(trx: Transaction<DB>, { slotId, number }: OneDefense, panel: readonly Actor[], at: (minute: number) => Date): Promise<void> {
  const [chair] = panel;
  if (!chair) return;
  const talked = (await pageOf(trx, chair, slotId)).reveal?.filter(({ discussed }) => discussed) ?? [];
  for (const [turn, { chapterSlug, criterionId, scores, proposed }] of talked.entries()) {
    const middle = proposed ?? 0;
    const furthest = scores.reduce((most, score) => (Math.abs(score.level - middle) > Math.abs(most.level - middle) ? score : most));
    const examiner = panel.find(({ id }) => id === furthest.examinerId);
    const level = furthest.level + Math.sign(middle - furthest.level);
    if (examiner && level !== furthest.level) must("revise", await reviseScore(trx, examiner, { slotId, chapterSlug, criterionId, level, reason: CHANGED[(number + turn) % CHANGED.length] ?? "", now: at(21.5) }));
    must("agree", await agreeLevel(trx, chair, { slotId, chapterSlug, criterionId, level: middle, now: at(22) }));
  }
}

async function decide(trx: Transaction<DB>, { walker, fate, slotId, number, today }: OneDefense, chair: Actor, at: (minute: number) => Date): Promise<void> {
  const texts: [number, string][] = [
    [chairPosition("strengths"), fate === "fail" ? FAILED.strengths : (STRENGTHS[number % STRENGTHS.length] ?? "")],
    [chairPosition("redo"), fate === "fail" ? FAILED.redo : (REDO[number % REDO.length] ?? "")],
    [criterionPositions(number % 3).remark, REMARKS[number % REMARKS.length] ?? ""],
    ...(number % 4 === 0 ? [[chairPosition("minutes"), MINUTES] as [number, string]] : []),
  ];
  const ops = texts.map(([position, value]) => ({ opId: stableUuid(`${slotId} chair ${position}`), position, baseRevision: 0, value }));
  must("write", await saveSheet(trx, chair, { slotId, ops, now: at(23) }));
  const condition = fate === "conditional" ? { what: CONDITION, due: isoDay(dayOf(today, 8, 4), "Asia/Shanghai"), checkerId: chair.id } : null;
  const decided = await decideVerdict(trx, chair, { slotId, outcome: fate, condition, now: at(24) });
  if (!decided.ok) throw new Error(`the demo's verdict on ${walker.seed} was refused: ${JSON.stringify(decided.error)}`);
}

/** Who failed gets a new slot: a small day of their own, a few days from the day of seeding. */
export async function planNewSlots(trx: Transaction<DB>, { day, walkers, examinerIds, today }: HeldDay): Promise<void> {
  const failed = walkers.filter(({ fate }) => fate === "fail").map(({ walker }) => walker);
  const [first] = failed;
  if (!first) return;
  const startsAt = dayOf(today, 5, 6);
  const now = new Date(dayOf(today, 0, 0).getTime() - DAY_MS / 6);
  const { dayId } = must("plan", await planDay(trx, { id: first.instructorId }, {
    cohortId: day.cohortId,
    title: "春季班补答辩",
    startsAt,
    endsAt: new Date(startsAt.getTime() + 90 * MINUTE_MS),
    breaks: [],
    places: [{ name: "广州 · 天河培训中心 1 号会议室", link: null }],
    chapterSlugs: [first.chapterSlug],
    panelSize: null,
    presentationMinutes: 8,
    questionMinutes: 10,
    deliberationMinutes: 7,
    changeoverMinutes: 5,
    longestRun: 4,
    bring: null,
    examinerIds: [...examinerIds],
    enrolmentIds: failed.map(({ enrolmentId }) => enrolmentId),
    now,
  }));
  const key = { cohortId: day.cohortId, dayId, now };
  must("propose", await proposeSchedule(trx, key));
  must("publish", await publishDay(trx, { id: first.instructorId }, key, null));
}

async function pageOf(trx: Transaction<DB>, examiner: Actor, slotId: string): Promise<RoomPage> {
  const page = await roomPage(trx, examiner, { slotId, locale: "zh" });
  if (!page) throw new Error("an examiner of the demo is not on the panel");
  return page;
}

function must<T>(what: string, result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(`the demo's defense was refused (${what}): ${JSON.stringify(result.error)}`);
  return result.value;
}
