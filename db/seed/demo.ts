import type { Kysely, Transaction } from "kysely";
import { createCohort, enrolLearners } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import type { DB } from "~/db/schema";
import { isoDay } from "~/i18n/dates";
import { loadActor } from "~/people/index.server";
import { randomFrom } from "~/steps/quiz/index.server";
import { seedCapability } from "./capability";
import { keepFigures } from "./dashboards";
import { seedDealSheets } from "./deal-sheets";
import { seedDeals } from "./deals";
import { seedFieldUse } from "./field";
import { seedFieldMeetings } from "./field-meetings";
import { type DemoCompany, readCompany } from "./read-company";
import { type SeededCompany, seedCompany } from "./seed-company";
import { DEMO_COHORTS, type DemoCohort, dayOf, type Progress } from "./story";
import { workInGroups } from "./group-work";
import { type Fate, holdDefenses, planNewSlots } from "./defenses";
import { heldLecture, plannedLecture } from "./lectures";
import { calibrate } from "./calibration";
import { seedDefenseDay } from "./defense-days";
import { doHomework } from "./homework";
import { heldRolePlay, plannedRolePlay } from "./role-plays";
import { hasDoneHomework, type Walker, walkOn, walkRoad, walkUp } from "./walk-road";

/**
 * Seeds the demo company with its three cohorts, dated relative to `today`, through the same use cases as everybody.
 * The same day gives the same story. Chapters must be published. All or nothing.
 */
export async function seedDemo(db: Kysely<DB>, { today }: { today: Date }): Promise<void> {
  const company = await readCompany();
  await inTransaction(db, "seed the demo company", async (trx) => {
    const seeded = await seedCompany(trx, company, dayOf(today, -400, 1));
    await calibrate(trx, { personOf: (key) => idOf(seeded, key), today });
    for (const cohort of DEMO_COHORTS) await seedCohort(trx, company, seeded, cohort, today);
    await seedDeals(trx, company, seeded, today);
    await seedDealSheets(trx, seeded, today);
    await seedFieldUse(trx, company, seeded, today);
    await seedFieldMeetings(trx, seeded, today);
    await seedCapability(trx, (key) => idOf(seeded, key), today);
  });
  // Of what the others' stories came to: last, and after the commit.
  await keepFigures(db, today);
}

/** Whether nobody is there yet: only then a demo may be seeded. */
export async function isEmpty(db: Kysely<DB>): Promise<boolean> {
  return (await db.selectFrom("person").select("id").limit(1).executeTakeFirst()) === undefined;
}

async function seedCohort(trx: Transaction<DB>, company: DemoCompany, seeded: SeededCompany, cohort: DemoCohort, today: Date): Promise<void> {
  const lead = await loadActor(trx, idOf(seeded, cohort.instructors[0] ?? ""));
  if (!lead) throw new Error("the demo's instructor is missing");
  const begins = dayOf(today, cohort.startsInDays, 1);
  const created = await createCohort(trx, lead, {
    name: cohort.name,
    teamId: seeded.companyId,
    timeZone: "Asia/Shanghai",
    startsOn: isoDay(dayOf(today, cohort.startsInDays, 0), "UTC"),
    endsOn: isoDay(dayOf(today, cohort.endsInDays, 0), "UTC"),
    chapterSlugs: cohort.chapters,
  });
  if (!created.ok) throw new Error(`the demo's cohort was refused: ${created.error.code}`);
  const { cohortId } = created.value;
  for (const key of cohort.instructors.slice(1)) {
    await trx.insertInto("role_grant").values({ person_id: idOf(seeded, key), role: "instructor", scope_kind: "cohort", team_id: null, cohort_id: cohortId, granted_by: lead.id, granted_at: today, revoked_at: null, revoked_by: null }).execute();
  }
  const members = company.regions.flatMap((region) => region.teams).filter((team) => cohort.teams.includes(team.id)).flatMap((team) => team.members.map((member) => member.id));
  const emails = await emailsOf(trx, members.map((key) => idOf(seeded, key)));
  const enrolledAt = new Date(Math.min(begins.getTime(), today.getTime()) - 5 * 86_400_000);
  await enrolLearners(trx, lead.id, cohortId, { by: "email", emails }, enrolledAt);
  await trx.updateTable("cohort").set({ state: "open" }).where("id", "=", cohortId).execute();

  const enrolments = new Map((await trx.selectFrom("enrolment").select(["id", "person_id"]).where("cohort_id", "=", cohortId).execute()).map((row) => [row.person_id, row.id]));
  const at = dayOf(today, cohort.lecture.inDays, 5, 30);
  const lecture = { cohortId, chapters: cohort.chapters, place: cohort.lecture.place, startsAt: at, instructorId: lead.id };
  const held = at < today ? await heldLecture(trx, lecture) : await plannedLecture(trx, lecture, new Date(begins.getTime() - 2 * 86_400_000));
  const onStage: Walker[] = [];
  let usual = 0;
  const walkers = members.map((key) => {
    const progress = cohort.people[key] ?? cohort.usual[usual++ % cohort.usual.length] ?? { at: "start" as const };
    const personId = idOf(seeded, key);
    const walker: Walker = {
      personId,
      enrolmentId: enrolments.get(personId) ?? "",
      cohortId,
      chapterSlug: cohort.chapters[0] ?? "",
      instructorId: lead.id,
      begins,
      pace: cohort.state === "closed" ? 14 : 2,
      seed: `${cohort.name} ${key}`,
      spread: randomFrom(key)(),
    };
    return { key, walker, progress };
  });
  for (const { walker, progress } of walkers) await walkRoad(trx, walker, progress, (attending) => held.attend(attending));
  const byKey = new Map(walkers.map(({ key, walker }) => [key, walker]));
  await workInGroups(trx, { cohortId, chapterSlug: cohort.chapters[0] ?? "", instructorId: lead.id, members: byKey, groups: cohort.groups, begins, today });
  for (const { walker, progress } of walkers) await walkOn(trx, walker, progress, (player) => void onStage.push(player));
  await held.end();
  const stage = { ...lecture, startsAt: dayOf(today, cohort.startsInDays + cohort.rolePlayAfterDays, 5, 30) };
  if (onStage.length >= 3) await heldRolePlay(trx, stage, onStage);
  if (cohort.state === "open" && begins < today) await plannedRolePlay(trx, { ...stage, startsAt: dayOf(today, 9, 5, 30) }, dayOf(today, -1, 2));
  const homework = walkers.filter(({ progress }) => hasDoneHomework(progress)).map(({ walker }) => walker);
  await doHomework(trx, { cohortId, chapterSlug: cohort.chapters[0] ?? "", instructorId: lead.id, walkers: homework, begins: new Date(begins.getTime() + cohort.homeworkAfterDays * 86_400_000) });
  const examinerIds = company.examiners.map(({ id }) => idOf(seeded, id));
  const day = await seedDefenseDay(trx, cohort, { cohortId, instructorId: lead.id, examinerIds, today });
  if (day && (cohort.defense?.inDays ?? 0) < 0) {
    const fates = walkers.filter(({ progress }) => hasDoneHomework(progress)).map(({ walker, progress }) => ({ walker, fate: fateOf(progress) }));
    await holdDefenses(trx, { day, walkers: fates, examinerIds, today });
    await planNewSlots(trx, { day, walkers: fates, examinerIds, today });
  }
  for (const { walker, progress } of walkers) await walkUp(trx, walker, progress);
  if (cohort.state !== "open") await trx.updateTable("cohort").set({ state: cohort.state }).where("id", "=", cohortId).execute();
}

/** What came of somebody's defense, as the story says where they are. */
function fateOf(progress: Progress): Fate {
  if (progress.at !== "defense") return "pass";
  return progress.outcome === "conditional" ? "conditional" : "fail";
}

function idOf(seeded: SeededCompany, key: string): string {
  const id = seeded.people.get(key);
  if (!id) throw new Error(`the demo story names ${key}, whom the company does not have`);
  return id;
}

async function emailsOf(trx: Transaction<DB>, ids: string[]): Promise<string[]> {
  const rows = await trx.selectFrom("person").select("email").where("id", "in", ids).execute();
  return rows.map((row) => row.email);
}
