import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Result } from "~/platform/result";
import { type DayKey, describeExaminer, planDay, proposeSchedule, publishDay, setAvailability } from "~/steps/defense/index.server";
import { type DemoCohort, dayOf } from "./story";

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
/** Nine in the morning in Shanghai, in UTC. */
const NINE = 1;

export interface DefenseDayOfStory {
  cohortId: string;
  instructorId: string;
  /** In the order of the company's file: the vice president of sales first. */
  examinerIds: readonly string[];
  today: Date;
}

/**
 * The defense day of a cohort, by the same use cases as everybody: planned with all six examiners, proposed, published. Who is
 * examined follows from whose homework is done. Answers the day; null where the story has none. Nothing on it is held yet.
 */
export async function seedDefenseDay(trx: Transaction<DB>, { chapters, defense }: Pick<DemoCohort, "chapters" | "defense">, story: DefenseDayOfStory): Promise<DayKey | null> {
  if (!defense) return null;
  const { cohortId, instructorId, examinerIds, today } = story;
  const startsAt = dayOf(today, defense.inDays, NINE);
  const at = (minutes: number): Date => new Date(startsAt.getTime() + minutes * MINUTE_MS);
  const plannedAt = new Date(Math.min(startsAt.getTime() - 3 * DAY_MS, dayOf(today, 0, 0).getTime() - 4 * 3_600_000));
  const { dayId } = must("plan", await planDay(trx, { id: instructorId }, {
    cohortId,
    title: defense.title,
    startsAt,
    endsAt: at(8.5 * 60),
    breaks: [{ startsAt: at(3 * 60), endsAt: at(4.5 * 60) }],
    places: defense.places.map((name) => ({ name, link: null })),
    chapterSlugs: chapters,
    panelSize: null,
    presentationMinutes: 8,
    questionMinutes: 10,
    deliberationMinutes: 7,
    changeoverMinutes: 5,
    longestRun: 4,
    bring: "打印两份客户关系发展表，一份给考官；手机静音，不带电脑。",
    examinerIds: [...examinerIds],
    enrolmentIds: null,
    now: plannedAt,
  }));
  const key = { cohortId, dayId };
  const [, research = "", finance = "", , service = ""] = examinerIds;
  const answeredAt = new Date(plannedAt.getTime() + 2 * 3_600_000);
  const say = async (personId: string, free: { startsAt: Date; endsAt: Date }[] | null): Promise<void> => {
    must("availability", await setAvailability(trx, { ...key, personId, free, now: answeredAt }));
  };
  // The last one has not answered: the whole day counts as free.
  for (const personId of examinerIds.slice(0, -1)) await say(personId, personId === research ? [{ startsAt, endsAt: at(4 * 60) }] : personId === finance ? [{ startsAt: at(60), endsAt: at(8.5 * 60) }] : null);
  must("examiner", await describeExaminer(trx, { ...key, personId: service, mayChair: false, chapters: [...chapters] }));
  must("propose", await proposeSchedule(trx, { ...key, now: answeredAt }));
  must("publish", await publishDay(trx, { id: instructorId }, { ...key, now: answeredAt }, null));
  return key;
}

function must<T>(what: string, result: Result<T, { code: string }>): T {
  if (!result.ok) throw new Error(`the demo's defense day was refused (${what}): ${result.error.code}`);
  return result.value;
}
