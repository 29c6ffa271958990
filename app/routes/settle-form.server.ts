import { z } from "zod";
import type { Guarded } from "~/auth/guard.server";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { parseFormData } from "~/platform/forms.server";
import { settleCommitment } from "~/steps/field-tracking/index.server";

const schema = z.object({
  commitment: z.uuid(),
  seen: z.coerce.number().int().min(1),
  act: z.enum(["done", "dropped", "moved", "reopened"]),
  dueOn: z.iso.date().optional(),
  result: z.string().trim().max(300).optional(),
});

/** What became of a commitment, as its owner or the meeting says; answers the problem in words, null when done. */
export async function settleByForm({ db, actor, context, now }: Guarded, form: FormData): Promise<string | null> {
  const t = textsOf(context.locale, "field");
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return t("error.invalid");
  const { commitment, seen, act, dueOn, result } = parsed.value;
  const settled = await inTransaction(db, "settle commitment", (trx) => settleCommitment(trx, actor, { commitmentId: commitment, act, seen, now, ...(dueOn === undefined ? {} : { dueOn }), ...(result === undefined ? {} : { result }) }));
  if (settled.ok) return null;
  if (settled.error.code === "not-found") throw notFound();
  return t(`error.commitment.${settled.error.code}`, { by: settled.error.code === "overtaken" ? settled.error.by : "" });
}
