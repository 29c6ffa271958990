/** Groups of a session: formed at random from those who are there, and put right when people come late or leave. */
import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { randomFrom } from "~/platform/random";
import { fail, ok, type Result } from "~/platform/result";
import { announce } from "./announce.server";
import { loadPlanner, type Planner, writePlan } from "./planner.server";
import { latestPresence, lockSession, type SessionKey } from "./rows.server";
import { type RolePlaySession, sessionAdmits } from "./session";
import { formGroups, type Group, repairGroups, type TooFew } from "./triads";

export type FormError = { code: "unknown-session" } | { code: "wrong-state" } | TooFew;
type Input = SessionKey & { now: Date };

/**
 * Forms groups of everybody who is there, at random; people of one team are spread. Groups that have begun to play stay as
 * they are, the others are formed anew.
 */
export async function formTriads(trx: Transaction<DB>, input: Input): Promise<Result<{ groups: number }, FormError>> {
  const opened = await open(trx, input);
  if (!opened.ok) return opened;
  const { session, present, groups } = opened.value;
  const begun = await groupsThatBegan(trx, session.id);
  const stay = new Set(groups.filter((group) => begun.has(group.id)).flatMap((group) => group.members));
  const free = await withTeams(trx, present.filter((person) => !stay.has(person)));
  const formed = formGroups(free, randomFrom(`${session.startsAt.toISOString()} ${input.now.toISOString()}`));
  if (!formed.ok) return formed;
  for (const group of groups.filter((one) => !begun.has(one.id))) await dissolve(trx, group.id, input.now);
  await writeGroups(trx, session, formed.value, input.now);
  await announce(trx, session.id);
  return ok({ groups: formed.value.length });
}

/** Puts the groups right for those who are there now, with the fewest changes of what was planned; see `repairGroups`. */
export async function repairTriads(trx: Transaction<DB>, input: Input): Promise<Result<{ moved: number; groups: number }, FormError>> {
  const opened = await open(trx, input);
  if (!opened.ok) return opened;
  const { session, present, groups } = opened.value;
  const planner = await loadPlanner(trx, session, present);
  const repaired = repairGroups(groups, present, (group) => planner.cost(group));
  if (!repaired.ok) return repaired;
  const kept = new Map(repaired.value.groups.map((group) => [group.id, group]));
  // Who changes groups leaves the old one first: nobody is in two at once.
  for (const before of groups) {
    const after = kept.get(before.id)?.members ?? [];
    await leave(trx, before.id, before.members.filter((person) => !after.includes(person)), input.now);
    if (!kept.has(before.id)) await dissolve(trx, before.id, input.now);
  }
  for (const group of repaired.value.groups) {
    if (group.id === null) continue;
    const before = groups.find((one) => one.id === group.id)?.members ?? [];
    await join(trx, session.id, group.id, group.members.filter((person) => !before.includes(person)), input.now);
    await writePlan(trx, session, group.id, planner.plan(group));
  }
  await writeGroups(trx, session, repaired.value.groups.filter((group) => group.id === null), input.now, planner);
  await announce(trx, session.id);
  return ok({ moved: repaired.value.moved.length, groups: repaired.value.groups.length });
}

interface Opened {
  session: RolePlaySession;
  present: string[];
  groups: { id: string; members: string[] }[];
}

async function open(trx: Transaction<DB>, input: Input): Promise<Result<Opened, FormError>> {
  const session = await lockSession(trx, input);
  if (!session) return fail({ code: "unknown-session" });
  if (!sessionAdmits(session.state, "groups")) return fail({ code: "wrong-state" });
  const rows = await latestPresence(trx).innerJoin("enrolment as e", "e.id", "a.enrolment_id").where("a.session_id", "=", session.id).where("e.left_at", "is", null).execute();
  const present = rows.filter((row) => row.here).map((row) => row.enrolment_id);
  return ok({ session, present, groups: await currentGroups(trx, session.id) });
}

/** The groups of a session with who is in them now, by number. */
export async function currentGroups(trx: Transaction<DB>, sessionId: string): Promise<{ id: string; members: string[] }[]> {
  const rows = await trx
    .selectFrom("role_play_group as g")
    .leftJoin("role_play_group_member as m", (on) => on.onRef("m.group_id", "=", "g.id").on("m.left_at", "is", null))
    .select(["g.id", "m.enrolment_id"])
    .where("g.session_id", "=", sessionId)
    .where("g.dissolved_at", "is", null)
    .orderBy("g.number")
    .orderBy("m.id")
    .execute();
  const groups = new Map<string, string[]>();
  for (const { id, enrolment_id } of rows) groups.set(id, [...(groups.get(id) ?? []), ...(enrolment_id === null ? [] : [enrolment_id])]);
  return [...groups].map(([id, members]) => ({ id, members }));
}

async function groupsThatBegan(trx: Transaction<DB>, sessionId: string): Promise<Set<string>> {
  const rows = await trx.selectFrom("role_play_round").select("group_id").distinct().where("session_id", "=", sessionId).where("state", "!=", "planned").execute();
  return new Set(rows.map((row) => row.group_id));
}

async function withTeams(trx: Transaction<DB>, enrolmentIds: readonly string[]): Promise<{ id: string; team: string | null }[]> {
  if (enrolmentIds.length === 0) return [];
  return trx
    .selectFrom("enrolment as e")
    .leftJoin("team_membership as m", (on) => on.onRef("m.person_id", "=", "e.person_id").on("m.valid_to", "is", null))
    .select(["e.id", "m.team_id as team"])
    .where("e.id", "in", enrolmentIds)
    .orderBy("e.person_id")
    .execute();
}

async function writeGroups(trx: Transaction<DB>, session: RolePlaySession, groups: readonly Group[], now: Date, planner?: Planner): Promise<void> {
  const plans = planner ?? (await loadPlanner(trx, session, groups.flatMap((group) => group.members)));
  const taken = await trx.selectFrom("role_play_group").select("number").where("session_id", "=", session.id).where("dissolved_at", "is", null).execute();
  const numbers = new Set(taken.map((row) => row.number));
  for (const group of groups) {
    let number = 1;
    while (numbers.has(number)) number += 1;
    numbers.add(number);
    const { id } = await trx.insertInto("role_play_group").values({ session_id: session.id, number, formed_at: now }).returning("id").executeTakeFirstOrThrow();
    await join(trx, session.id, id, group.members, now);
    await writePlan(trx, session, id, plans.plan({ id: null, members: group.members }));
  }
}

async function join(trx: Transaction<DB>, sessionId: string, groupId: string, people: readonly string[], now: Date): Promise<void> {
  if (people.length === 0) return;
  await trx.insertInto("role_play_group_member").values(people.map((enrolment_id) => ({ group_id: groupId, session_id: sessionId, enrolment_id, joined_at: now }))).execute();
}

async function leave(trx: Transaction<DB>, groupId: string, people: readonly string[], now: Date): Promise<void> {
  if (people.length === 0) return;
  await trx.updateTable("role_play_group_member").set({ left_at: now }).where("group_id", "=", groupId).where("enrolment_id", "in", people).where("left_at", "is", null).execute();
}

async function dissolve(trx: Transaction<DB>, groupId: string, now: Date): Promise<void> {
  await trx.deleteFrom("role_play_round").where("group_id", "=", groupId).where("state", "=", "planned").execute();
  await trx.updateTable("role_play_group_member").set({ left_at: now }).where("group_id", "=", groupId).where("left_at", "is", null).execute();
  await trx.updateTable("role_play_group").set({ dissolved_at: now }).where("id", "=", groupId).execute();
}
