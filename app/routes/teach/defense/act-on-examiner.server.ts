import { redirect } from "@remix-run/node";
import { z } from "zod";
import { type Guarded, uuidParam } from "~/auth/index.server";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { type FormFailure, parseFormData } from "~/platform/forms.server";
import { defenseDayPath } from "~/steps/defense";
import { describeExaminer, findDay, removeExaminer, setAvailability } from "~/steps/defense/index.server";
import { parseHours } from "./hours-form.server";

const description = z.object({ mayChair: z.string().optional(), chapters: z.array(z.string().max(80)).max(40).default([]) });

export interface ExaminerAnswer {
  id: string;
  tone: "ok" | "danger";
  text: string;
  failure: FormFailure | null;
}

/** Carries out one act on an examiner of a day: their hours, what they are at home in, or off the list. */
export async function actOnExaminer({ request, db, params, context, now }: Guarded): Promise<ExaminerAnswer> {
  const t = textsOf(context.locale, "defense-days");
  const day = await findDay(db, { cohortId: uuidParam(params, "cohort"), dayId: uuidParam(params, "day") });
  if (!day) throw notFound();
  const key = { cohortId: day.cohortId, dayId: day.id, personId: uuidParam(params, "person") };
  const answer = (tone: "ok" | "danger", text: string, failure: FormFailure | null = null): ExaminerAnswer => ({ id: now.toISOString(), tone, text, failure });
  const form = await request.formData();
  const done = (result: { ok: true } | { ok: false; error: { code: string } }): ExaminerAnswer => (result.ok ? answer("ok", t("day.done")) : answer("danger", t(`error.${result.error.code}`)));
  switch (form.get("intent")) {
    case "hours": {
      const hours = parseHours(form, day, day.timeZone);
      if (!hours.ok) return answer("danger", t("error.invalid"), hours.error.failure);
      return done(await inTransaction(db, "set an examiner's hours", (trx) => setAvailability(trx, { ...key, free: hours.value, now })));
    }
    case "describe": {
      const parsed = parseFormData(form, description);
      if (!parsed.ok) return answer("danger", t("error.invalid"), parsed.error.failure);
      return done(await inTransaction(db, "describe an examiner", (trx) => describeExaminer(trx, { ...key, mayChair: parsed.value.mayChair !== undefined, chapters: parsed.value.chapters })));
    }
    case "remove": {
      const removed = await inTransaction(db, "remove an examiner", (trx) => removeExaminer(trx, key));
      if (removed.ok) throw redirect(defenseDayPath(day.cohortId, day.id), 303);
      return done(removed);
    }
    default:
      return answer("danger", t("error.invalid"));
  }
}
