import { randomUUID } from "node:crypto";
import type { Transaction } from "kysely";
import { z } from "zod";
import type { Guarded } from "~/auth/guard.server";
import { type DB, inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import type { Result } from "~/platform/result";
import { MOST_NOTE } from "~/steps/field-tracking";
import { logApplication, removeApplication, sendAgain } from "~/steps/field-tracking/index.server";
import { ownStep } from "./own-step.server";

const note = z.string().trim().max(MOST_NOTE).default("");
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("log"), opId: z.uuid().optional(), dealId: z.uuid(), sheetKey: z.string().min(1).max(80), note, usedOn: z.iso.date() }),
  z.object({ intent: z.literal("send-again"), application: z.uuid(), seen: z.coerce.number().int().min(1), note }),
  z.object({ intent: z.literal("remove"), application: z.uuid() }),
]);
type Act = z.output<typeof schema>;

export interface StepAnswer {
  problem: string | null;
  logged?: boolean;
}

/** Logs (a page without scripts), sends again, takes back. */
export async function actOnStep(args: Guarded): Promise<StepAnswer> {
  const own = await ownStep(args);
  const t = textsOf(args.context.locale, "field");
  const parsed = await parseForm(args.request, schema);
  if (!parsed.ok) return { problem: t("error.invalid") };
  const act = parsed.value;
  const result = await inTransaction(args.db, `${act.intent} field application`, (trx) => carryOut(args, trx, own, act, t("own.removedByLearner")));
  if (!result.ok && result.error.code === "not-found") throw notFound();
  if (!result.ok) return { problem: t(`error.${result.error.code}`, { ...result.error }) };
  return { problem: null, ...(act.intent === "log" ? { logged: true } : {}) };
}

async function carryOut({ actor, now }: Guarded, trx: Transaction<DB>, own: { enrolmentId: string; chapterSlug: string }, act: Act, removed: string): Promise<Result<unknown, { code: string }>> {
  switch (act.intent) {
    case "log":
      return logApplication(trx, actor, { ...own, opId: act.opId ?? randomUUID(), dealId: act.dealId, sheetKey: act.sheetKey, note: act.note, usedOn: act.usedOn, now });
    case "send-again":
      return sendAgain(trx, actor, { applicationId: act.application, note: act.note, seen: act.seen, now });
    case "remove":
      return removeApplication(trx, actor, { applicationId: act.application, reason: removed, now });
  }
}
