import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import { commitmentLook, type CommitmentState } from "./meeting";

/** A commitment as meetings and people see it. */
export interface CommitmentLine {
  id: string;
  body: string;
  ownerId: string;
  ownerName: string;
  ownerLatin: string | null;
  deal: { id: string; title: string; accountName: string } | null;
  dueOn: string;
  state: CommitmentState;
  look: CommitmentState | "overdue";
  /** In which meeting it was made. */
  madeOn: string;
  /** Made in the meeting that is shown. */
  isNew: boolean;
  /** Meetings of the team that were held after it was made: how often it was carried. */
  carried: number;
  /** How often its day was moved. */
  moved: number;
  result: string | null;
  version: number;
}

function rows(db: Kysely<DB>) {
  return db
    .selectFrom("sales_commitment as o")
    .innerJoin("sales_meeting as s", "s.id", "o.meeting_id")
    .innerJoin("person as p", "p.id", "o.owner_id")
    .leftJoin("deal as d", "d.id", "o.deal_id")
    .leftJoin("account as a", "a.id", "d.account_id")
    .select(["o.id", "o.body", "o.owner_id as ownerId", "p.name as ownerName", "p.name_latin as ownerLatin", "o.deal_id as dealId", "d.title as dealTitle", "a.name as accountName", "o.due_on as dueOn", "o.state", "s.held_on as madeOn", "o.meeting_id as meetingId", "o.version"])
    .select(sql<number>`(select count(*)::int from sales_meeting later where later.team_id = o.team_id and later.held_on > s.held_on)`.as("carried"))
    .select(sql<number>`(select count(*)::int from sales_commitment_event v where v.commitment_id = o.id and v.kind = 'moved')`.as("moved"))
    .select(sql<string | null>`(select v.result from sales_commitment_event v where v.commitment_id = o.id order by v.id desc limit 1)`.as("result"));
}

type Row = Awaited<ReturnType<ReturnType<typeof rows>["execute"]>>[number];

function toLine({ dealId, dealTitle, accountName, meetingId, ...row }: Row, today: string, current: string | null): CommitmentLine {
  return { ...row, deal: dealId === null ? null : { id: dealId, title: dealTitle ?? "", accountName: accountName ?? "" }, look: commitmentLook(row, today), isNew: meetingId === current };
}

/**
 * What a team's meeting looks at: everything open, what was settled since the previous meeting began, and what this meeting
 * made. Overdue ones first, then by day.
 */
export async function commitmentsOf(db: Kysely<DB>, { teamId, meetingId, since, today }: { teamId: string; meetingId: string | null; since: Date | null; today: string }): Promise<CommitmentLine[]> {
  const found = await rows(db)
    .where("o.team_id", "=", teamId)
    .where((eb) =>
      eb.or([
        eb("o.state", "=", "open"),
        ...(meetingId === null ? [] : [eb("o.meeting_id", "=", meetingId)]),
        eb.exists(
          eb
            .selectFrom("sales_commitment_event as v")
            .select("v.id")
            .whereRef("v.commitment_id", "=", "o.id")
            .where("v.kind", "in", ["done", "dropped"])
            .where("v.at", ">=", since ?? new Date(0)),
        ),
      ]),
    )
    .orderBy("o.due_on")
    .orderBy("o.made_at")
    .orderBy("o.id")
    .execute();
  return found.map((row) => toLine(row, today, meetingId));
}

/** One person's own commitments: open ones, and what was settled in the last 30 days. */
export async function ownCommitments(db: Kysely<DB>, personId: string, { today, now }: { today: string; now: Date }): Promise<CommitmentLine[]> {
  const found = await rows(db)
    .where("o.owner_id", "=", personId)
    .where((eb) => eb.or([eb("o.state", "=", "open"), eb("o.made_at", ">", new Date(now.getTime() - 30 * 86_400_000))]))
    .orderBy(sql`o.state <> 'open'`)
    .orderBy("o.due_on")
    .orderBy("o.id")
    .execute();
  return found.map((row) => toLine(row, today, null));
}
