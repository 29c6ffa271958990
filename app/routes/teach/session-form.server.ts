import { z } from "zod";
import type { SessionPlan } from "~/cohorts/index.server";
import { zonedInstant } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import type { Locale } from "~/i18n/locale";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import { fail, ok, type Result } from "~/platform/result";

const schema = z.object({
  title: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(120, { error: "tooLong" }),
  chapters: z.array(z.string().max(80), { error: "choose" }).min(1, { error: "choose" }).max(40),
  starts: z.string({ error: "date" }).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, { error: "date" }),
  minutes: z.coerce.number({ error: "number" }).int().min(15, { error: "tooSmall" }).max(960, { error: "tooBig" }),
  place: z.string().trim().max(200, { error: "tooLong" }).optional(),
  link: z.url({ protocol: /^https?$/, error: "invalid" }).max(500, { error: "tooLong" }).optional(),
});

/** The plan of a class or a role-play from its posted form; its times are meant in the cohort's zone. */
export function parseSessionForm(form: FormData, timeZone: string): Result<SessionPlan, { code: "invalid-form"; failure: FormFailure }> {
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return parsed;
  const { title, chapters, starts, minutes, place, link } = parsed.value;
  const startsAt = zonedInstant(starts.slice(0, 10), starts.slice(11, 16), timeZone);
  if (Number.isNaN(startsAt.getTime())) return fail({ code: "invalid-form", failure: formFailure(form, [], { starts: ["date"] }) });
  return ok({ title, chapterSlugs: chapters, startsAt, endsAt: new Date(startsAt.getTime() + minutes * 60_000), place: place ?? null, link: link ?? null });
}

/** Why a plan was refused, in the words of its room, beside the field that is to blame. */
export function refusedPlan(form: FormData, error: { code: string }, locale: Locale, ns: "lecture" | "role-play" = "lecture"): FormFailure {
  const text = textsOf(locale, ns)(`error.${error.code}`);
  if (error.code === "nowhere") return formFailure(form, [], { place: [text] });
  if (error.code === "no-chapters" || error.code === "unknown-chapter") return formFailure(form, [], { chapters: [text] });
  return formFailure(form, [text]);
}
