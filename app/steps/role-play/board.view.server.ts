/** The instructor's board: every group of a session side by side. */
import type { Kysely } from "kysely";
import { type ChapterName, chapterNames, namesInOrder } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual } from "~/i18n/locale";
import { cohortGate } from "~/pipeline/index.server";
import { scenariosByHash } from "./load-scenarios.server";
import { loadResults, loadSheets } from "./results.server";
import type { SalesResult } from "./result";
import type { Role } from "./rotation";
import { findSession, latestPresence, partsOf, roundRows, type RoundRow, type SessionKey, toRound } from "./rows.server";
import type { RolePlaySession } from "./session";
import { headOf, type SessionList } from "./session-list.view.server";
import { loadStandings } from "./standings.server";

export interface BoardPerson {
  enrolmentId: string;
  name: string;
  here: boolean;
  /** Per chapter of the session: roles still lacking, and whether a try as salesperson was not enough. */
  lacking: { chapterSlug: string; roles: Role[]; failed: boolean }[];
}

export interface BoardRound extends Omit<RoundRow, "parts" | "sessionId" | "groupId"> {
  title: Bilingual;
  salesperson: string;
  customer: string;
  observers: { name: string; marked: number; handedIn: boolean }[];
  behaviours: number;
  result: SalesResult | null;
}

export interface BoardGroup {
  id: string;
  number: number;
  members: BoardPerson[];
  rounds: BoardRound[];
}

export interface Board {
  cohort: SessionList["cohort"];
  session: Omit<RolePlaySession, "chapters">;
  chapters: ChapterName[];
  groups: BoardGroup[];
  /** Everybody enrolled, for saying who is there. */
  people: (BoardPerson & { groupNumber: number | null })[];
  /** Here, but in no group; in a group, but gone. */
  unplaced: number;
  gone: number;
  /** A voided round left somebody in a group without a role, and no round is planned or under way that gives it back. */
  replays: boolean;
  now: Date;
}

/** Chinese names by pinyin. */
const BY_NAME = new Intl.Collator("zh-CN");

/** One session with all its groups; undefined where the cohort has no such session. */
export async function board(db: Kysely<DB>, key: SessionKey, now: Date): Promise<Board | undefined> {
  const [session, cohort] = await Promise.all([findSession(db, key), headOf(db, key.cohortId)]);
  if (!session || !cohort) return undefined;
  const { chapters, ...rest } = session;
  const [names, people, groups, rounds] = await Promise.all([chapterNames(db, chapters), loadPeople(db, session), loadGroups(db, session.id), loadRounds(db, session)]);
  const numberOf = new Map(groups.flatMap((group) => group.members.map((id) => [id, group.number] as const)));
  const byId = new Map(people.map((person) => [person.enrolmentId, person]));
  const shown = groups.map(({ id, number, members }) => ({ id, number, members: members.flatMap((person) => byId.get(person) ?? []), rounds: rounds.get(id) ?? [] }));
  return {
    cohort,
    session: rest,
    chapters: namesInOrder(chapters, names),
    groups: shown,
    people: people.map((person) => ({ ...person, groupNumber: numberOf.get(person.enrolmentId) ?? null })),
    unplaced: people.filter((person) => person.here && !numberOf.has(person.enrolmentId)).length,
    gone: people.filter((person) => !person.here && numberOf.has(person.enrolmentId)).length,
    replays: shown.some(lacksByVoid),
    now,
  };
}

function lacksByVoid({ rounds, members }: BoardGroup): boolean {
  const isOver = rounds.every(({ state }) => state === "void" || state === "done");
  return isOver && rounds.some(({ state }) => state === "void") && members.some(({ lacking }) => lacking.some(({ roles, failed }) => roles.length > 0 && !failed));
}

async function loadPeople(db: Kysely<DB>, session: RolePlaySession): Promise<BoardPerson[]> {
  const rows = await db
    .selectFrom("enrolment as e")
    .innerJoin("person as p", "p.id", "e.person_id")
    .leftJoin(latestPresence(db).where("a.session_id", "=", session.id).as("latest"), "latest.enrolment_id", "e.id")
    .select(["e.id as enrolmentId", "p.name", "latest.here"])
    .where("e.cohort_id", "=", session.cohortId)
    .where("e.left_at", "is", null)
    .execute();
  rows.sort((one, other) => BY_NAME.compare(one.name, other.name));
  const enrolmentIds = rows.map((row) => row.enrolmentId);
  const standings = await Promise.all(session.chapters.map(async (chapterSlug) => ({ chapterSlug, of: await loadStandings(db, { cohortId: session.cohortId, chapterSlug, enrolmentIds }) })));
  return rows.map(({ enrolmentId, name, here }) => ({
    enrolmentId,
    name,
    here: here ?? false,
    lacking: standings.map(({ chapterSlug, of }) => {
      const standing = of.get(enrolmentId);
      return { chapterSlug, roles: standing?.lacking ?? [], failed: standing?.outcome === "failed" };
    }),
  }));
}

async function loadGroups(db: Kysely<DB>, sessionId: string): Promise<{ id: string; number: number; members: string[] }[]> {
  const rows = await db
    .selectFrom("role_play_group as g")
    .leftJoin("role_play_group_member as m", (on) => on.onRef("m.group_id", "=", "g.id").on("m.left_at", "is", null))
    .select(["g.id", "g.number", "m.enrolment_id"])
    .where("g.session_id", "=", sessionId)
    .where("g.dissolved_at", "is", null)
    .orderBy("g.number")
    .orderBy("m.id")
    .execute();
  const groups = new Map<string, { id: string; number: number; members: string[] }>();
  for (const { id, number, enrolment_id } of rows) {
    const group = groups.get(id) ?? { id, number, members: [] };
    if (enrolment_id !== null) group.members.push(enrolment_id);
    groups.set(id, group);
  }
  return [...groups.values()];
}

async function loadRounds(db: Kysely<DB>, session: RolePlaySession): Promise<Map<string, BoardRound[]>> {
  const rounds = (await roundRows(db).where("r.session_id", "=", session.id).orderBy("r.number").execute()).map(toRound);
  const everybody = [...new Set(rounds.flatMap((round) => round.parts.map((part) => part.enrolmentId)))];
  const [people, scenarios, sheets, results] = await Promise.all([
    everybody.length === 0 ? [] : db.selectFrom("enrolment as e").innerJoin("person as p", "p.id", "e.person_id").select(["e.id", "p.name"]).where("e.id", "in", everybody).execute(),
    scenariosByHash(db, rounds.map((round) => round.scenarioHash)),
    loadSheets(db, rounds.map((round) => round.id)),
    resultsByChapter(db, session, rounds),
  ]);
  const nameOf = new Map(people.map((row) => [row.id, row.name]));
  const name = (id: string): string => nameOf.get(id) ?? "";
  const groups = new Map<string, BoardRound[]>();
  for (const { parts: _parts, sessionId: _session, groupId, ...round } of rounds) {
    const who = partsOf({ parts: _parts });
    const scenario = scenarios.get(round.scenarioHash);
    const observers = who.observers.map((id) => {
      const sheet = sheets.get(round.id)?.get(id);
      return { name: name(id), marked: sheet?.marks.size ?? 0, handedIn: sheet?.handedInAt != null };
    });
    const shown: BoardRound = {
      ...round,
      title: scenario?.title ?? { zh: "", en: "" },
      salesperson: name(who.salesperson),
      customer: name(who.customer),
      observers,
      behaviours: scenario?.checklist.length ?? 0,
      result: results.get(round.id) ?? null,
    };
    groups.set(groupId, [...(groups.get(groupId) ?? []), shown]);
  }
  return groups;
}

async function resultsByChapter(db: Kysely<DB>, session: RolePlaySession, rounds: readonly RoundRow[]): Promise<Map<string, SalesResult>> {
  const all = new Map<string, SalesResult>();
  for (const chapterSlug of session.chapters) {
    const done = rounds.filter((round) => round.chapterSlug === chapterSlug && round.state === "done");
    if (done.length === 0) continue;
    const { passMark } = await cohortGate(db, session.cohortId, chapterSlug, "role-play");
    for (const [id, result] of await loadResults(db, done, passMark)) all.set(id, result);
  }
  return all;
}
