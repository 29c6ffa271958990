import { useEffect, useRef, useState } from "react";
import { useHydrated } from "~/ui";
import type { ScreenQuestion } from "../attempt-screen.view.server";
import { responseFromForm } from "../form-answer";
import { isEmptyResponse, type QuizResponse } from "../question";
import { sameValue } from "../save-ops";

/** What was typed before the scripts had arrived is in the fields only: it is taken over once. Empty fields take nothing back. */
export function useEarlyAnswer(formId: string, item: ScreenQuestion | undefined, put: (position: number, value: QuizResponse) => Promise<void>): void {
  const first = useRef(item);
  const hydrated = useHydrated();
  // Before React puts the fields back to what the server knew; the effect sees what came while it was at it.
  const [early] = useState(() => (hydrated || typeof document === "undefined" ? null : answerIn(formId, item)));
  useEffect(() => {
    const question = first.current;
    first.current = undefined;
    const given = answerIn(formId, question) ?? early;
    if (question !== undefined && given !== null) void put(question.position, given);
  }, [formId, put, early]);
}

/** What the form says and the server does not know; null where that is nothing. */
function answerIn(formId: string, question: ScreenQuestion | undefined): QuizResponse | null {
  const form = document.getElementById(formId);
  if (question === undefined || !(form instanceof HTMLFormElement)) return null;
  const given = responseFromForm(question.position, question.question, new FormData(form));
  return given === null || isEmptyResponse(given) || sameValue(given, question.value) ? null : given;
}
