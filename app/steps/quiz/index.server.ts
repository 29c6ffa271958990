/** The door of the quiz room for routes and other rooms' server code. */
export { publishQuestions, hashQuestion, type PublishInput, type PublishQuestionsError, type PublishQuestionsReport } from "./publish-questions.server";
export { startAttempt, type StartError, type StartInput, type StartOutcome } from "./start-attempt.server";
export { saveResponses, type SaveError, type SaveInput } from "./save-responses.server";
export { submitAttempt, type SubmitOutcome } from "./submit-attempt.server";
export { expireAttempts } from "./expire-attempts.server";
export { markResponse, type MarkError, type MarkInput, type MarkOutcome } from "./mark-response.server";
export { reopenAttempts, type ReopenError, type ReopenInput } from "./reopen-attempts.server";
export { attemptPage, type AttemptPage, type AttemptQuestion } from "./attempt-page.view.server";
export { attemptResult, type AttemptResult, type ResultQuestion } from "./attempt-result.view.server";
export { markingQueue, type MarkingItem, type MarkingQueue, type Place, type QueueLine } from "./marking-queue.view.server";
export { attemptsOfLearner, ownAttempts, type AttemptLine, type AttemptsOfLearner } from "./attempts-of-learner.view.server";
export { checkInFileSchema, checkInSchema, questionFileSchema, questionSchema, quizDefinitionSchema, type QuizDefinition } from "./question-schema.server";
export { responseSchema, saveBatchSchema, saveOpSchema } from "./response-schema.server";
export { readPaper, type PaperPlace } from "./read-paper.server";
export { randomFrom } from "./random";
