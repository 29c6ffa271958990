import type { Transaction } from "kysely";
import { createGroup } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { loadActor } from "~/people/index.server";
import { randomFrom } from "~/platform/random";
import type { Result } from "~/platform/result";
import { applyEdits, type SheetEdit } from "~/sheets/index.server";
import { absoluteDay } from "~/sheets/example-content";
import type { RatingLevel } from "~/steps/group-work";
import { acceptSheet, beginGroupSheet, handInSheet, ratePeers, sendBackSheet } from "~/steps/group-work/index.server";
import { type DemoSheet, readGroupSheets } from "./read-group-sheets";
import type { DemoGroup } from "./story";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const TOOL = "relationship-development";

/** Somebody of the cohort. */
export interface Member {
  personId: string;
  enrolmentId: string;
}

export interface GroupsOfStory {
  cohortId: string;
  chapterSlug: string;
  instructorId: string;
  /** By the keys of the demo's files. */
  members: ReadonlyMap<string, Member>;
  groups: readonly DemoGroup[];
  begins: Date;
  today: Date;
}

/** Forms the cohort's class groups and lets them work as far as the story says, by the same use cases as everybody. */
export async function workInGroups(trx: Transaction<DB>, story: GroupsOfStory): Promise<void> {
  const sheets = await readGroupSheets();
  for (const group of story.groups) {
    const enrolmentIds = group.members.map((key) => memberOf(story, key).enrolmentId);
    must("group", await createGroup(trx, story.instructorId, { cohortId: story.cohortId, purpose: "class", name: group.name, enrolmentIds, now: new Date(story.begins.getTime() + 5 * DAY_MS) }));
    const sheet = group.sheet === undefined ? undefined : sheets.get(group.sheet.id);
    if (group.sheet && !sheet) throw new Error(`the demo has no sheet ${group.sheet.id}`);
    if (group.sheet && sheet) await workOn(trx, story, group, sheet, group.sheet);
  }
}

async function workOn(trx: Transaction<DB>, story: GroupsOfStory, group: DemoGroup, sheet: DemoSheet, { beginsAfterDays, outcome }: NonNullable<DemoGroup["sheet"]>): Promise<void> {
  const { cohortId, chapterSlug } = story;
  let now = new Date(story.begins.getTime() + beginsAfterDays * DAY_MS);
  const after = (minutes: number): Date => (now = new Date(now.getTime() + minutes * MINUTE_MS));
  const starter = memberOf(story, sheet.by);
  const { groupSheetId, sheetId } = must("begin", await beginGroupSheet(trx, { id: starter.personId }, { enrolmentId: starter.enrolmentId, cohortId, chapterSlug, tool: TOOL, customer: sheet.customer, locale: "zh", now }));
  const write = async (key: string, entries: SheetEdit[]): Promise<void> => {
    const actor = await loadActor(trx, memberOf(story, key).personId);
    if (!actor) throw new Error(`the demo's ${key} is missing`);
    must("edit", await applyEdits(trx, actor, { sheetId, entries, now: after(11) }));
  };
  await write(sheet.by, [
    { do: "set", address: "customer", value: sheet.customer },
    { do: "set", address: "project", value: sheet.project },
  ]);
  for (const { id, by, better: _, ...cells } of sheet.rows) await write(by, [{ do: "add-row", table: "people", row: id }, ...cellsOf(id, cells, story.today)]);
  if (outcome === "open") return;

  let number = 0;
  const handIn = async (key: string, note: string | null): Promise<void> => {
    const member = memberOf(story, key);
    ({ number } = must("hand in", await handInSheet(trx, { id: member.personId }, { cohortId, groupSheetId, enrolmentId: member.enrolmentId, note, now: after(16) })));
  };
  const last = group.members.at(-1) ?? sheet.by;
  await handIn(sheet.by, sheet.note ?? null);
  if (outcome === "waiting") return;
  const instructor = { id: story.instructorId };
  if (sheet.returned) {
    must("send back", await sendBackSheet(trx, instructor, { cohortId, groupSheetId, seen: number, remark: sheet.returned, now: after(300) }));
    for (const { id, better } of sheet.rows) {
      if (!better) continue;
      const { by, ...cells } = better;
      await write(by, cellsOf(id, cells, story.today));
    }
    await handIn(last, null);
  }
  await rate(trx, { cohortId, groupSheetId, seed: sheet.id, members: group.members.map((key) => memberOf(story, key).enrolmentId), now: after(45) });
  must("accept", await acceptSheet(trx, instructor, { cohortId, groupSheetId, seen: number, remark: sheet.accepted ?? null, now: after(240) }));
}

/** The cells of a row, dates counted from today. */
function cellsOf(row: string, cells: Record<string, unknown>, today: Date): SheetEdit[] {
  return Object.entries(cells).map(([column, value]) => ({
    do: "set",
    address: `people/${row}/${column}`,
    value: column === "due" ? absoluteDay(String(value), isoDay(today, "Asia/Shanghai")) : (value as string | number | string[]),
  }));
}

/** Members say how they see one another: mostly that each did their share. */
async function rate(trx: Transaction<DB>, { cohortId, groupSheetId, seed, members, now }: { cohortId: string; groupSheetId: string; seed: string; members: string[]; now: Date }): Promise<void> {
  const random = randomFrom(`${seed} peers`);
  const kinds = new Map(members.map((id) => [id, random()]));
  for (const raterId of members) {
    const ratings = members.filter((id) => id !== raterId).map((enrolmentId) => ({ enrolmentId, level: Math.min(5, Math.max(2, Math.round(2.6 + (kinds.get(enrolmentId) ?? 0) * 1.8 + random() * 0.8))) as RatingLevel }));
    must("rate", await ratePeers(trx, { cohortId, groupSheetId, raterId, ratings, now }));
  }
}

function memberOf({ members }: GroupsOfStory, key: string): Member {
  const member = members.get(key);
  if (!member) throw new Error(`the demo's groups name ${key}, who is not in the cohort`);
  return member;
}

function must<T>(what: string, result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(`the demo's group work was refused (${what}): ${result.error.code}`);
  return result.value;
}
