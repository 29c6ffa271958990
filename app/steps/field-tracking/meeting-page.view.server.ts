import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { type BuyingRole, type Deal, missingRoles, type OpenStage } from "~/deals";
import { dealsById, sheetsOfDeals, type StageLimits, stageLimits } from "~/deals/index.server";
import { isoDay } from "~/i18n/dates";
import type { Bilingual } from "~/i18n/locale";
import type { Actor } from "~/people";
import { assessedSheet } from "~/sheets/index.server";
import { applicationList, type ShownApplication } from "./application-list.view.server";
import { leadsMeetingsOf } from "./begin-meeting.server";
import { type CommitmentLine, commitmentsOf } from "./commitments.view.server";
import { type DueLetter, dueLetters } from "./due-letters.server";
import { deadlineOf, type FunnelStage, funnelOf, type MeetingPart, missingSheets, partOf, type StageDeadline } from "./meeting";
import { peopleOfTeams, type TeamMember, teamAndBelow } from "./meeting-teams.server";
import { daysFromTo } from "./plan";
import { type RankedDeal, rankedDeals } from "./ranked-deals.server";
import { roadbooksOf } from "./roadbooks.server";
import { coachedBy } from "./rows.server";
import { allTools } from "./tools.server";

/** Sheets whose failed method checks are read out one by one; of the others the number is told. */
const MOST_READ = 24;
/** Letters shown, the longest overdue first; the receivables have them all. */
const MOST_LETTERS = 30;

/** A deal as the meeting goes through it. */
export interface MeetingDeal {
  deal: Deal & { stage: OpenStage };
  daysInStage: number;
  deadline: StageDeadline;
  missingRoles: BuyingRole[];
  missingTools: Bilingual[];
  /** Failed method checks that are problems, with the sheet they are in. */
  problems: { sheetId: string; tool: Bilingual; message: Bilingual }[];
  /** Problems in all, read out or not. */
  problemCount: number;
  nextActionOver: boolean;
  waiting: ShownApplication[];
  minutes: { body: string; by: string; at: Date }[];
}

export interface MeetingPage {
  team: { id: string; nameZh: string; nameEn: string };
  meeting: { id: string; heldOn: string; running: boolean; ledBy: string } | null;
  previousOn: string | null;
  /** Today's, running or not, is not among them. */
  held: { id: string; heldOn: string }[];
  people: TeamMember[];
  commitments: CommitmentLine[];
  /** Of all open deals. */
  funnel: FunnelStage[];
  /** Which part of them `deals` is. */
  part: MeetingPart;
  deals: MeetingDeal[];
  letters: DueLetter[];
  /** Letters due in all, shown or not. */
  letterCount: number;
  minutes: { body: string; by: string; at: Date }[];
  today: string;
}

/**
 * The sales meeting of a team and those below it; null when the actor does not lead it. Of very many deals it shows those of each
 * stage that need the meeting most, or one stage page by page (`part`).
 */
export async function meetingPage(db: Kysely<DB>, actor: Actor, teamId: string, now: Date, part: MeetingPart = { stage: null, page: 1 }): Promise<MeetingPage | null> {
  if (!leadsMeetingsOf(actor, teamId)) return null;
  const team = await db.selectFrom("team").select(["id", "name_zh as nameZh", "name_en as nameEn"]).where("id", "=", teamId).where("closed_at", "is", null).executeTakeFirst();
  if (!team) return null;
  const today = isoDay(now, actor.timeZone);
  const [teamIds, limits] = await Promise.all([teamAndBelow(db, teamId), stageLimits(db)]);
  const [meetings, people, deals] = await Promise.all([lastMeetings(db, teamId), peopleOfTeams(db, teamIds), rankedDeals(db, teamIds, limits, today)]);
  const current = meetings.find(({ running, heldOn }) => running || heldOn === today) ?? null;
  const previous = meetings.find(({ id }) => id !== current?.id) ?? null;
  const waiting = await dealsThatWait(db, actor, people.map(({ id }) => id));
  const shown = partOf(deals, part, waiting);
  const [commitments, letters, lines, minutes] = await Promise.all([
    commitmentsOf(db, { teamId, meetingId: current?.id ?? null, since: previous?.begunAt ?? null, today }),
    dueLetters(db, people.map(({ id }) => id), today),
    meetingDeals(db, actor, shown, limits, today, now),
    current ? minutesOf(db, current.id) : [],
  ]);
  const named = lines.map((line) => ({ ...line, minutes: minutes.filter(({ dealId }) => dealId === line.deal.id) }));
  return {
    team,
    meeting: current && { id: current.id, heldOn: current.heldOn, running: current.running, ledBy: current.ledBy },
    previousOn: previous?.heldOn ?? null,
    held: meetings.filter(({ id }) => id !== current?.id).map(({ id, heldOn }) => ({ id, heldOn })),
    people,
    commitments,
    funnel: funnelOf(deals),
    part,
    deals: named,
    letters: letters.slice(0, MOST_LETTERS),
    letterCount: letters.length,
    minutes: minutes.filter(({ dealId }) => dealId === null),
    today,
  };
}

async function lastMeetings(db: Kysely<DB>, teamId: string): Promise<{ id: string; heldOn: string; begunAt: Date; running: boolean; ledBy: string }[]> {
  return db
    .selectFrom("sales_meeting as s")
    .innerJoin("person as p", "p.id", "s.led_by")
    .select(["s.id", "s.held_on as heldOn", "s.begun_at as begunAt", sql<boolean>`s.ended_at is null`.as("running"), "p.name as ledBy"])
    .where("s.team_id", "=", teamId)
    .orderBy("s.held_on", "desc")
    .limit(8)
    .execute();
}

async function minutesOf(db: Kysely<DB>, meetingId: string): Promise<{ dealId: string | null; body: string; by: string; at: Date }[]> {
  return db
    .selectFrom("sales_meeting_minute as n")
    .innerJoin("person as p", "p.id", "n.by_id")
    .select(["n.deal_id as dealId", "n.body", "p.name as by", "n.at"])
    .where("n.meeting_id", "=", meetingId)
    .orderBy("n.id")
    .execute();
}

/** Deals on which a use of a tool waits for the actor. */
async function dealsThatWait(db: Kysely<DB>, actor: Actor, personIds: readonly string[]): Promise<Set<string>> {
  const rows = await db
    .selectFrom("field_application as a")
    .select("a.deal_id as id")
    .distinct()
    .where("a.state", "=", "waiting")
    .where(sql<boolean>`a.person_id = any(${[...personIds]}::uuid[])`)
    .where(coachedBy(actor, "a.person_id"))
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** What the meeting goes through, in the order given: with the sheets that lie on them, and what waits. */
async function meetingDeals(db: Kysely<DB>, actor: Actor, ranked: readonly RankedDeal[], limits: StageLimits, today: string, now: Date): Promise<Omit<MeetingDeal, "minutes">[]> {
  const ids = ranked.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [deals, sheets, roadbooks, tools, waiting] = await Promise.all([
    dealsById(db, ids),
    sheetsOfDeals(db, ids),
    roadbooksOf(db, ids),
    allTools(db),
    applicationList(db, (query) => query.where("a.state", "=", "waiting").where("a.deal_id", "in", ids).where(coachedBy(actor, "a.person_id")).orderBy("a.due_at"), now),
  ]);
  const ill = [...sheets.values()].flat().filter(({ problems }) => problems > 0).slice(0, MOST_READ);
  const read = new Map((await Promise.all(ill.map(({ sheetId }) => assessedSheet(db, sheetId, now)))).flatMap((one) => (one ? [[one.sheet.id, one] as const] : [])));
  return ranked.flatMap(({ id, stage }): Omit<MeetingDeal, "minutes">[] => {
    const deal = deals.get(id);
    if (!deal) return [];
    const own = sheets.get(id) ?? [];
    return [
      {
        deal: { ...deal, stage },
        daysInStage: daysFromTo(deal.stageSince, today),
        deadline: deadlineOf({ stage, stageSince: deal.stageSince, roadbook: roadbooks.get(id) ?? {}, limitDays: limits[stage] }, today),
        missingRoles: missingRoles(deal),
        missingTools: missingSheets(stage, own.map(({ key }) => key)).map((key) => tools.get(key)?.title ?? { zh: key, en: key }),
        problems: own.flatMap(({ sheetId, kind }) => (read.get(sheetId)?.evaluation.findings ?? []).filter(({ severity }) => severity === "problem").map(({ message }) => ({ sheetId, tool: kind, message }))),
        problemCount: deal.problems,
        nextActionOver: deal.nextAction === null || deal.nextAction.due < today,
        waiting: waiting.filter(({ dealId }) => dealId === id),
      },
    ];
  });
}
