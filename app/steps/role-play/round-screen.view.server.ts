import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { cohortGate } from "~/pipeline/index.server";
import { loadConsents } from "./consent.server";
import { scenariosByHash } from "./load-scenarios.server";
import { ownPart } from "./own-part.server";
import { consentState } from "./recording";
import { recordingsOf } from "./record-round.server";
import { salesResult } from "./result";
import { loadAssessments, loadSheets } from "./results.server";
import { mayReadBrief, mayReadChecklist, mayReadMarks, mayReadSalesBrief, type Reader } from "./round";
import type { RoundScreen, ScreenReview, ScreenSheet } from "./round-screen";
import { findRound, roleIn, roundRows, type RoundRow, toRound } from "./rows.server";
import { openScenario, type Scenario } from "./scenario";
import { markMap, type Sheet } from "./sheet";
import { showChecklist, showHiddenBrief, showSalesBrief, showScenario } from "./shown";

/** The round for one of those in it; undefined for anybody else. Reading a hidden brief is written down. */
export async function roundScreen(db: Kysely<DB>, actor: { id: string }, { roundId, locale, now }: { roundId: string; locale: Locale; now: Date }): Promise<RoundScreen | undefined> {
  const part = await ownPart(db, actor.id, roundId);
  const round = part && (await findRound(db, roundId));
  const scenario = round && (await scenariosByHash(db, [round.scenarioHash])).get(round.scenarioHash);
  if (!part || !round || !scenario) return undefined;
  const [people, siblings, session, sheets, assessments, consents, recordings, review] = await Promise.all([
    namesOf(db, round.parts.map((one) => one.enrolmentId)),
    roundRows(db).where("r.group_id", "=", round.groupId).orderBy("r.number").execute().then((rows) => rows.map(toRound)),
    db.selectFrom("role_play_session").select(["title", "state"]).where("id", "=", round.sessionId).executeTakeFirstOrThrow(),
    loadSheets(db, [roundId]),
    loadAssessments(db, [roundId]),
    loadConsents(db, round),
    recordingsOf(db, roundId),
    latestReview(db, roundId),
  ]);
  const reader: Reader = { role: part.role, state: round.state, turn: round.turn, isDue: isDue(round, siblings), sellsHere: await sellsIn(db, part.enrolmentId, scenario.id, round.chapterSlug) };
  const own = sheets.get(roundId) ?? new Map<string, Sheet>();
  const shown = (observerId: string): ScreenSheet => toScreenSheet(observerId, people.get(observerId) ?? "", own.get(observerId));
  const observers = round.parts.filter((one) => one.role === "observer").map((one) => one.enrolmentId);
  const isSalesperson = part.role === "salesperson";
  const toldResult = isSalesperson && mayReadMarks(reader);
  const readsBrief = mayReadBrief(reader);
  if (readsBrief) await noteReading(db, actor.id, round.chapterSlug, scenario.id, now);
  const next = siblings.find((one) => one.number > round.number && one.state !== "void" && one.state !== "done" && roleIn(one, part.enrolmentId) !== undefined);
  const assessment = assessments.get(roundId);
  const missing = consents.filter((one) => one.agrees !== true).map((one) => people.get(one.enrolmentId) ?? "");
  return {
    roundId,
    sessionId: round.sessionId,
    sessionTitle: session.title,
    sessionRuns: session.state === "running",
    chapterSlug: round.chapterSlug,
    enrolmentId: part.enrolmentId,
    number: round.number,
    rounds: siblings.length,
    state: round.state,
    turn: round.turn,
    minutes: round.minutes,
    startedAt: iso(round.startedAt),
    endedAt: iso(round.endedAt),
    now: now.toISOString(),
    role: part.role,
    people: round.parts.map((one) => ({ enrolmentId: one.enrolmentId, name: people.get(one.enrolmentId) ?? "", role: one.role, me: one.enrolmentId === part.enrolmentId })),
    scenario: showScenario(openScenario(scenario), locale),
    salesBrief: mayReadSalesBrief(reader) ? showSalesBrief(scenario, locale) : null,
    checklist: mayReadChecklist(reader) ? showChecklist(scenario, locale) : null,
    hiddenBrief: readsBrief ? showHiddenBrief(scenario, locale) : null,
    sheet: part.role === "observer" ? shown(part.enrolmentId) : null,
    sheets: mayReadMarks(reader) ? observers.map(shown) : null,
    review: isSalesperson ? review : null,
    result: toldResult ? await resultOf(db, round, scenario, own, assessment?.marks ?? null) : null,
    assessment: toldResult && assessment ? { marks: assessment.marks, remark: assessment.remark, by: assessment.by } : null,
    consent: { state: consentState(consents), mine: consents.find((one) => one.enrolmentId === part.enrolmentId)?.agrees ?? null, missing },
    recordings: recordings.map((one) => ({ ...one, startedAt: one.startedAt.toISOString(), stoppedAt: iso(one.stoppedAt), deleteAfter: one.deleteAfter.toISOString() })),
    next: next ? { roundId: next.id, role: roleIn(next, part.enrolmentId) ?? "observer", number: next.number } : null,
  };
}

async function resultOf(db: Kysely<DB>, round: RoundRow & { cohortId: string }, scenario: Scenario, sheets: ReadonlyMap<string, Sheet>, assessment: ReturnType<typeof markMap> | null): Promise<RoundScreen["result"]> {
  const { passMark } = await cohortGate(db, round.cohortId, round.chapterSlug, "role-play");
  const handedIn = [...sheets.values()].filter((sheet) => sheet.handedInAt !== null).map(markMap);
  return { ...salesResult({ behaviours: scenario.checklist, sheets: handedIn, assessment }, passMark), passMark };
}

/** Whether it is the group's turn to play this round: it has begun, or it is the first that has not. */
function isDue(round: RoundRow, siblings: readonly RoundRow[]): boolean {
  return round.state !== "planned" || siblings.find((one) => one.state === "planned")?.id === round.id;
}

/** Whether the learner is to sell in this scenario in a round that has not come to the customer's turn yet. */
async function sellsIn(db: Kysely<DB>, enrolmentId: string, scenarioId: string, chapterSlug: string): Promise<boolean> {
  const row = await db
    .selectFrom("role_play_part as p")
    .innerJoin("role_play_round as r", "r.id", "p.round_id")
    .innerJoin("role_play_scenario_version as v", "v.hash", "r.scenario_hash")
    .select("r.id")
    .where("p.enrolment_id", "=", enrolmentId)
    .where("p.role", "=", "salesperson")
    .where("v.scenario_id", "=", scenarioId)
    .where("v.chapter_slug", "=", chapterSlug)
    .where((eb) => eb.or([eb("r.state", "in", ["planned", "running"]), eb.and([eb("r.state", "=", "debrief"), eb("r.turn", "=", "salesperson")])]))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

async function noteReading(db: Kysely<DB>, personId: string, chapterSlug: string, scenarioId: string, now: Date): Promise<void> {
  await db
    .insertInto("role_play_brief_reading")
    .values({ person_id: personId, chapter_slug: chapterSlug, scenario_id: scenarioId, at: now })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
}

/** Names of learners by enrolment. */
export async function namesOf(db: Kysely<DB>, enrolmentIds: readonly string[]): Promise<Map<string, string>> {
  if (enrolmentIds.length === 0) return new Map();
  const rows = await db.selectFrom("enrolment as e").innerJoin("person as p", "p.id", "e.person_id").select(["e.id", "p.name"]).where("e.id", "in", enrolmentIds).execute();
  return new Map(rows.map((row) => [row.id, row.name]));
}

/** The salesperson's latest review of a round. */
export async function latestReview(db: Kysely<DB>, roundId: string): Promise<ScreenReview | null> {
  const row = await db.selectFrom("role_play_self_review").select(["marks", "went_well", "next_time", "at"]).where("round_id", "=", roundId).orderBy("id", "desc").limit(1).executeTakeFirst();
  return row ? { marks: row.marks, wentWell: row.went_well, nextTime: row.next_time, at: row.at.toISOString() } : null;
}

/** A sheet as pages show it; of somebody who tapped nothing, an empty one. */
export function toScreenSheet(observerId: string, name: string, sheet: Sheet | undefined): ScreenSheet {
  return {
    observerId,
    name,
    marks: [...(sheet?.marks ?? [])].map(([behaviourId, { mark, at }]) => ({ behaviourId, mark, at: at.toISOString() })),
    notes: (sheet?.notes ?? []).map(({ opId, behaviourId, note, at }) => ({ id: opId, behaviourId, note, at: at.toISOString() })),
    handedInAt: iso(sheet?.handedInAt ?? null),
  };
}

function iso(at: Date | null): string | null {
  return at?.toISOString() ?? null;
}
