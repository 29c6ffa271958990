import { z } from "zod";
import type { Guarded } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { formatDate } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { parseForm } from "~/platform/forms.server";
import { MOST_CHECKPOINT_TEXT, type PlanAnswer } from "~/steps/field-tracking";
import { writeCheckpoint } from "~/steps/field-tracking/index.server";

const text = z.string().max(MOST_CHECKPOINT_TEXT).default("");
const schema = z.object({ intent: z.enum(["write", "sign"]), day: z.coerce.number().int().min(1).max(730), seen: z.coerce.number().int().min(0), agreed: text, done: text });

/** Writes or signs a checkpoint, as learner or manager; null when done. */
export async function actOnPlan({ request, db, actor, context, now }: Guarded, step: { enrolmentId: string; chapterSlug: string }): Promise<PlanAnswer | null> {
  const t = textsOf(context.locale, "field");
  const parsed = await parseForm(request, schema);
  if (!parsed.ok) return { day: 0, problem: t("error.invalid"), mine: { agreed: "", done: "" } };
  const { intent, day, seen, agreed, done } = parsed.value;
  const result = await inTransaction(db, "write checkpoint", (trx) => writeCheckpoint(trx, actor, { ...step, day, seen, agreed, done, sign: intent === "sign", now }));
  if (result.ok) return null;
  const { error } = result;
  if (error.code === "not-found") throw notFound();
  const on = error.code === "too-early" ? formatDate(`${error.on}T00:00:00Z`, { locale: context.locale, timeZone: "UTC", style: "date" }) : "";
  return { day, problem: t(`error.checkpoint.${error.code}`, { on }), mine: { agreed, done }, ...(error.code === "overtaken" ? { theirs: { agreed: error.agreed, done: error.done } } : {}) };
}
