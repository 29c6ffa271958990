import type { StepState } from "./step-state";

/** One camp of a chapter's road. All texts come ready in the reader's language. */
export interface RoadStep {
  key: string;
  title: string;
  state: StepState;
  /** "12月5日 23:59 前", "12月6日 9:30 第三会议室". */
  dueText?: string;
  /** What counted or what is missing: "86 分", "还差 2 节". */
  note?: string;
  /** Where the step is; a camp without it cannot be entered. */
  href?: string;
  /** The due time is over and the step is not done. */
  late?: boolean;
}

/** The one thing to do next. `signal`: it is due now; `primary`: it can be done now; `quiet`: only to look. */
export interface RoadNext {
  label: string;
  href: string;
  tone: "signal" | "primary" | "quiet";
}

/** Whose turn it is when it is not the reader's. */
export interface RoadWait {
  text: string;
  by: string;
}
