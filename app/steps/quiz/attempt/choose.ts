import type { QuizResponse } from "../question";
import type { ShownQuestion } from "../shown-question";

type ChoiceQuestion = Extract<ShownQuestion, { kind: "single" | "multiple" | "true-false" }>;

/** The things to choose from, by the value that stands for them in a form. */
export function choiceValues(question: ShownQuestion): string[] {
  switch (question.kind) {
    case "single":
    case "multiple":
      return question.options.map(({ id }) => id);
    case "true-false":
      return ["true", "false"];
    default:
      return [];
  }
}

/** Whether a choice is made. */
export function isChosen(value: QuizResponse | null, choice: string): boolean {
  switch (value?.kind) {
    case "single":
      return value.option === choice;
    case "multiple":
      return value.options.includes(choice);
    case "true-false":
      return String(value.value) === choice;
    default:
      return false;
  }
}

/** The answer after one choice was pressed: several choices are switched on and off, one takes the place of another. */
export function choose(question: ChoiceQuestion, value: QuizResponse | null, choice: string): QuizResponse {
  switch (question.kind) {
    case "single":
      return { kind: "single", option: choice };
    case "true-false":
      return { kind: "true-false", value: choice === "true" };
    case "multiple": {
      const chosen = new Set(value?.kind === "multiple" ? value.options : []);
      if (!chosen.delete(choice)) chosen.add(choice);
      return { kind: "multiple", options: question.options.map(({ id }) => id).filter((id) => chosen.has(id)) };
    }
  }
}
