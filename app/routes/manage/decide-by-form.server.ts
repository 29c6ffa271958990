import { z } from "zod";
import type { Guarded } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { formatDate } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { parseFormData } from "~/platform/forms.server";
import { confirmApplication, returnApplication, withdrawConfirmation } from "~/steps/field-tracking/index.server";
import { QUALITY_LEVELS } from "~/steps/field-tracking";

const key = { application: z.uuid(), seen: z.coerce.number().int().min(1) };
const remark = z.string().trim().min(2).max(600);
const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("confirm"), ...key, level: z.coerce.number().pipe(z.literal([...QUALITY_LEVELS])) }),
  z.object({ intent: z.literal("return"), ...key, remark }),
  z.object({ intent: z.literal("withdraw"), ...key, remark }),
]);
type Act = z.output<typeof schema>;

/** What a manager has decided, or why not, in words. */
export interface DecideAnswer {
  problem: string | null;
  done: string | null;
}

export const DECISIONS = ["confirm", "return", "withdraw"];

/** Confirms, returns, takes a confirmation back: from the list, the application's page or the meeting. */
export async function decideByForm(args: Guarded, form: FormData): Promise<DecideAnswer> {
  const { db, context, actor } = args;
  const t = textsOf(context.locale, "field");
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return { problem: t("error.invalid"), done: null };
  const act = parsed.value;
  const result = await inTransaction(db, `${act.intent} field application`, (trx) => decide(args, trx, act));
  if (result.ok) return { problem: null, done: t(`decide.did.${act.intent}`) };
  const { error } = result;
  if (error.code === "not-found") throw notFound();
  if (error.code === "overtaken") return { problem: t("error.overtaken", { by: error.by, state: t(`state.${error.state}`), at: formatDate(error.at, { locale: context.locale, timeZone: actor.timeZone }) }), done: null };
  return { problem: t(`error.${error.code}`), done: null };
}

function decide({ actor, now }: Guarded, trx: Parameters<typeof confirmApplication>[0], act: Act) {
  const input = { applicationId: act.application, seen: act.seen, now };
  switch (act.intent) {
    case "confirm":
      return confirmApplication(trx, actor, { ...input, level: act.level });
    case "return":
      return returnApplication(trx, actor, { ...input, remark: act.remark });
    case "withdraw":
      return withdrawConfirmation(trx, actor, { ...input, remark: act.remark });
  }
}
