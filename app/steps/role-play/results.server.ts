/** What salespeople's rounds came to: sheets, instructor's marks and the rule, read in one place. */
import type { Kysely } from "kysely";
import type { DB } from "~/db/schema";
import { scenariosByHash } from "./load-scenarios.server";
import { type SalesResult, salesResult } from "./result";
import { markMap, type MarkMap, type ObserverOp, type Sheet, sheetOf } from "./sheet";

/** A round as results need it. */
export interface MarkedRound {
  id: string;
  scenarioHash: string;
}

/** Every observer's sheet of these rounds, by round and observer. Who tapped nothing has none. */
export async function loadSheets(db: Kysely<DB>, roundIds: readonly string[]): Promise<Map<string, Map<string, Sheet>>> {
  const sheets = new Map<string, Map<string, Sheet>>();
  if (roundIds.length === 0) return sheets;
  const rows = await db.selectFrom("role_play_mark").select(["round_id", "observer_id", "op_id", "kind", "behaviour_id", "mark", "note", "at"]).where("round_id", "in", roundIds).orderBy("at").orderBy("id").execute();
  const ops = new Map<string, Map<string, ObserverOp[]>>();
  for (const row of rows) {
    const ofRound = ops.get(row.round_id) ?? new Map<string, ObserverOp[]>();
    ops.set(row.round_id, ofRound.set(row.observer_id, [...(ofRound.get(row.observer_id) ?? []), toOp(row)]));
  }
  for (const [roundId, ofRound] of ops) sheets.set(roundId, new Map([...ofRound].map(([observer, list]) => [observer, sheetOf(list)])));
  return sheets;
}

interface MarkRow {
  op_id: string;
  kind: ObserverOp["kind"];
  behaviour_id: string | null;
  mark: "shown" | "partly" | "not-shown" | null;
  note: string | null;
  at: Date;
}

function toOp({ op_id: opId, kind, behaviour_id: behaviourId, mark, note, at }: MarkRow): ObserverOp {
  switch (kind) {
    case "mark":
      return { opId, kind, behaviourId: behaviourId ?? "", mark: mark ?? "not-shown", at };
    case "clear":
      return { opId, kind, behaviourId: behaviourId ?? "", at };
    case "note":
      return { opId, kind, behaviourId, note: note ?? "", at };
    case "hand-in":
      return { opId, kind, at };
  }
}

/** The instructor's mark that holds. */
export interface Assessment {
  id: string;
  marks: MarkMap;
  remark: string | null;
  by: string;
  byId: string;
  at: Date;
}

/** The instructor's latest mark of each of these rounds. */
export async function loadAssessments(db: Kysely<DB>, roundIds: readonly string[]): Promise<Map<string, Assessment>> {
  if (roundIds.length === 0) return new Map();
  const rows = await db
    .selectFrom("role_play_assessment as a")
    .innerJoin("person as p", "p.id", "a.assessed_by")
    .distinctOn("a.round_id")
    .select(["a.id", "a.round_id", "a.marks", "a.remark", "p.name as by", "p.id as byId", "a.at"])
    .where("a.round_id", "in", roundIds)
    .orderBy("a.round_id")
    .orderBy("a.id", "desc")
    .execute();
  return new Map(rows.map(({ round_id, ...assessment }) => [round_id, assessment]));
}

/** What each of these rounds came to for its salesperson, with the cohort's pass mark. */
export async function loadResults(db: Kysely<DB>, rounds: readonly MarkedRound[], passMark: number): Promise<Map<string, SalesResult>> {
  const ids = rounds.map((round) => round.id);
  const [sheets, assessments, scenarios] = await Promise.all([loadSheets(db, ids), loadAssessments(db, ids), scenariosByHash(db, rounds.map((round) => round.scenarioHash))]);
  return new Map(
    rounds.map(({ id, scenarioHash }) => {
      const handedIn = [...(sheets.get(id)?.values() ?? [])].filter((sheet) => sheet.handedInAt !== null).map(markMap);
      return [id, salesResult({ behaviours: scenarios.get(scenarioHash)?.checklist ?? [], sheets: handedIn, assessment: assessments.get(id)?.marks ?? null }, passMark)];
    }),
  );
}
