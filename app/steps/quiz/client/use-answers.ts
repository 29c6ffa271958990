import type { DeviceStore } from "~/platform/device";
import { type Saving, type SavingSnapshot, useSaving, type ValueView } from "~/platform/saving";
import { isEmptyResponse, type QuizResponse } from "../question";
import type { SavedAnswer } from "../save-ops";

/** Where answers wait on the device. */
const ANSWERS: DeviceStore = { database: "roadbook-quiz", store: "answers", isText: true };

export type Answers = Saving<QuizResponse>;
export type AnswersSnapshot = SavingSnapshot<QuizResponse>;
export type AnswerView = ValueView<QuizResponse>;

/**
 * The answers of the attempt on the page. `initial` is what the loader read; `url` takes `POST { ops }` and answers
 * `{ receipts }`. Give the component `key={attemptId}`.
 */
export function useAnswers({ attemptId, initial, url }: { attemptId: string; initial: readonly (SavedAnswer & { position: number })[]; url: string }): Answers {
  return useSaving({ scope: attemptId, initial, isEmpty: isEmptyResponse, url, device: ANSWERS });
}
