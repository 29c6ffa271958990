import { useEffect, useRef } from "react";
import type { ScreenQuestion } from "../attempt-screen.view.server";
import { responseFromForm } from "../form-answer";
import { isEmptyResponse, type QuizResponse } from "../question";
import { sameValue } from "../save-ops";

/** What was typed before the scripts had arrived is in the fields only: it is taken over once. Empty fields take nothing back. */
export function useEarlyAnswer(formId: string, item: ScreenQuestion | undefined, put: (position: number, value: QuizResponse) => Promise<void>): void {
  const first = useRef(item);
  useEffect(() => {
    const form = document.getElementById(formId);
    const question = first.current;
    first.current = undefined;
    if (question === undefined || !(form instanceof HTMLFormElement)) return;
    const typed = responseFromForm(question.position, question.question, new FormData(form));
    if (typed !== null && !isEmptyResponse(typed) && !sameValue(typed, question.value)) void put(question.position, typed);
  }, [formId, put]);
}
