import { redirect } from "@remix-run/node";
import { createHash } from "node:crypto";
import type { Guarded } from "~/auth/index.server";
import { calendarPath, type CohortStale } from "~/cohorts";
import { type CalendarPlan, changeCalendar, changeChapters, type ChapterSettings, chapterSettings, planCalendarChange, readCalendarForm, type SettingChange, settingChanges, staleCohort } from "~/cohorts/index.server";
import { inTransaction } from "~/db/index.server";
import { STEPS } from "~/pipeline";
import { notFound } from "~/platform/errors";
import { type FormFailure, formFailure } from "~/platform/forms.server";

export interface CalendarAnswer {
  failure: FormFailure | null;
  plan: CalendarPlan | null;
  /** Names what `plan` is about, so that only what was shown can be saved. */
  seen: string;
  overtaken: CohortStale | null;
  /** Where what was typed differs from what is there now. */
  differs: SettingChange[];
}

const NOTHING: CalendarAnswer = { failure: null, plan: null, seen: "", overtaken: null, differs: [] };

/** Carries out what was posted on the calendar's page: shows what saving would do, saves it, or changes the chapters. Redirects when done. */
export async function saveCalendar({ db, actor, now }: Guarded, cohortId: string, form: FormData): Promise<CalendarAnswer> {
  const intent = String(form.get("intent"));
  const expectedVersion = Number(form.get("version"));
  const slug = String(form.get("chapter"));
  if (intent === "add" || intent === "remove" || intent === "earlier" || intent === "later") {
    const result = await inTransaction(db, `${intent} chapter`, (trx) => changeChapters(trx, actor.id, { cohortId, expectedVersion, change: { kind: intent, slug }, now }));
    if (result.ok) throw redirect(`${calendarPath(cohortId)}?${new URLSearchParams({ ...(intent === "remove" ? {} : { chapter: slug }), done: intent }).toString()}`, 303);
    if (result.error.code === "not-found") throw notFound();
    return { ...NOTHING, failure: formFailure(form, [result.error.code === "stale" ? "changed" : result.error.code]), overtaken: result.error.code === "stale" ? result.error : null };
  }
  const current = await chapterSettings(db, cohortId, slug);
  const cohort = await db.selectFrom("cohort").select("time_zone").where("id", "=", cohortId).executeTakeFirst();
  if (!current || !cohort) throw notFound();
  const read = readCalendarForm(form, cohort.time_zone, STEPS.filter((step) => current[step]));
  if (!read.ok) return { ...NOTHING, failure: read.error.failure };
  const settings = read.value;
  const seen = digest(slug, settings);
  const stale = (await staleCohort(db, cohortId)) ?? null;
  if (stale && stale.version !== expectedVersion) return { ...NOTHING, failure: formFailure(form, ["changed"]), overtaken: stale, differs: settingChanges(current, settings) };
  if (intent !== "save" || form.get("seen") !== seen) {
    return { ...NOTHING, failure: formFailure(form, []), plan: (await planCalendarChange(db, { cohortId, chapterSlug: slug, settings, now })) ?? null, seen };
  }
  const saved = await inTransaction(db, "change calendar", (trx) => changeCalendar(trx, actor.id, { cohortId, chapterSlug: slug, settings, expectedVersion, now }));
  if (saved.ok) throw redirect(`${calendarPath(cohortId, slug)}&done=save`, 303);
  if (saved.error.code === "not-found") throw notFound();
  const differs = settingChanges((await chapterSettings(db, cohortId, slug)) ?? {}, settings);
  return { ...NOTHING, failure: formFailure(form, ["changed"]), overtaken: saved.error, differs };
}

function digest(slug: string, settings: ChapterSettings): string {
  return createHash("sha256").update(JSON.stringify([slug, settings])).digest("base64url").slice(0, 16);
}
