/** What the room is shown: the slide, the check-in code. */
import { sql, type Transaction } from "kysely";
import type { DB } from "~/db/schema";
import { fail, ok, type Result } from "~/platform/result";
import { announceSession } from "./announce.server";
import { findSession, type SessionKey } from "./rows.server";
import { mayDo } from "./session";
import type { SlideKey } from "./slides";

export type ShowError = { code: "unknown-session" } | { code: "wrong-state" } | { code: "unknown-slide" };

/** Puts a slide of one of the session's chapters in front of the room. A poll that is open stays open. */
export async function showSlide(trx: Transaction<DB>, input: SessionKey & SlideKey & { now: Date }): Promise<Result<undefined, ShowError>> {
  const session = await findSession(trx, input);
  if (!session) return fail({ code: "unknown-session" });
  if (!mayDo(session.state, "present")) return fail({ code: "wrong-state" });
  if (!session.chapters.includes(input.chapter) || !(await isSlide(trx, input))) return fail({ code: "unknown-slide" });
  await trx.updateTable("lecture_session").set({ current_chapter: input.chapter, current_slide: input.slide, slide_since: input.now }).where("id", "=", session.id).execute();
  await announceSession(trx, session.id);
  return ok();
}

/** Shows or hides the check-in code on the projector. */
export async function showCode(trx: Transaction<DB>, input: SessionKey & { shown: boolean }): Promise<Result<undefined, ShowError>> {
  const session = await findSession(trx, input);
  if (!session) return fail({ code: "unknown-session" });
  if (session.state !== "planned" && session.state !== "running") return fail({ code: "wrong-state" });
  await trx.updateTable("lecture_session").set({ code_shown: input.shown }).where("id", "=", session.id).execute();
  await announceSession(trx, session.id);
  return ok();
}

async function isSlide(trx: Transaction<DB>, { chapter, slide }: SlideKey): Promise<boolean> {
  const row = await trx
    .selectFrom("chapter as c")
    .innerJoin("slide_deck_version as d", "d.chapter_version", "c.current_version")
    .select("d.locale")
    .where("c.slug", "=", chapter)
    .where(sql<boolean>`d.slides @> ${JSON.stringify([{ id: slide }])}::text::jsonb`)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
