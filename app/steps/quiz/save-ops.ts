/** Answers as they are saved: `~/platform/saving` with what this room puts in a place. */
import type * as saving from "~/platform/saving";
import type { QuizResponse } from "./question";

export { FollowedBases, judgeSave, receiptOf, sameValue, SAVE_OUTCOMES, type SaveOutcome } from "~/platform/saving";
export type SaveOp = saving.SaveOp<QuizResponse>;
export type SavedAnswer = saving.SavedValue<QuizResponse>;
export type Receipt = saving.Receipt<QuizResponse>;
