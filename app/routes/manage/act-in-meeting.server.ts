import { z } from "zod";
import { type Guarded, uuidParam } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { parseFormData } from "~/platform/forms.server";
import type { Result } from "~/platform/result";
import { addMinute, beginMeeting, endMeeting, makeCommitment } from "~/steps/field-tracking/index.server";
import { settleByForm } from "../settle-form.server";
import { type DecideAnswer, decideByForm, DECISIONS } from "./decide-by-form.server";

const body = z.string().trim().min(1).max(300);
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("begin") }),
  z.object({ intent: z.literal("end"), meeting: z.uuid() }),
  z.object({ intent: z.literal("minute"), meeting: z.uuid(), deal: z.uuid().optional(), body }),
  z.object({ intent: z.literal("commit"), meeting: z.uuid(), deal: z.uuid().optional(), body, owner: z.uuid(), dueOn: z.iso.date(), opId: z.uuid() }),
]);
type Act = z.output<typeof schema>;

/** Whatever is done in a meeting: begin, end, write down, commit, settle, confirm an application. */
export async function actInMeeting(args: Guarded): Promise<DecideAnswer> {
  const form = await args.request.formData();
  const intent = String(form.get("intent"));
  if (DECISIONS.includes(intent)) return decideByForm(args, form);
  if (intent === "settle") return { problem: await settleByForm(args, form), done: null };
  const t = textsOf(args.context.locale, "field");
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return { problem: t("error.invalid"), done: null };
  const act = parsed.value;
  const result = await inTransaction(args.db, `${act.intent} in sales meeting`, (trx) => carryOut(args, trx, act));
  if (!result.ok && result.error.code === "not-found") throw notFound();
  return result.ok ? { problem: null, done: act.intent === "commit" || act.intent === "minute" ? t(`minute.did.${act.intent}`) : null } : { problem: t(`error.${result.error.code}`), done: null };
}

function carryOut({ actor, params, now }: Guarded, trx: Parameters<typeof beginMeeting>[0], act: Act): Promise<Result<unknown, { code: string }>> {
  switch (act.intent) {
    case "begin":
      return beginMeeting(trx, actor, { teamId: uuidParam(params, "team"), now });
    case "end":
      return endMeeting(trx, actor, { meetingId: act.meeting, now });
    case "minute":
      return addMinute(trx, actor, { meetingId: act.meeting, dealId: act.deal ?? null, body: act.body, now });
    case "commit":
      return makeCommitment(trx, actor, { meetingId: act.meeting, dealId: act.deal ?? null, body: act.body, ownerId: act.owner, dueOn: act.dueOn, opId: act.opId, now });
  }
}
