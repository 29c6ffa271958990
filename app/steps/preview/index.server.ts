/** The only door for routes' and other rooms' server code. */
export { answerCheckin, type AnsweredCheckin, type CheckinAnswer } from "./answer-checkin.server";
export { type Contents, type ContentsSection, contentsView } from "./contents.view.server";
export { dismissChanges } from "./dismiss-changes.server";
export { findTerms } from "./find-terms.server";
export { type FinishedSection, finishSection, type NotFinishable } from "./finish-section.server";
export type { NoReading } from "./lock-reading.server";
export { mediaResponse } from "./media-response.server";
export { mayRead, type ReadableChapter, readableChapters } from "./may-read.server";
export { openSection } from "./open-section.server";
export { recordBeats, type RecordedBeats } from "./record-beats.server";
export { recordReading } from "./record-reading.server";
export { parseRecord, type PreviewRecord } from "./record-schema.server";
export { recordWatched } from "./record-watched.server";
export { type LearnersSection, readingOfLearner } from "./reading-of-learner.view.server";
export { type PageHit, searchView } from "./search.view.server";
export type { PackedPage, PageCheckin, RailSection, SectionPage } from "./packed-page";
export { type SectionPageView, sectionPageView } from "./section-page.view.server";
