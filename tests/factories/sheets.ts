/** A small tool sheet, and sheets of it in a cohort made by the real use cases. */
import { createHash } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { inTransaction } from "~/db/index.server";
import type { DB, JsonValue } from "~/db/schema";
import type { Actor } from "~/people";
import { applyEdits, createSheet, type Member, readSheet, type SheetEdit } from "~/sheets/index.server";
import type { SheetDefinition } from "~/sheets/definition";
import type { SheetContent } from "~/sheets/content";
import { SAMPLE_SHEET } from "~/sheets/testing";
import { actorOf, type Learner, makeCohort, type TestCohort } from "./cohorts";

/** Publishes a definition for new sheets, as it is. */
export async function publishSheet(db: Kysely<DB>, definition: SheetDefinition = SAMPLE_SHEET): Promise<void> {
  const hash = createHash("sha256").update(JSON.stringify(definition)).digest("hex");
  const now = new Date("2026-01-01T00:00:00Z");
  await db.insertInto("sheet_definition").values({ hash, key: definition.key, body: definition as unknown as JsonValue, first_seen: now }).onConflict((conflict) => conflict.doNothing()).execute();
  await db
    .insertInto("sheet_kind")
    .values({ key: definition.key, chapter_slug: definition.chapter, position: 1, current_hash: hash, retired_at: null })
    .onConflict((conflict) => conflict.column("key").doUpdateSet({ current_hash: hash }))
    .execute();
}

export interface SheetWorld {
  cohort: TestCohort;
  learners: Learner[];
  /** Learners with their rights, in the order of `learners`. */
  actors: Actor[];
  /** The learners' sheet; all of them may edit it. */
  sheetId: string;
  now: Date;
  act<T>(work: (trx: Transaction<DB>) => Promise<T>): Promise<T>;
  make(options?: { members?: Member[]; key?: string; teamId?: string | null; copyFrom?: { sheetId: string; version?: number } }): Promise<string>;
  edit(author: number, ...entries: SheetEdit[]): Promise<number>;
  content(): Promise<SheetContent>;
}

/** A cohort of `learners` people who share one empty sheet. */
export async function sheetWorld(db: Kysely<DB>, { learners: count = 3, definition = SAMPLE_SHEET }: { learners?: number; definition?: SheetDefinition } = {}): Promise<SheetWorld> {
  await publishSheet(db, definition);
  const cohort = await makeCohort(db, { learners: count });
  const now = new Date("2026-03-10T06:00:00Z");
  const act: SheetWorld["act"] = (work) => inTransaction(db, "test", work);
  const members = cohort.learners.map(({ personId }) => ({ personId, may: "edit" as const }));
  const make: SheetWorld["make"] = async (options = {}) => {
    const created = await act((trx) =>
      createSheet(trx, { key: options.key ?? definition.key, title: "申科食品", cohortId: cohort.id, teamId: options.teamId ?? null, locale: "zh", members: options.members ?? members, createdBy: cohort.instructor.id, now, ...(options.copyFrom ? { copyFrom: options.copyFrom } : {}) }),
    );
    if (!created.ok) throw new Error(created.error.code);
    return created.value.sheetId;
  };
  await db.updateTable("person").set({ state: "active", password_hash: "x" }).where("id", "in", cohort.learners.map(({ personId }) => personId)).execute();
  const actors = await Promise.all(cohort.learners.map(({ personId }) => actorOf(db, personId)));
  const sheetId = await make();
  return {
    cohort,
    learners: cohort.learners,
    actors,
    sheetId,
    now,
    act,
    make,
    async edit(author, ...entries) {
      const result = await act((trx) => applyEdits(trx, actors[author]!, { sheetId, entries, now }));
      if (!result.ok) throw new Error(result.error.code);
      return result.value.version;
    },
    async content() {
      const read = await readSheet(db, sheetId);
      return read!.content;
    },
  };
}

/** An edit of one cell. */
export const put = (address: string, value: Extract<SheetEdit, { do: "set" }>["value"]): SheetEdit => ({ do: "set", address, value });
export const addRow = (table: string, row: string, after?: string | null, parent?: string): SheetEdit => ({ do: "add-row", table, row, ...(after === undefined ? {} : { after }), ...(parent === undefined ? {} : { parent }) });
