/** What a sales meeting looks at: the funnel, each deal against its roadbook, and what was promised. Pure. */
import { type Money, OPEN_STAGES, type OpenStage, sumMoney } from "~/deals";
import { dayAfter, daysFromTo } from "./plan";

/**
 * The tools whose sheet a deal should have from a stage on: people first, then the pain that makes a project, its return
 * before it counts as an opportunity, criteria and rivals while needs are settled, flaws and risks beside the quote.
 */
export const SHEETS_FROM_STAGE = {
  contact: ["relationship-development"],
  find: ["pain-analysis"],
  qualify: ["value-proposal"],
  clarify: ["criteria-list", "competitive-matrix"],
  proposal: ["flaw-harm-evidence", "risk-relief"],
} as const satisfies Record<OpenStage, readonly string[]>;

/** The sheets a deal in `stage` should have, the earliest first. */
export function sheetsExpected(stage: OpenStage): string[] {
  return OPEN_STAGES.slice(0, OPEN_STAGES.indexOf(stage) + 1).flatMap((one) => [...SHEETS_FROM_STAGE[one]]);
}

export function missingSheets(stage: OpenStage, keys: readonly string[]): string[] {
  return sheetsExpected(stage).filter((key) => !keys.includes(key));
}

/** By when a deal should have left its stage. */
export interface StageDeadline {
  /** Business day. */
  on: string;
  /** `roadbook`: written in the deal's own roadbook; `limit`: so many days in the stage are usual. */
  by: "roadbook" | "limit";
  /** Days past it; 0 until and on the day. */
  over: number;
}

/** The deal's own roadbook goes before the usual days of a stage. */
export function deadlineOf({ stage, stageSince, roadbook, limitDays }: { stage: OpenStage; stageSince: string; roadbook: Partial<Record<OpenStage, string>>; limitDays: number }, today: string): StageDeadline {
  const own = roadbook[stage];
  const on = own ?? dayAfter(stageSince, limitDays);
  return { on, by: own === undefined ? "limit" : "roadbook", over: Math.max(0, daysFromTo(on, today)) };
}

/** Deals of a stage that a meeting shows at first, and on a page of one stage. */
export const DEALS_AT_FIRST = 12;
export const DEALS_PER_PAGE = 24;

/** Which of the open deals a meeting looks at: all stages (the first of each), or one of them page by page. */
export interface MeetingPart {
  stage: OpenStage | null;
  /** From 1. */
  page: number;
}

/** The part that an address asks for; what makes no sense is all stages. */
export function meetingPartOf(params: URLSearchParams): MeetingPart {
  return { stage: OPEN_STAGES.find((stage) => stage === params.get("stage")) ?? null, page: Math.min(10_000, Math.max(1, Math.trunc(Number(params.get("page"))) || 1)) };
}

/** The deals that are shown, in the order given: at first those leading each stage, and beside them as many on which somebody waits. */
export function partOf<D extends { id: string; stage: OpenStage }>(deals: readonly D[], { stage, page }: MeetingPart, waiting: ReadonlySet<string>): D[] {
  if (stage !== null) return deals.filter((deal) => deal.stage === stage).slice((page - 1) * DEALS_PER_PAGE, page * DEALS_PER_PAGE);
  const ofStage = new Map<OpenStage, number>();
  let late = 0;
  return deals.filter((deal) => {
    const nth = (ofStage.get(deal.stage) ?? 0) + 1;
    ofStage.set(deal.stage, nth);
    return nth <= DEALS_AT_FIRST || (waiting.has(deal.id) && (late += 1) <= DEALS_AT_FIRST);
  });
}

export interface FunnelStage {
  stage: OpenStage;
  count: number;
  /** Per currency, exact: amounts of different currencies are never added up. */
  sums: Money[];
  /** Deals past their deadline. */
  late: number;
  /** Days in the stage, the middle one; null without deals. */
  medianDays: number | null;
}

/** The team's open deals by stage, every stage once. */
export function funnelOf(deals: readonly { stage: OpenStage; amount: Money; daysInStage: number; deadline: Pick<StageDeadline, "over"> }[]): FunnelStage[] {
  return OPEN_STAGES.map((stage) => {
    const own = deals.filter((deal) => deal.stage === stage);
    return { stage, count: own.length, sums: sumMoney(own.map(({ amount }) => amount)), late: own.filter(({ deadline }) => deadline.over > 0).length, medianDays: median(own.map(({ daysInStage }) => daysInStage)) };
  });
}

function median(values: readonly number[]): number | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? null) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
}

/** What is wrong with a deal, as a meeting counts it. */
export interface Alarms {
  overDays: number;
  missingRoles: number;
  missingSheets: number;
  methodProblems: number;
  /** The next action is past its day, or there is none. */
  nextActionOver: boolean;
}

/** How much a deal needs the meeting; only for the order in which deals are gone through. */
export function urgency({ overDays, missingRoles: roles, missingSheets: sheets, methodProblems, nextActionOver }: Alarms): number {
  return (overDays > 0 ? 4 + Math.min(overDays, 60) / 60 : 0) + (nextActionOver ? 2 : 0) + Math.min(methodProblems, 4) * 0.75 + roles * 0.5 + sheets * 0.5;
}

export const COMMITMENT_STATES = ["open", "done", "dropped"] as const;
export type CommitmentState = (typeof COMMITMENT_STATES)[number];

export const COMMITMENT_ACTS = ["made", "done", "dropped", "moved", "reopened"] as const;
export type CommitmentAct = (typeof COMMITMENT_ACTS)[number];

/** What each state takes, and what comes of it. */
export const COMMITMENT_COMMANDS = {
  open: { done: "done", dropped: "dropped", moved: "open" },
  done: { reopened: "open" },
  dropped: { reopened: "open" },
} as const satisfies Record<CommitmentState, Partial<Record<Exclude<CommitmentAct, "made">, CommitmentState>>>;

/** The state after an act; null when the state does not take it. */
export function commitmentAfter(state: CommitmentState, act: Exclude<CommitmentAct, "made">): CommitmentState | null {
  return (COMMITMENT_COMMANDS[state] as Partial<Record<Exclude<CommitmentAct, "made">, CommitmentState>>)[act] ?? null;
}

/** How a commitment looks on a day: what is open and past its day is overdue. */
export function commitmentLook({ state, dueOn }: { state: CommitmentState; dueOn: string }, today: string): CommitmentState | "overdue" {
  return state === "open" && dueOn < today ? "overdue" : state;
}
