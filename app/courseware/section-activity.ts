/**
 * How the text of a section talks to whoever shows it. The preview provides what a learner answered and watched;
 * without a provider (slides, printed pages, instructors looking in) everything can be read and nothing is recorded.
 */
import { createContext, useContext } from "react";
import type { Locale } from "~/i18n/locale";
import type { TermText } from "./chapter";
import type { CheckinFeedback, CheckinResponse, RedactedCheckin } from "./checkin-question";
import { mediaPath } from "./paths";

/** A check-in as this reader has it. */
export interface CheckinState {
  question: RedactedCheckin;
  /** The last answer, or null. */
  response: CheckinResponse | null;
  /** After an answer; null before. */
  feedback: CheckinFeedback | null;
  status: "idle" | "sending" | "failed";
  /** Why the last post was not taken: an i18n key of `courseware`, such as "checkin.empty". */
  problem?: string;
}

/** A recording as this reader has it. */
export interface MediaState {
  /** Seconds watched so far, as closed intervals that do not overlap. */
  watched: readonly (readonly [from: number, to: number])[];
  /** Where playing goes on. */
  resumeAt: number;
}

/** A stretch of a recording that was played just now, in seconds. */
export interface WatchedInterval {
  from: number;
  to: number;
}

export interface SectionActivity {
  locale: Locale;
  slug: string;
  sectionId: string;
  /** The glossary terms of this section, by id. */
  terms: Readonly<Record<string, TermText>>;
  checkins: Readonly<Record<string, CheckinState>>;
  /**
   * Where a check-in posts to without JavaScript (the page comes back to the anchor `checkin-<id>`), and fields to send along.
   * The form holds `checkin`=<id> and `answer` or `order.<id>` (see `checkinResponseFromForm`). Null: cannot be answered here.
   */
  checkinForm: { action: string; fields: Readonly<Record<string, string>> } | null;
  answerCheckin(checkinId: string, response: CheckinResponse): void;
  media: Readonly<Record<string, MediaState>>;
  /** Called while something plays, every few seconds and when it stops. */
  reportWatched(mediaId: string, interval: WatchedInterval): void;
  mediaUrl(src: string): string;
  /** Prefix for what exercises keep on the device; one per person, so that a shared phone mixes nothing up. */
  storageScope: string;
}

/** Reads everything, records nothing. */
export function silentActivity(slug: string, sectionId: string, locale: Locale, terms: Readonly<Record<string, TermText>> = {}): SectionActivity {
  return {
    locale,
    slug,
    sectionId,
    terms,
    checkins: {},
    checkinForm: null,
    answerCheckin: () => undefined,
    media: {},
    reportWatched: () => undefined,
    mediaUrl: (src) => mediaPath(slug, src),
    storageScope: "guest",
  };
}

/** Set by the page that shows a section. */
export const SectionActivityContext = createContext<SectionActivity>(silentActivity("", "", "zh"));

/** What the page around this text provides. */
export function useSectionActivity(): SectionActivity {
  return useContext(SectionActivityContext);
}
