import { z } from "zod";
import type { Guarded } from "~/auth/index.server";
import type { OwnEnrolment } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import { textsOf } from "~/i18n/i18n.server";
import { notFound } from "~/platform/errors";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import { CUSTOMER_CHARACTERS, NOTE_CHARACTERS, type RatingLevel } from "~/steps/group-work";
import { beginGroupSheet, handInSheet, ratePeers } from "~/steps/group-work/index.server";

const schema = z.discriminatedUnion("intent", [
  z.object({ intent: z.literal("begin"), tool: z.string().max(80), customer: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(CUSTOMER_CHARACTERS, { error: "tooLong" }) }),
  z.object({ intent: z.literal("hand-in"), sheet: z.uuid(), note: z.string().trim().max(NOTE_CHARACTERS, { error: "tooLong" }).optional() }),
  z.object({ intent: z.literal("rate"), sheet: z.uuid(), rate: z.record(z.uuid(), z.coerce.number().int().min(1).max(5)) }),
]);

export interface OwnWorkAnswer {
  done: { id: string; intent: string } | null;
  failure: FormFailure | null;
  /** The tool or sheet that the answer is about. */
  about: string | null;
  /** The sheet that was begun: where to go on. */
  begun: string | null;
}

/** Carries out what a member posted about their group's work. */
export async function actOnOwnWork({ request, db, actor, now, context }: Guarded, enrolment: OwnEnrolment): Promise<OwnWorkAnswer> {
  const form = await request.formData();
  const t = textsOf(context.locale, "group-work");
  const named = form.get("sheet") ?? form.get("tool");
  const answer: OwnWorkAnswer = { done: null, failure: null, about: typeof named === "string" ? named : null, begun: null };
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return { ...answer, failure: parsed.error.failure };
  const input = parsed.value;
  const { enrolmentId, cohortId, chapterSlug } = enrolment;
  const done = { ...answer, done: { id: context.requestId, intent: input.intent } };
  switch (input.intent) {
    case "begin": {
      const begun = await inTransaction(db, "begin group sheet", (trx) => beginGroupSheet(trx, actor, { enrolmentId, cohortId, chapterSlug, tool: input.tool, customer: input.customer, locale: context.locale, now }));
      if (begun.ok) return { ...done, begun: begun.value.sheetId };
      if (begun.error.code === "unknown-tool") throw notFound();
      return { ...answer, failure: formFailure(form, [t(`error.${begun.error.code}`)]) };
    }
    case "hand-in": {
      const handed = await inTransaction(db, "hand in group sheet", (trx) => handInSheet(trx, actor, { cohortId, groupSheetId: input.sheet, enrolmentId, note: input.note ?? null, now }));
      if (handed.ok) return done;
      if (handed.error.code === "not-found") throw notFound();
      return { ...answer, failure: formFailure(form, [handed.error.code === "incomplete" ? t("handIn.incomplete", { count: handed.error.of - handed.error.done }) : t(`error.${handed.error.code}`)]) };
    }
    case "rate": {
      const ratings = Object.entries(input.rate).map(([id, level]) => ({ enrolmentId: id, level: level as RatingLevel }));
      const rated = await inTransaction(db, "rate peers", (trx) => ratePeers(trx, { cohortId, groupSheetId: input.sheet, raterId: enrolmentId, ratings, now }));
      if (rated.ok) return done;
      if (rated.error.code === "not-found" || rated.error.code === "unknown-member") throw notFound();
      return { ...answer, failure: formFailure(form, [t(`error.${rated.error.code}`)]) };
    }
  }
}
