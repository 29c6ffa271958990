import { z } from "zod";
import { type FormFailure, formFailure, parseFormData } from "~/platform/forms.server";
import { fail, ok, type Result } from "~/platform/result";
import { MOST_STRETCHES, type Period, stretchOf } from "~/steps/defense";

const clock = z.string().regex(/^\d{2}:\d{2}/, { error: "invalid" }).transform((time) => time.slice(0, 5)).optional();
const schema = z.object({ free: z.enum(["all", "some"]).default("some"), from0: clock, to0: clock, from1: clock, to1: clock, from2: clock, to2: clock });

/** When somebody is free, from a posted form: null for all day. Times are clock times of `timeZone`. */
export function parseHours(form: FormData, day: Period, timeZone: string): Result<Period[] | null, { code: "invalid-form"; failure: FormFailure }> {
  const parsed = parseFormData(form, schema);
  if (!parsed.ok) return parsed;
  if (parsed.value.free === "all") return ok(null);
  const times = parsed.value as Record<string, string | undefined>;
  const periods: Period[] = [];
  for (let at = 0; at < MOST_STRETCHES; at += 1) {
    const [from, to] = [times[`from${at}`], times[`to${at}`]];
    if (from && to) periods.push(stretchOf(day, timeZone, from, to));
    else if (from ?? to) return fail({ code: "invalid-form", failure: formFailure(form, [], { [from ? `to${at}` : `from${at}`]: ["required"] }) });
  }
  if (periods.length === 0) return fail({ code: "invalid-form", failure: formFailure(form, [], { from0: ["required"] }) });
  return ok(periods);
}
