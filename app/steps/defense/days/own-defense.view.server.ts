import type { Kysely } from "kysely";
import { type ChapterName, chapterNames, namesInOrder, peopleAround } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { sheetKinds } from "~/sheets/index.server";
import { candidateTask } from "../load-task.server";
import type { DefenseDay, Place, SlotState } from "./day";
import { type NamedPanelist, panelOf, slotRows } from "./rows.server";

export interface OwnSlot {
  id: string;
  startsAt: Date;
  endsAt: Date;
  state: SlotState;
  cancelReason: string | null;
  place: Place;
  day: Pick<DefenseDay, "id" | "title" | "timeZone" | "presentationMinutes" | "questionMinutes" | "deliberationMinutes" | "bring">;
  chapters: ChapterName[];
  panel: NamedPanelist[];
  /** The panel has signed: there is a feedback sheet. */
  signed: boolean;
}

export interface OwnDefense {
  /** The slot to come, or the latest one; null before there is any. */
  slot: OwnSlot | null;
  /** Earlier slots, the latest first. */
  earlier: OwnSlot[];
  task: (NonNullable<Awaited<ReturnType<typeof candidateTask>>>["task"] & { sheets: Bilingual[] }) | null;
  rubric: NonNullable<Awaited<ReturnType<typeof candidateTask>>>["rubric"] | null;
  state: string;
  /** On a day that is still being planned. */
  beingPlanned: boolean;
  /** Who gives out slots. */
  instructors: string[];
}

/** The defense of a chapter as its candidate sees it. Drafts are not shown. */
export async function ownDefense(db: Kysely<DB>, input: { enrolmentId: string; chapterSlug: string; locale: Locale; now: Date }): Promise<OwnDefense> {
  const { enrolmentId, chapterSlug, locale, now } = input;
  const [slots, asked, kinds, progress, draft, around] = await Promise.all([
    ownSlots(db, enrolmentId, chapterSlug),
    candidateTask(db, chapterSlug, locale),
    sheetKinds(db),
    db.selectFrom("progress").select("state").where("enrolment_id", "=", enrolmentId).where("chapter_slug", "=", chapterSlug).where("step", "=", "defense").executeTakeFirst(),
    db
      .selectFrom("defense_candidate as c")
      .innerJoin("defense_day as d", "d.id", "c.day_id")
      .innerJoin("defense_day_chapter as k", (join) => join.onRef("k.day_id", "=", "d.id").on("k.chapter_slug", "=", chapterSlug))
      .select("c.day_id")
      .where("c.enrolment_id", "=", enrolmentId)
      .where("c.dropped_at", "is", null)
      .where("d.state", "in", ["draft", "published"])
      .where("d.ends_at", ">", now)
      .limit(1)
      .executeTakeFirst(),
    peopleAround(db, [enrolmentId]),
  ]);
  // The next one, where there are several.
  const coming = slots.filter(({ state }) => state === "planned").at(-1);
  const slot = coming ?? slots[0] ?? null;
  return {
    slot,
    earlier: slots.filter((one) => one !== slot),
    task: asked && { ...asked.task, sheets: asked.task.exhibits.flatMap((key) => kinds.find((kind) => kind.key === key)?.definition.title ?? []) },
    rubric: asked?.rubric ?? null,
    state: progress?.state ?? "locked",
    beingPlanned: coming === undefined && draft !== undefined,
    instructors: (around.get(enrolmentId)?.instructor ?? []).map(({ name }) => name),
  };
}

async function ownSlots(db: Kysely<DB>, enrolmentId: string, chapterSlug: string): Promise<OwnSlot[]> {
  const rows = await slotRows(db)
    .innerJoin("defense_day as d", "d.id", "s.day_id")
    .innerJoin("defense_place as pl", "pl.id", "s.place_id")
    .innerJoin("defense_slot_chapter as own", (join) => join.onRef("own.slot_id", "=", "s.id").on("own.chapter_slug", "=", chapterSlug))
    .leftJoin("defense as f", "f.slot_id", "s.id")
    .select([
      "d.title",
      "d.time_zone as timeZone",
      "d.presentation_minutes as presentationMinutes",
      "d.question_minutes as questionMinutes",
      "d.deliberation_minutes as deliberationMinutes",
      "d.bring",
      "pl.name as placeName",
      "pl.link as placeLink",
      "f.state as defenseState",
    ])
    .where("s.enrolment_id", "=", enrolmentId)
    .where("d.published_at", "is not", null)
    .orderBy("s.starts_at", "desc")
    .orderBy("s.created_at", "desc")
    .execute();
  const names = await chapterNames(db, [...new Set(rows.flatMap(({ chapters }) => chapters))]);
  return Promise.all(
    rows.map(async (row) => ({
      id: row.id,
      startsAt: row.startsAt,
      endsAt: row.endsAt,
      state: row.state,
      cancelReason: row.cancelReason,
      place: { id: row.placeId, name: row.placeName, link: row.placeLink },
      day: { id: row.dayId, title: row.title, timeZone: row.timeZone, presentationMinutes: row.presentationMinutes, questionMinutes: row.questionMinutes, deliberationMinutes: row.deliberationMinutes, bring: row.bring },
      chapters: namesInOrder(row.chapters, names),
      panel: await panelOf(db, row.id),
      signed: row.defenseState === "signed",
    })),
  );
}
