/** A defense day of a cohort and its slots: their states, and what can be done in each. */

export const DAY_STATES = ["draft", "published", "closed", "cancelled"] as const;
export type DayState = (typeof DAY_STATES)[number];

export type DayCommand = "change" | "people" | "propose" | "move" | "publish" | "repair" | "reschedule" | "hold" | "close" | "cancel";

/** In a draft everything is open and nobody has been told. What is published changes slot by slot, and people are told. */
export const DAY_COMMANDS = {
  draft: ["change", "people", "propose", "move", "publish", "repair", "reschedule", "cancel"],
  published: ["people", "move", "repair", "reschedule", "hold", "close", "cancel"],
  closed: [],
  cancelled: [],
} as const satisfies Record<DayState, readonly DayCommand[]>;

/** Whether `state` admits `command`. */
export function dayAdmits(state: DayState, command: DayCommand): boolean {
  return (DAY_COMMANDS[state] as readonly DayCommand[]).includes(command);
}

/** Whether a candidate may still say when they are free: until they were told a slot, and before the day begins. */
export function isOpenToAnswer({ day, told }: { day: { state: DayState; startsAt: Date }; told: boolean }, now: Date): boolean {
  return dayAdmits(day.state, "people") && !told && now < day.startsAt;
}

export const SLOT_STATES = ["planned", "cancelled", "no-show", "held"] as const;
export type SlotState = (typeof SLOT_STATES)[number];

export interface DefenseDay {
  id: string;
  cohortId: string;
  title: string;
  startsAt: Date;
  endsAt: Date;
  timeZone: string;
  state: DayState;
  panelSize: number;
  presentationMinutes: number;
  questionMinutes: number;
  deliberationMinutes: number;
  changeoverMinutes: number;
  longestRun: number;
  bring: string | null;
  publishedAt: Date | null;
  cancelReason: string | null;
  sequence: number;
  version: number;
  /** Slugs in teaching order. */
  chapters: string[];
}

export const PANEL_SIZES = { fewest: 2, most: 9 } as const;

/** Minutes of one defense from the first word to the verdict. */
export function slotMinutes({ presentationMinutes, questionMinutes, deliberationMinutes }: Pick<DefenseDay, "presentationMinutes" | "questionMinutes" | "deliberationMinutes">): number {
  return presentationMinutes + questionMinutes + deliberationMinutes;
}

/** Of a moment to a moment. */
export interface Period {
  startsAt: Date;
  endsAt: Date;
}

export interface Place {
  id: string;
  name: string;
  link: string | null;
}

export interface Panelist {
  personId: string;
  chair: boolean;
  /** The candidate's own manager, since nobody else could be found. */
  ownManager: boolean;
}

export interface Slot extends Period {
  id: string;
  placeId: string;
  enrolmentId: string;
  state: SlotState;
  pinned: boolean;
  cancelReason: string | null;
  sequence: number;
  chapters: string[];
  /** The chair first. */
  panel: Panelist[];
}
