import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { beginReading } from "./begin-reading.server";
import type { ReadingKey } from "./chapter-reading.server";
import { type Learner, lockReading, type NoReading } from "./lock-reading.server";
import { canFinish, nextAfter } from "./reading";
import { settleReading } from "./settle-reading.server";

export interface FinishedSection {
  /** Everything that the step asks for is finished. */
  studied: boolean;
  /** The section to go on with; null when all are finished. */
  next: string | null;
}

export type NotFinishable = NoReading | { code: "checkins-missing"; ids: string[] };

/** Finishes a section because the reader says so; its check-ins must be answered. Doing it again changes nothing. */
export async function finishSection(trx: Transaction<DB>, learner: Learner, input: ReadingKey & { sectionId: string; now: Date }): Promise<Result<FinishedSection, NotFinishable>> {
  const { sectionId, now } = input;
  const locked = await lockReading(trx, learner, input, now);
  if (!locked.ok) return locked;
  const reading = locked.value;
  const section = reading.sections.find(({ id }) => id === sectionId);
  if (section === undefined) return fail({ code: "not-found" });
  if (section.finishedAt === null) {
    const finishable = canFinish(section, "button", reading.step.gate);
    if (!finishable.ok && finishable.error.code === "checkins-missing") return fail(finishable.error);
    await beginReading(trx, learner, input, reading, [sectionId], now);
  }
  const { studied } = await settleReading(trx, learner, input, reading, { ids: [sectionId], by: "button" }, now);
  return ok({ studied, next: nextAfter(reading.sections, sectionId)?.id ?? null });
}
