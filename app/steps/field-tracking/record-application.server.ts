/** What a confirmed application says of a learner's capability. */
import type { Transaction } from "kysely";
import { recordCapability, retractCapability } from "~/capability/index.server";
import type { DB } from "~/db/schema";
import { type QualityLevel, shareOf } from "./application";
import type { ApplicationRow } from "./rows.server";
import { allTools } from "./tools.server";

const sourceOf = (id: string) => ({ kind: "field-application", id }) as const;

/** One line: how well the tool was used, for every competency that the tool is about. Observed on the day of the use. */
export async function recordApplication(trx: Transaction<DB>, application: ApplicationRow, { level, by, now }: { level: QualityLevel; by: string; now: Date }): Promise<void> {
  const tool = (await allTools(trx)).get(application.sheetKey);
  if (!tool) return;
  const used = new Date(`${application.usedOn}T00:00:00Z`);
  await recordCapability(trx, {
    personId: application.personId,
    source: sourceOf(application.id),
    view: "field",
    by,
    enrolmentId: application.enrolmentId,
    cohortId: application.cohortId,
    chapterSlug: application.chapterSlug,
    dealId: application.dealId,
    observedAt: used < now ? used : now,
    lines: [{ item: application.sheetKey, competencies: tool.competencies, share: shareOf(level), label: tool.title }],
    now,
  });
}

export async function retractApplication(trx: Transaction<DB>, { id, personId }: ApplicationRow, now: Date): Promise<void> {
  await retractCapability(trx, { personId, source: sourceOf(id), now });
}
