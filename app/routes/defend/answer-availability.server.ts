import { type Guarded, uuidParam } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import type { FormFailure } from "~/platform/forms.server";
import { dropOut, examinerDay, setAvailability } from "~/steps/defense/index.server";
import { parseHours } from "../teach/defense/hours-form.server";
import { postFrom } from "../teach/defense/write-letter.server";

export interface AvailabilityAnswer {
  id: string;
  saved: boolean;
  problem: string | null;
  failure: FormFailure | null;
}

/** Takes an examiner's answer for a day they were asked for: their hours in their own zone, or that they cannot come. */
export async function answerAvailability({ request, db, params, actor, context, now }: Guarded): Promise<AvailabilityAnswer | "out"> {
  const line = await examinerDay(db, actor.id, uuidParam(params, "day"), now);
  if (!line) throw notFound();
  const { day } = line;
  const answer = (more: Partial<AvailabilityAnswer>): AvailabilityAnswer => ({ id: now.toISOString(), saved: false, problem: null, failure: null, ...more });
  const problem = (code: string): AvailabilityAnswer => answer({ problem: textsOf(context.locale, "defense-days")(`error.${code}`) });
  const form = await request.formData();
  if (form.get("intent") === "out") {
    const reason = String(form.get("reason") ?? "").replaceAll("\0", "").slice(0, 500);
    const out = await inTransaction(db, "examiner cannot come", (trx) => dropOut(trx, actor, { dayId: day.id, reason, now }, postFrom(context)));
    return out.ok ? "out" : problem(out.error.code);
  }
  if (form.get("intent") !== "hours") return problem("invalid");
  const hours = parseHours(form, day, actor.timeZone);
  if (!hours.ok) return answer({ failure: hours.error.failure });
  const saved = await inTransaction(db, "examiner says when free", (trx) => setAvailability(trx, { cohortId: day.cohortId, dayId: day.id, personId: actor.id, free: hours.value, now }));
  return saved.ok ? answer({ saved: true }) : problem(saved.error.code);
}
