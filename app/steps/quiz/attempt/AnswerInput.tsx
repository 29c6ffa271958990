import type { QuizResponse } from "../question";
import type { ShownQuestion } from "../shown-question";
import { Choices } from "./Choices";
import { FillInInput } from "./FillInInput";
import { MatchingInput } from "./MatchingInput";
import { OrderingInput } from "./OrderingInput";
import { NumberInput, TextInput } from "./WrittenInput";

export interface InputProps<Q extends ShownQuestion = ShownQuestion> {
  position: number;
  question: Q;
  value: QuizResponse | null;
  onChange: (value: QuizResponse | null) => void;
  disabled: boolean;
  /** Id of the question's text. */
  labelledBy: string;
}

export type QuestionOf<K extends ShownQuestion["kind"]> = Extract<ShownQuestion, { kind: K }>;

/** Where the answer is given, for every kind. Fields carry the names that a plain form posts. */
export function AnswerInput({ question, ...props }: InputProps) {
  switch (question.kind) {
    case "single":
    case "multiple":
    case "true-false":
      return <Choices {...props} question={question} />;
    case "matching":
      return <MatchingInput {...props} question={question} />;
    case "ordering":
      return <OrderingInput {...props} question={question} />;
    case "fill-in":
      return <FillInInput {...props} question={question} />;
    case "numeric":
      return <NumberInput {...props} question={question} />;
    case "short-answer":
    case "case":
      return <TextInput {...props} question={question} />;
  }
}
