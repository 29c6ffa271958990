/** A round as the cohort's staff sees it: everything that belongs to it. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import { cohortGate } from "~/pipeline/index.server";
import { scenariosByHash } from "./load-scenarios.server";
import { recordingsOf } from "./record-round.server";
import { salesResult } from "./result";
import { loadAssessments, loadSheets } from "./results.server";
import type { RoundState, Turn } from "./round";
import type { RoundScreen, ScreenRecording, ScreenReview, ScreenSheet } from "./round-screen";
import { latestReview, namesOf, toScreenSheet } from "./round-screen.view.server";
import { findRound, partsOf } from "./rows.server";
import { openScenario } from "./scenario";
import { markMap, type MarkMap } from "./sheet";
import { showChecklist, showHiddenBrief, type ShownBehaviour, type ShownHiddenBrief, type ShownSalesBrief, type ShownScenario, showSalesBrief, showScenario } from "./shown";

export interface RoundPage {
  roundId: string;
  sessionId: string;
  sessionTitle: string;
  cohort: { id: string; name: string; timeZone: string };
  chapter: { slug: string; number: number; title: string };
  number: number;
  state: RoundState;
  turn: Turn | null;
  minutes: number;
  startedAt: Date | null;
  endedAt: Date | null;
  voidReason: string | null;
  salesperson: { enrolmentId: string; name: string };
  customer: string;
  scenario: ShownScenario;
  salesBrief: ShownSalesBrief;
  hiddenBrief: ShownHiddenBrief;
  checklist: ShownBehaviour[];
  sheets: ScreenSheet[];
  review: ScreenReview | null;
  recordings: ScreenRecording[];
  assessment: { id: string; marks: MarkMap; remark: string | null; by: string; at: Date } | null;
  result: NonNullable<RoundScreen["result"]>;
}

/** One round of the cohort; undefined where it has no such round. */
export async function roundPage(db: Kysely<DB>, { cohortId, roundId, locale }: { cohortId: string; roundId: string; locale: Locale }): Promise<RoundPage | undefined> {
  const round = await findRound(db, roundId);
  if (!round || round.cohortId !== cohortId) return undefined;
  const scenario = (await scenariosByHash(db, [round.scenarioHash])).get(round.scenarioHash);
  if (!scenario) return undefined;
  const [names, head, sheets, assessments, review, recordings, gate] = await Promise.all([
    namesOf(db, round.parts.map((part) => part.enrolmentId)),
    db
      .selectFrom("role_play_round as r")
      .innerJoin("role_play_session as s", "s.id", "r.session_id")
      .innerJoin("cohort as c", "c.id", "s.cohort_id")
      .innerJoin("chapter as k", "k.slug", "r.chapter_slug")
      .select(["s.title as sessionTitle", "c.id as cohortId", "c.name as cohortName", "c.time_zone as timeZone", "k.number", "k.title", "r.void_reason as voidReason"])
      .where("r.id", "=", roundId)
      .executeTakeFirstOrThrow(),
    loadSheets(db, [roundId]),
    loadAssessments(db, [roundId]),
    latestReview(db, roundId),
    recordingsOf(db, roundId),
    cohortGate(db, cohortId, round.chapterSlug, "role-play"),
  ]);
  const parts = partsOf(round);
  const own = sheets.get(roundId);
  const assessment = assessments.get(roundId) ?? null;
  const handedIn = [...(own?.values() ?? [])].filter((sheet) => sheet.handedInAt !== null).map(markMap);
  return {
    roundId,
    sessionId: round.sessionId,
    sessionTitle: head.sessionTitle,
    cohort: { id: head.cohortId, name: head.cohortName, timeZone: head.timeZone },
    chapter: { slug: round.chapterSlug, number: head.number, title: pick(head.title as Parameters<typeof pick>[0], locale) },
    number: round.number,
    state: round.state,
    turn: round.turn,
    minutes: round.minutes,
    startedAt: round.startedAt,
    endedAt: round.endedAt,
    voidReason: head.voidReason,
    salesperson: { enrolmentId: parts.salesperson, name: names.get(parts.salesperson) ?? "" },
    customer: names.get(parts.customer) ?? "",
    scenario: showScenario(openScenario(scenario), locale),
    salesBrief: showSalesBrief(scenario, locale),
    hiddenBrief: showHiddenBrief(scenario, locale),
    checklist: showChecklist(scenario, locale),
    sheets: parts.observers.map((id) => toScreenSheet(id, names.get(id) ?? "", own?.get(id))),
    review,
    recordings: recordings.map((one) => ({ ...one, startedAt: one.startedAt.toISOString(), stoppedAt: one.stoppedAt?.toISOString() ?? null, deleteAfter: one.deleteAfter.toISOString() })),
    assessment,
    result: { ...salesResult({ behaviours: scenario.checklist, sheets: handedIn, assessment: assessment?.marks ?? null }, gate.passMark), passMark: gate.passMark },
  };
}
