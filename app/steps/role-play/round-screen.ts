/** A round as one of those in it sees it at one moment: what their role and its state let them read, and nothing else. */
import type { Role } from "./rotation";
import type { RoundState, Turn } from "./round";
import type { ConsentState } from "./recording";
import type { SalesResult } from "./result";
import type { Mark } from "./scenario";
import type { ShownBehaviour, ShownHiddenBrief, ShownSalesBrief, ShownScenario } from "./shown";

/** A time as ISO text: the page gets it from its loader and, while it lives, as JSON. */
type Instant = string;

export interface ScreenPerson {
  enrolmentId: string;
  name: string;
  role: Role;
  me: boolean;
}

export interface ScreenSheet {
  observerId: string;
  name: string;
  marks: { behaviourId: string; mark: Mark; at: Instant }[];
  notes: { id: string; behaviourId: string | null; note: string; at: Instant }[];
  handedInAt: Instant | null;
}

export interface ScreenReview {
  marks: Record<string, Mark>;
  wentWell: string;
  nextTime: string;
  at: Instant;
}

export interface ScreenRecording {
  uploadId: string;
  by: string;
  startedAt: Instant;
  stoppedAt: Instant | null;
  state: "recording" | "on-its-way" | "ready" | "gone";
  mediaType: string | null;
  deleteAfter: Instant;
}

export interface RoundScreen {
  roundId: string;
  sessionId: string;
  sessionTitle: string;
  sessionRuns: boolean;
  chapterSlug: string;
  enrolmentId: string;
  number: number;
  /** Rounds that the group has in all, so far. */
  rounds: number;
  state: RoundState;
  turn: Turn | null;
  minutes: number;
  startedAt: Instant | null;
  endedAt: Instant | null;
  /** The server's clock when this was read. */
  now: Instant;
  role: Role;
  people: ScreenPerson[];
  scenario: ShownScenario;
  salesBrief: ShownSalesBrief | null;
  checklist: ShownBehaviour[] | null;
  hiddenBrief: ShownHiddenBrief | null;
  /** The reader's own sheet, of an observer. */
  sheet: ScreenSheet | null;
  /** Everybody's sheets, once the debrief has come to the observer. */
  sheets: ScreenSheet[] | null;
  /** The salesperson's own. */
  review: ScreenReview | null;
  /** For the salesperson: what it came to, and what the instructor said. */
  result: (SalesResult & { passMark: number }) | null;
  assessment: { marks: Record<string, Mark>; remark: string | null; by: string } | null;
  consent: { state: ConsentState; mine: boolean | null; missing: string[] };
  recordings: ScreenRecording[];
  /** The reader's next round in this session. */
  next: { roundId: string; role: Role; number: number } | null;
}
