import type { Kysely } from "kysely";
import type { Sql } from "postgres";
import { createGroup } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import type { Actor } from "~/people";
import { loadActor } from "~/people/index.server";
import { recordEvidence } from "~/pipeline/index.server";
import type { Step } from "~/pipeline";
import { applyEdits, loadDefinition, type SheetEdit } from "~/sheets/index.server";
import { exampleContent } from "~/sheets/example-content";
import { beginGroupSheet } from "~/steps/group-work/index.server";
import { seedScale } from "../../db/seed/scale";
import { sessionCookie } from "./world";

/** The chapter whose first tool the groups fill in, with its own filled example to begin with. */
export const CHAPTER = "03-build-trust";
const TOOL = "relationship-development";
const GROUP_SIZE = 4;
const BEFORE: Step[] = ["preview", "quiz", "lecture"];

export interface RoomGroup {
  sheetId: string;
  members: { actor: Actor; cookie: string }[];
}

export interface PreparedRoom {
  cohortId: string;
  instructorCookie: string;
  groups: RoomGroup[];
}

/** Groups of four at work in one cohort, each with a sheet that is as full as the course's example of it. */
export async function prepareRoom(db: Kysely<DB>, sql: Sql, count: number): Promise<PreparedRoom> {
  const [instructor] = await sql<{ id: string }[]>`select person_id as id from role_grant where role = 'instructor' and revoked_at is null order by granted_at, person_id limit 1`;
  const lead = instructor && (await loadActor(db, instructor.id));
  const [kind] = await sql<{ hash: string }[]>`select current_hash as hash from sheet_kind where key = ${TOOL}`;
  const definition = kind && (await loadDefinition(db, kind.hash));
  if (!lead || !definition) throw new Error("The demo has no instructor, or no sheet to fill in.");
  const now = new Date(Date.now() - 60_000);
  const example = exampleContent(definition, "zh", now.toISOString().slice(0, 10));
  const entries = Object.entries(example.tables).flatMap(([table, rows]) => rows.flatMap((row): SheetEdit[] => [{ do: "add-row", table, row: row.id }, ...Object.entries(row.cells).map(([column, value]): SheetEdit => ({ do: "set", address: `${table}/${row.id}/${column}`, value }))]));
  const seeded = await inTransaction(db, "seed a room", (trx) =>
    seedScale(trx, {
      name: "room",
      learners: count * GROUP_SIZE,
      chapterSlugs: [CHAPTER],
      lead,
      now,
      walk: async (walk, { enrolmentId, personId }) => {
        for (const step of BEFORE) await recordEvidence(walk, { enrolmentId, chapterSlug: CHAPTER, step, outcome: "passed", evidence: { kind: step, id: enrolmentId }, actorId: personId, now });
      },
    }),
  );
  const groups: RoomGroup[] = [];
  for (let number = 0; number < count; number++) {
    const learners = seeded.learners.slice(number * GROUP_SIZE, (number + 1) * GROUP_SIZE);
    const [first] = learners;
    if (!first) throw new Error("There are too few learners.");
    const { sheetId } = await inTransaction(db, "form a group", async (trx) => {
      const made = await createGroup(trx, lead.id, { cohortId: seeded.cohortId, purpose: "class", name: `第 ${number + 1} 组`, enrolmentIds: learners.map(({ enrolmentId }) => enrolmentId), now });
      if (!made.ok) throw new Error(made.error.code);
      const begun = await beginGroupSheet(trx, { id: first.personId }, { enrolmentId: first.enrolmentId, cohortId: seeded.cohortId, chapterSlug: CHAPTER, tool: TOOL, customer: `客户 ${number + 1}`, locale: "zh", now });
      if (!begun.ok) throw new Error(begun.error.code);
      return begun.value;
    });
    const members = await Promise.all(
      learners.map(async ({ personId }) => {
        const actor = await loadActor(db, personId);
        if (!actor) throw new Error("A learner cannot sign in.");
        return { actor, cookie: await sessionCookie(sql, personId) };
      }),
    );
    const filled = await inTransaction(db, "fill a sheet", (trx) => applyEdits(trx, members[0]!.actor, { sheetId, entries, now }));
    if (!filled.ok) throw new Error(filled.error.code);
    groups.push({ sheetId, members });
  }
  await sql`analyze`;
  return { cohortId: seeded.cohortId, instructorCookie: await sessionCookie(sql, lead.id), groups };
}
