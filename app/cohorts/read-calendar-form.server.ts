import { zonedInstant } from "~/i18n/dates";
import { type Step, STEPS } from "~/pipeline";
import { GATE_SCHEMAS } from "~/pipeline/index.server";
import { type FormFailure, formFailure } from "~/platform/forms.server";
import { fail, ok, type Result } from "~/platform/result";
import type { ChapterSettings, StepSettings } from "./calendar-change";
import { GATE_FIELDS, type GateField, gateName, gateValue, settingName } from "./gate-fields";

const LOCAL_TIME = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})/;

/** Reads the settings of a chapter's steps from a form; times are meant in the cohort's zone. */
export function readCalendarForm(form: FormData, timeZone: string, steps: readonly Step[]): Result<ChapterSettings, { code: "invalid-form"; failure: FormFailure }> {
  const errors: Record<string, string[]> = {};
  const entries = STEPS.filter((step) => steps.includes(step)).map((step): [Step, StepSettings] => {
    const opensAt = instantOf(form, settingName(step, "opens"), timeZone, errors);
    const dueAt = instantOf(form, settingName(step, "due"), timeZone, errors);
    if (opensAt && dueAt && dueAt <= opensAt) errors[settingName(step, "due")] = ["due-before-opening"];
    return [step, { included: form.has(settingName(step, "included")), opensAt, dueAt, gate: gateOf(form, step, errors) }];
  });
  if (entries.length > 0 && entries.every(([, set]) => !set.included)) errors[settingName(entries[0]![0], "included")] = ["no-step-left"];
  if (Object.keys(errors).length > 0) return fail({ code: "invalid-form", failure: formFailure(form, [], errors) });
  return ok(Object.fromEntries(entries) as ChapterSettings);
}

function instantOf(form: FormData, name: string, timeZone: string, errors: Record<string, string[]>): Date | null {
  const text = textOf(form, name);
  if (text === "") return null;
  const [, day, time] = LOCAL_TIME.exec(text) ?? [];
  const instant = day && time ? zonedInstant(day, time, timeZone) : new Date(NaN);
  if (!Number.isNaN(instant.getTime())) return instant;
  errors[name] = ["date"];
  return null;
}

function gateOf(form: FormData, step: Step, errors: Record<string, string[]>): StepSettings["gate"] {
  const fields: readonly GateField[] = GATE_FIELDS[step];
  const typed = Object.fromEntries(fields.map((field) => [field.name, gateValue(field, textOf(form, gateName(step, field.name)))]));
  const parsed = GATE_SCHEMAS[step].safeParse(typed);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) errors[gateName(step, String(issue.path[0] ?? fields[0]?.name))] = [MESSAGES[issue.code] ?? "invalid"];
  return typed as unknown as StepSettings["gate"];
}

const MESSAGES: Partial<Record<string, string>> = { too_small: "tooSmall", too_big: "tooBig", invalid_type: "number" };

function textOf(form: FormData, name: string): string {
  const value = form.get(name);
  return typeof value === "string" ? value.trim() : "";
}
