import { startTransition, useEffect, useState } from "react";
import type { SheetContent } from "../content";
import type { Evaluation } from "../evaluation";
import type { SheetScreen } from "../sheet-screen";

/** Between a key and what follows from it: typing is not held up by computing. */
const PAUSE_MS = 120;

/** What follows from the content: the server's word first, then computed here after every change. The engine is only loaded for that. */
export function useEvaluation({ definition, content: first, evaluation: given, today, currency, written }: SheetScreen, content: SheetContent): Evaluation {
  const [evaluation, setEvaluation] = useState(given);
  useEffect(() => {
    if (content === first) return setEvaluation(given);
    let overtaken = false;
    const timer = setTimeout(() => {
      void import("../evaluate").then(({ evaluate }) => {
        if (!overtaken) startTransition(() => setEvaluation(evaluate(definition, content, { locale: written, today, currency })));
      });
    }, PAUSE_MS);
    return () => {
      overtaken = true;
      clearTimeout(timer);
    };
  }, [content, first, given, definition, today, currency, written]);
  return evaluation;
}
