import type { Transaction } from "kysely";
import type { DB } from "~/db/schema";
import type { Locale } from "~/i18n/locale";
import { pick } from "~/i18n/pick";
import type { Actor } from "~/people";
import { fail, ok, type Result } from "~/platform/result";
import { createSheet } from "./create-sheet.server";
import { sheetKinds } from "./definitions.server";

/** `unknown-kind`: no such tool sheet in a chapter that this person learns in a running cohort. */
export type StartPracticeError = { code: "unknown-kind" };

/** Begins a sheet that a learner fills in alone, to practise; the cohort's instructors can look and comment. */
export async function startPractice(trx: Transaction<DB>, actor: Pick<Actor, "id">, { key, title, locale, now }: { key: string; title: string | undefined; locale: Locale; now: Date }): Promise<Result<{ sheetId: string }, StartPracticeError>> {
  const kind = (await sheetKinds(trx)).find((one) => one.key === key);
  const place = kind && (await placeOf(trx, actor.id, kind.chapterSlug));
  if (!kind || !place) return fail({ code: "unknown-kind" });
  const made = await createSheet(trx, {
    key,
    title: title?.trim() || pick(kind.definition.title, locale),
    cohortId: place.cohortId,
    teamId: null,
    locale,
    members: [{ personId: actor.id, may: "edit" }],
    createdBy: actor.id,
    now,
  });
  return made.ok ? ok(made.value) : fail({ code: "unknown-kind" });
}

function placeOf(trx: Transaction<DB>, personId: string, chapterSlug: string): Promise<{ cohortId: string } | undefined> {
  return trx
    .selectFrom("enrolment as e")
    .innerJoin("cohort as c", "c.id", "e.cohort_id")
    .innerJoin("cohort_chapter as cc", "cc.cohort_id", "c.id")
    .select("c.id as cohortId")
    .where("e.person_id", "=", personId)
    .where("e.left_at", "is", null)
    .where("c.state", "=", "open")
    .where("cc.chapter_slug", "=", chapterSlug)
    .orderBy("c.starts_on", "desc")
    .limit(1)
    .executeTakeFirst();
}
