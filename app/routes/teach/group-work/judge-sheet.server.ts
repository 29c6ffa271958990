import type { Transaction } from "kysely";
import { z } from "zod";
import type { Guarded } from "~/auth/index.server";
import { type DB, inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import type { Result } from "~/platform/result";
import { REMARK_CHARACTERS } from "~/steps/group-work";
import { acceptSheet, type AcceptError, sendBackSheet, takeBackAcceptance } from "~/steps/group-work/index.server";
import { describeOvertaken } from "./describe-overtaken.server";

const seen = z.coerce.number().int().min(1);
const remark = z.string().trim().max(REMARK_CHARACTERS, { error: "tooLong" }).default("");
const criteria = z.record(z.string().max(64), z.coerce.number()).default({});
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("accept"), seen, remark, criteria, rubric: z.string().max(64).optional() }),
  z.object({ intent: z.literal("send-back"), seen, remark, criteria }),
  z.object({ intent: z.literal("take-back"), seen, reason: z.string({ error: "required" }).trim().min(3, { error: "tooShort" }).max(REMARK_CHARACTERS, { error: "tooLong" }) }),
]);
type Act = z.output<typeof schema>;

export interface JudgeAnswer {
  intent: string;
  failure: FormFailure | null;
  /** What was chosen and written, to fill the form again. */
  draft: { criteria: Record<string, number>; remark: string } | null;
}

/** Carries out the instructor's word on one sheet; answers which act was done. */
export async function judgeSheet(args: Guarded, key: { cohortId: string; groupSheetId: string }): Promise<{ done: Act["intent"] } | JudgeAnswer> {
  const { db, request, context } = args;
  const form = await request.formData();
  const answer: JudgeAnswer = { intent: String(form.get("intent") ?? ""), failure: null, draft: null };
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return { ...answer, failure: parsed.error.failure };
  const act = parsed.value;
  const result = await inTransaction(db, `${act.intent} group sheet`, (trx) => carryOut(args, trx, key, act));
  if (result.ok) return { done: act.intent };
  const { error } = result;
  if (error.code === "not-found") throw notFound();
  const text = error.code === "overtaken" || error.code === "claimed" ? describeOvertaken(error, context.locale, args.actor.timeZone) : textsOf(context.locale, "group-work")(`error.${error.code}`);
  return { ...answer, failure: formFailure(form, [text]), draft: act.intent === "take-back" ? null : { criteria: act.criteria, remark: act.remark } };
}

function carryOut({ actor, now }: Guarded, trx: Transaction<DB>, key: { cohortId: string; groupSheetId: string }, act: Act): Promise<Result<unknown, AcceptError>> {
  const input = { ...key, seen: act.seen, now };
  switch (act.intent) {
    case "accept": {
      const levels = Object.keys(act.criteria).length > 0 && act.rubric ? { hash: act.rubric, points: act.criteria } : null;
      return acceptSheet(trx, actor, { ...input, remark: act.remark, rubric: levels });
    }
    case "send-back":
      return sendBackSheet(trx, actor, { ...input, remark: act.remark });
    case "take-back":
      return takeBackAcceptance(trx, actor, { ...input, reason: act.reason });
  }
}
