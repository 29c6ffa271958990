/** What a learner answered and watched, as a part of the one query of `chapterReading`. */
import { type RawBuilder, sql } from "kysely";
import type { MediaState } from "~/courseware";
// Not through the door, which brings components (and their CSS) that seeds and scripts in plain Node cannot load.
import { type CheckinResponse, checkinFeedback } from "~/courseware/checkin-question";
import type { SectionCheckin } from "~/courseware/index.server";
import type { Locale } from "~/i18n/locale";
import type { OwnPage } from "./packed-page";
import { parseRanges } from "./watched";

export interface Activity {
  /** The latest answer per check-in, with the question's hash it was given to. */
  responses: { id: string; hash: string; response: CheckinResponse }[];
  media: Record<string, MediaState>;
}

/** As `activityOf` answers it. */
export interface ActivityRow {
  responses: Activity["responses"];
  media: { id: string; watched: string; stopped_at: number }[];
}

/** The activity in one section of the enrolment `e` and the chapter `c` of a query. */
export function activityOf(sectionId: string): RawBuilder<ActivityRow> {
  return sql`jsonb_build_object(
    'responses', (select coalesce(jsonb_agg(jsonb_build_object('id', a.checkin_id, 'hash', a.question_hash, 'response', a.response)), '[]') from (
      select distinct on (checkin_id) checkin_id, question_hash, response from checkin_response
      where enrolment_id = e.id and chapter_slug = c.slug and section_id = ${sectionId} order by checkin_id, id desc
    ) a),
    'media', (select coalesce(jsonb_agg(jsonb_build_object('id', w.media_id, 'watched', w.watched::text, 'stopped_at', w.stopped_at)), '[]')
      from media_watch w where w.enrolment_id = e.id and w.chapter_slug = c.slug))`;
}

export function activityFrom(row: ActivityRow | null): Activity {
  const { responses = [], media = [] } = row ?? {};
  return { responses, media: Object.fromEntries(media.map(({ id, watched, stopped_at }) => [id, { watched: parseRanges(watched), resumeAt: stopped_at }])) };
}

/** The reader's answers to the section's check-ins: one to an older question counts, but is not shown in the new one. */
export function ownAnswers(checkins: readonly SectionCheckin[], { responses }: Pick<Activity, "responses">, locale: Locale): OwnPage["answers"] {
  return Object.fromEntries(
    checkins.flatMap(({ id, hash, question }): [string, OwnPage["answers"][string]][] => {
      const response = responses.find((entry) => entry.id === id && entry.hash === hash)?.response;
      return response === undefined ? [] : [[id, { response, feedback: checkinFeedback(question, response, locale) }]];
    }),
  );
}
