import type { Kysely } from "kysely";
import { personName } from "~/cohorts";
import { type ChapterName, chapterNames, namesInOrder, peopleAround } from "~/cohorts/index.server";
import type { DB } from "~/db/schema";
import type { Bilingual, Locale } from "~/i18n/locale";
import { sheetKinds } from "~/sheets/index.server";
import { candidateTask } from "../load-task.server";
import { latestVerdict } from "../room/scores.server";
import { type CandidateDay, candidateDays } from "./candidate-days.view.server";
import { type DefenseDay, isOpenToAnswer, type Place, type SlotState } from "./day";
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
  defenseId: string | null;
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
  /** What the panel's verdict still asks for, until its person has said that it is done. */
  condition: { what: string; due: string; checker: string } | null;
  /** On a day that is still being planned. */
  beingPlanned: boolean;
  /** Days on which they can say when they are free. */
  asked: CandidateDay[];
  /** Who gives out slots. */
  instructors: string[];
}

/** The defense of a chapter as its candidate sees it. Drafts are not shown. */
export async function ownDefense(db: Kysely<DB>, input: { personId: string; enrolmentId: string; chapterSlug: string; locale: Locale; now: Date }): Promise<OwnDefense> {
  const { enrolmentId, chapterSlug, locale, now } = input;
  const [slots, task, kinds, progress, days, around] = await Promise.all([
    ownSlots(db, enrolmentId, chapterSlug),
    candidateTask(db, chapterSlug, locale),
    sheetKinds(db),
    db.selectFrom("progress").select("state").where("enrolment_id", "=", enrolmentId).where("chapter_slug", "=", chapterSlug).where("step", "=", "defense").executeTakeFirst(),
    candidateDays(db, input.personId),
    peopleAround(db, [enrolmentId]),
  ]);
  const own = days.filter((one) => one.enrolmentId === enrolmentId && one.day.endsAt > now && one.day.chapters.includes(chapterSlug));
  // The next one, where there are several.
  const coming = slots.filter(({ state }) => state === "planned").at(-1);
  const slot = coming ?? slots[0] ?? null;
  return {
    slot,
    earlier: slots.filter((one) => one !== slot),
    task: task && { ...task.task, sheets: task.task.exhibits.flatMap((key) => kinds.find((kind) => kind.key === key)?.definition.title ?? []) },
    rubric: task?.rubric ?? null,
    state: progress?.state ?? "locked",
    beingPlanned: coming === undefined && own.length > 0,
    asked: coming === undefined ? own.filter((one) => isOpenToAnswer(one, now)) : [],
    condition: slot === null ? null : await openConditionOf(db, slot, locale),
    instructors: (around.get(enrolmentId)?.instructor ?? []).map(({ name }) => name),
  };
}

/** The condition of the verdict that holds, as long as nobody has settled it. */
async function openConditionOf(db: Kysely<DB>, { defenseId, signed }: OwnSlot, locale: Locale): Promise<OwnDefense["condition"]> {
  const verdict = defenseId !== null && signed ? await latestVerdict(db, defenseId) : null;
  if (!verdict?.condition || verdict.settlement !== null) return null;
  const { what, due, checkerName, checkerNameLatin } = verdict.condition;
  return { what, due, checker: personName({ name: checkerName, nameLatin: checkerNameLatin }, locale) };
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
      "f.id as defenseId",
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
      defenseId: row.defenseId,
      signed: row.defenseState === "signed",
    })),
  );
}
