/** The door of the quiz room for pure things: types, scoring, what a learner may see. */
export * from "./question";
export { fromShown, redactQuestion, toShown, type OptionOrder, type RedactedQuestion } from "./redact";
export { scoreByRubric, scoreResponse, type CriterionPoints, type MarkingError, type Score, type ScoreState } from "./score";
export { bankEntry, drawPaper, type BankEntry, type BlueprintCell, type PaperItem, type Shortfall } from "./paper";
export { COMMANDS, GRACE_SECONDS, type Attempt, type AttemptState, type Refusal, type Standing, type Submitter } from "./attempt";
export { fieldName, type FormQuestion, responseFromForm } from "./form-answer";
export type { CompetencyResult, QuizResult, SectionToRead } from "./result";
export type { Receipt, SaveOp, SaveOutcome } from "./save-ops";
export * from "./paths";
export { showQuestion, type ShownQuestion } from "./shown-question";
export { type At, atOf, targetOf } from "./attempt/paper-state";
export { type RefusedAnswer, TakeQuiz, type TakeQuizProps } from "./attempt/TakeQuiz";
export { IntroPage, type IntroPageProps } from "./IntroPage";
export { ResultPage, type ResultPageProps } from "./result/ResultPage";
