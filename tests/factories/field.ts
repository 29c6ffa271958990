/** A learner in the field: a team with its manager, one above, a deal of the learner's, a chapter whose road is field tracking alone. */
import { randomUUID } from "node:crypto";
import type { Kysely, Transaction } from "kysely";
import { addSheetToDeal, createDeal } from "~/deals/index.server";
import { inTransaction } from "~/db/index.server";
import type { DB, JsonValue } from "~/db/schema";
import type { Actor } from "~/people";
import type { Step } from "~/pipeline";
import { applyEdits } from "~/sheets/index.server";
import { SAMPLE_SHEET } from "~/sheets/testing";
import { logApplication, type NewApplication } from "~/steps/field-tracking/index.server";
import { actorOf, type Learner, makeChapters, makeCohort, type TestCohort } from "./cohorts";
import { makePeople, type TestPeople } from "./people";
import { addRow, publishSheet, put } from "./sheets";

const BEFORE: Step[] = ["preview", "quiz", "lecture", "group-work", "role-play", "homework", "defense"];

/** The learner's first day in the field, noon in Shanghai. */
export const T0 = new Date("2026-03-10T04:00:00Z");
export const days = (count: number): Date => new Date(T0.getTime() + count * 86_400_000);
export const dayText = (count: number): string => days(count).toISOString().slice(0, 10);

export interface FieldWorld {
  people: TestPeople;
  cohort: TestCohort;
  chapterSlug: string;
  tool: string;
  regionId: string;
  teamId: string;
  learner: Learner;
  actor: Actor;
  /** Of the learner's team, of the region above, of another team. */
  manager: Actor;
  regional: Actor;
  stranger: Actor;
  executive: Actor;
  dealId: string;
  step: { enrolmentId: string; chapterSlug: string };
  act<T>(work: (trx: Transaction<DB>) => Promise<T>): Promise<T>;
  /** A sheet of the tool on the deal. */
  sheet(): Promise<string>;
  /** Writes a row into it. */
  fill(sheetId: string, name: string): Promise<void>;
  log(more?: Partial<NewApplication>): ReturnType<typeof logApplication>;
  /** The same, and the id. */
  logged(more?: Partial<NewApplication>): Promise<string>;
  state(): Promise<string>;
  version(applicationId: string): Promise<number>;
}

export async function fieldWorld(db: Kysely<DB>, { gate = {} }: { gate?: { [key: string]: JsonValue } } = {}): Promise<FieldWorld> {
  const people = await makePeople(db);
  const regionId = await people.team();
  const [teamId, otherTeam] = [await people.team(regionId), await people.team(regionId)];
  const manager = await people.actor("manager", { kind: "team", teamId });
  const regional = await people.actor("manager", { kind: "team", teamId: regionId });
  const stranger = await people.actor("manager", { kind: "team", teamId: otherTeam });
  const executive = await people.actor("executive");
  const [chapterSlug = ""] = await makeChapters(db, 1, BEFORE);
  const cohort = await makeCohort(db, { people, chapters: [chapterSlug] });
  await db
    .insertInto("cohort_step")
    .values({ cohort_id: cohort.id, chapter_slug: chapterSlug, step: "field-tracking", opens_at: null, due_at: null, gate: { confirmedApplications: 2, ...gate } })
    .onConflict((conflict) => conflict.columns(["cohort_id", "chapter_slug", "step"]).doUpdateSet({ gate: { confirmedApplications: 2, ...gate } }))
    .execute();
  const [learner] = await cohort.enrol(1, { teamId, now: T0 });
  if (!learner) throw new Error("expected a learner");
  await db.updateTable("person").set({ state: "active", password_hash: "x" }).where("id", "=", learner.personId).execute();
  const actor = await actorOf(db, learner.personId);
  const tool = `tool-${randomUUID().slice(0, 8)}`;
  await publishSheet(db, { ...SAMPLE_SHEET, key: tool, chapter: chapterSlug });
  const act: FieldWorld["act"] = (work) => inTransaction(db, "test", work);
  const made = await act((trx) => createDeal(trx, { title: "空压站节能", account: { name: `申科${randomUUID().slice(0, 6)}` }, amountMinor: "168000000", currency: "CNY", expectedClose: null, stage: "find", since: dayText(-20), actor, now: T0 }));
  if (!made.ok) throw new Error(made.error.code);
  const { dealId } = made.value;
  const step = { enrolmentId: learner.enrolmentId, chapterSlug };
  const world: FieldWorld = {
    people, cohort, chapterSlug, tool, regionId, teamId, learner, actor, manager, regional, stranger, executive, dealId, step, act,
    async sheet() {
      const added = await act((trx) => addSheetToDeal(trx, { dealId, from: { key: tool }, actor, now: T0 }));
      if (!added.ok) throw new Error(added.error.code);
      return added.value.sheetId;
    },
    async fill(sheetId, name) {
      const row = randomUUID().slice(0, 8);
      const edited = await act((trx) => applyEdits(trx, actor, { sheetId, entries: [addRow("people", row), put(`people/${row}/name`, name)], now: T0 }));
      if (!edited.ok) throw new Error(edited.error.code);
    },
    log: (more = {}) => act((trx) => logApplication(trx, actor, { ...step, opId: randomUUID(), dealId, sheetKey: tool, note: "厂长补了一条顾虑", usedOn: dayText(0), now: T0, ...more })),
    async logged(more = {}) {
      const logged = await world.log(more);
      if (!logged.ok) throw new Error(JSON.stringify(logged.error));
      return logged.value.applicationId;
    },
    state: () => cohort.state(learner, "field-tracking", chapterSlug),
    async version(id) {
      return (await db.selectFrom("field_application").select("version").where("id", "=", id).executeTakeFirstOrThrow()).version;
    },
  };
  return world;
}
