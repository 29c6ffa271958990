/** How a section's page travels to the browser: what is the same for every reader as one text, the reader's own beside it. */
import type { CheckinFeedback, CheckinResponse, RedactedCheckin } from "~/courseware/checkin-question";
import type { MediaState, TermText, TocEntry } from "~/courseware";
import type { BlockChange, SectionNeighbour } from "~/courseware/index.server";
import type { ReadingState } from "./reading";

/** A line of the contents beside the text. */
export interface RailSection {
  id: string;
  title: string;
  minutes: number;
  state: ReadingState;
  changed: boolean;
}

/** What every reader of the section gets, in one language. */
export interface SectionText {
  slug: string;
  version: string;
  chapterNumber: number;
  chapterTitle: string;
  id: string;
  title: string;
  minutes: number;
  required: boolean;
  codeHash: string;
  toc: TocEntry[];
  terms: Record<string, TermText>;
  previous: SectionNeighbour | null;
  next: SectionNeighbour | null;
  /** The section's check-ins, in their order. */
  questions: Record<string, RedactedCheckin>;
}

/** Where the reader was, on whatever device. */
export interface Place {
  position: number;
  anchor: string | null;
  seenAt: Date;
}

/** What belongs to one reader. */
export interface OwnPage {
  /** Of the check-ins that the reader has answered as they are now. */
  answers: Record<string, { response: CheckinResponse; feedback: CheckinFeedback }>;
  media: Record<string, MediaState>;
  sections: RailSection[];
  /** The section to go on with after this one: the next that is not finished; null when all are. */
  goOn: SectionNeighbour | null;
  state: ReadingState;
  /** Check-ins that keep the section from being finished. */
  missing: string[];
  /** What is new since the version that the learner knows; null when nothing is. */
  changes: BlockChange[] | null;
  /** Passed or waived. */
  done: boolean;
}

/**
 * The page as a loader answers it. `text` is a `SectionText` as JSON, made once per section: encoding its hundreds of
 * values anew for every reader would take as long as all else that a request does. Beside it stands what routes ask for.
 */
export interface PackedPage {
  text: string;
  /** An `OwnPage` as JSON. */
  own: string;
  place: Place | null;
  title: string;
  chapterTitle: string;
  codeHash: string;
}

/** A check-in as the page starts with it. */
export interface PageCheckin {
  question: RedactedCheckin;
  response: CheckinResponse | null;
  feedback: CheckinFeedback | null;
}

/** The page of one section. */
export interface SectionPage extends Omit<SectionText, "questions">, Omit<OwnPage, "answers"> {
  checkins: Record<string, PageCheckin>;
  place: Place | null;
}

export function unpackPage({ text, own, place }: PackedPage): SectionPage {
  const { questions, ...shared } = JSON.parse(text) as SectionText;
  const { answers, ...rest } = JSON.parse(own) as OwnPage;
  const checkins = Object.fromEntries(Object.entries(questions).map(([id, question]): [string, PageCheckin] => [id, { question, ...(answers[id] ?? { response: null, feedback: null }) }]));
  return { ...rest, ...shared, place, checkins };
}
