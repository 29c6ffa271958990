import { type Kysely, sql } from "kysely";
import type { DB } from "~/db/schema";
import type { LiveSnapshot } from "./snapshot";

/** The session as the room knows it at this moment. */
export async function loadSnapshot(db: Kysely<DB>, sessionId: string): Promise<LiveSnapshot | undefined> {
  const row = await db
    .selectFrom("lecture_session as s")
    .select(["s.state", "s.current_chapter", "s.current_slide", "s.code_shown"])
    .select(
      sql<LiveSnapshot["poll"]>`(select jsonb_build_object('id', p.id, 'state', p.state, 'revealed', p.revealed) from lecture_poll p
        where p.session_id = s.id and p.chapter_slug = s.current_chapter and p.slide_id = s.current_slide
        order by p.opened_at desc, p.id limit 1)`.as("poll"),
    )
    .where("s.id", "=", sessionId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { state, current_chapter: chapter, current_slide: slide, code_shown: codeShown, poll } = row;
  return { state, slide: chapter === null || slide === null ? null : { chapter, slide }, poll, codeShown };
}
