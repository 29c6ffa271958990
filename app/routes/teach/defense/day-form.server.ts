import { z } from "zod";
import { zonedInstant } from "~/i18n/dates";
import { textsOf } from "~/i18n/i18n.server";
import type { Locale } from "~/i18n/locale";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import { fail, ok, type Result } from "~/platform/result";
import { MOST_BREAKS, MOST_PLACES, type Period, stretchOf } from "~/steps/defense";
import type { DayPlan } from "~/steps/defense/index.server";

const clock = z.string({ error: "required" }).regex(/^\d{2}:\d{2}/, { error: "invalid" }).transform((time) => time.slice(0, 5));
const minutes = (least: number, most: number) => z.coerce.number({ error: "number" }).int().min(least, { error: "tooSmall" }).max(most, { error: "tooBig" });
const numbered = <T extends z.ZodType>(name: string, count: number, schema: T): Record<string, T> => Object.fromEntries(Array.from({ length: count }, (_, at) => [`${name}${at}`, schema]));

const schema = z.object({
  title: z.string({ error: "required" }).trim().min(1, { error: "required" }).max(120, { error: "tooLong" }),
  chapters: z.array(z.string().max(80), { error: "choose" }).min(1, { error: "choose" }).max(40),
  starts: z.string({ error: "date" }).regex(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/, { error: "date" }),
  ends: clock,
  presentation: minutes(1, 60),
  questions: minutes(1, 60),
  deliberation: minutes(0, 60),
  changeover: minutes(0, 60),
  panelSize: minutes(2, 9),
  longestRun: minutes(1, 20),
  bring: z.string().trim().max(1000, { error: "tooLong" }).optional(),
  ...numbered("breakFrom", MOST_BREAKS, clock.optional()),
  ...numbered("breakTo", MOST_BREAKS, clock.optional()),
  ...numbered("place", MOST_PLACES, z.string().trim().max(120, { error: "tooLong" }).optional()),
  ...numbered("link", MOST_PLACES, z.url({ protocol: /^https?$/, error: "invalid" }).max(500, { error: "tooLong" }).optional()),
});
const people = z.object({ examiners: z.array(z.uuid()).max(60).default([]), learners: z.array(z.uuid()).max(500).default([]) });

/** A defense day from its posted form; its times are meant in the cohort's zone. */
export function parseDayForm(form: FormData, timeZone: string): Result<DayPlan, { code: "invalid-form"; failure: FormFailure }> {
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return parsed;
  const value = parsed.value;
  const loose = value as Record<string, unknown>;
  const text = (name: string): string | null => (typeof loose[name] === "string" && loose[name] !== "" ? loose[name] : null);
  const startsAt = zonedInstant(value.starts.slice(0, 10), value.starts.slice(11, 16), timeZone);
  if (Number.isNaN(startsAt.getTime())) return fail({ code: "invalid-form", failure: formFailure(form, [], { starts: ["date"] }) });
  const endsAt = zonedInstant(value.starts.slice(0, 10), value.ends, timeZone);
  const breaks: Period[] = [];
  for (let at = 0; at < MOST_BREAKS; at += 1) {
    const [from, to] = [text(`breakFrom${at}`), text(`breakTo${at}`)];
    if (from && to) breaks.push(stretchOf({ startsAt, endsAt }, timeZone, from, to));
    else if (from ?? to) return fail({ code: "invalid-form", failure: formFailure(form, [], { [from ? `breakTo${at}` : `breakFrom${at}`]: ["required"] }) });
  }
  const places = Array.from({ length: MOST_PLACES }, (_, at) => ({ name: text(`place${at}`), link: text(`link${at}`) }));
  const nameless = places.findIndex(({ name, link }) => name === null && link !== null);
  if (nameless >= 0) return fail({ code: "invalid-form", failure: formFailure(form, [], { [`place${nameless}`]: ["required"] }) });
  return ok({
    title: value.title,
    startsAt,
    endsAt,
    breaks,
    places: places.flatMap(({ name, link }) => (name === null ? [] : [{ name, link }])),
    chapterSlugs: value.chapters,
    panelSize: value.panelSize,
    presentationMinutes: value.presentation,
    questionMinutes: value.questions,
    deliberationMinutes: value.deliberation,
    changeoverMinutes: value.changeover,
    longestRun: value.longestRun,
    bring: value.bring ?? null,
  });
}

/** Who is asked and examined, of the form of a new day. */
export function parsePeople(form: FormData): Result<z.output<typeof people>, { code: "invalid-form"; failure: FormFailure }> {
  return parseFormData(form, people);
}

const FIELD: Record<string, string> = { "ends-before-start": "ends", "too-long": "ends", "too-short": "ends", "no-places": "place0", "nowhere": "place0", "same-places": "place1", "break-outside": "breakFrom0", "no-chapters": "chapters", "unknown-chapter": "chapters" };

/** Why a plan was refused, beside the field that is to blame. */
export function refusedDay(form: FormData, error: { code: string }, locale: Locale): FormFailure {
  const text = textsOf(locale, "defense-days")(`error.${error.code}`);
  const field = FIELD[error.code];
  return field ? formFailure(form, [], { [field]: [text] }) : formFailure(form, [text]);
}
