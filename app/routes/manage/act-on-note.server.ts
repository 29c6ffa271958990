import { z } from "zod";
import type { Guarded } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import type { Result } from "~/platform/result";
import { FOLLOW_UPS } from "~/steps/field-tracking";
import { type FollowError, followUp, withdrawCoaching } from "~/steps/field-tracking/index.server";
import type { DecideAnswer } from "./decide-by-form.server";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("follow-up"), note: z.uuid(), state: z.enum(FOLLOW_UPS), text: z.string().trim().max(400).default("") }),
  z.object({ intent: z.literal("withdraw"), note: z.uuid(), reason: z.string().trim().min(2).max(300) }),
]);

/** Says what became of an agreed behaviour, or takes one's own note back. */
export async function actOnNote({ request, db, actor, now, context }: Guarded): Promise<DecideAnswer> {
  const t = textsOf(context.locale, "field");
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) return { problem: t("error.invalid"), done: null };
  const act = parsed.value;
  const result = await inTransaction(db, `${act.intent} coaching note`, (trx): Promise<Result<undefined, FollowError | { code: "no-reason" }>> =>
    act.intent === "follow-up" ? followUp(trx, actor, { noteId: act.note, state: act.state, note: act.text, now }) : withdrawCoaching(trx, actor, { noteId: act.note, reason: act.reason, now }),
  );
  if (!result.ok && result.error.code === "not-found") throw notFound();
  return result.ok ? { problem: null, done: t(`note.did.${act.intent}`) } : { problem: t(`error.${result.error.code}`), done: null };
}
