import { useNavigate } from "@remix-run/react";
import { useCallback, useRef, useState } from "react";
import type { Answers } from "../client/use-answers";
import { handInPath, resultPath } from "../paths";

/** asking: the dialog is open · sending · unsent: some answers are not on the server yet · failed: the server was not reached. */
export type HandInState = "idle" | "asking" | "sending" | "unsent" | "conflict" | "failed" | "signed-out";

export interface HandIn {
  state: HandInState;
  ask(): void;
  cancel(): void;
  /** The learner says so, or the clock; the server has the last word on the clock. */
  handIn(because: "learner" | "deadline"): Promise<void>;
}

const TIMEOUT_MS = 15_000;

/** Hands the paper in: first every answer goes to the server, then the paper. Twice is once. */
export function useHandIn(attemptId: string, answers: Answers, resync: (leftMs: number) => void): HandIn {
  const [state, setState] = useState<HandInState>("idle");
  const navigate = useNavigate();
  const busy = useRef(false);
  const { flush, look } = answers;

  const handIn = useCallback(
    async (because: "learner" | "deadline") => {
      if (busy.current) return;
      busy.current = true;
      setState("sending");
      try {
        await flush();
        const { status, problem, closed } = look();
        if (problem === "signed-out") return setState("signed-out");
        // A paper is never handed in over answers that are still on their way, except when time is over.
        if (because === "learner" && !closed && status !== "saved") return setState(status === "conflict" ? "conflict" : "unsent");
        const reply = await send(attemptId, because);
        if (reply === "signed-out") return setState("signed-out");
        if (reply === "done") return navigate(resultPath(attemptId), { replace: true });
        resync(reply.leftMs);
        setState("idle");
      } catch {
        setState("failed");
      } finally {
        busy.current = false;
      }
    },
    [attemptId, flush, look, navigate, resync],
  );
  return { state, handIn, ask: useCallback(() => setState("asking"), []), cancel: useCallback(() => setState((now) => (now === "sending" ? now : "idle")), []) };
}

async function send(attemptId: string, because: "learner" | "deadline"): Promise<"done" | "signed-out" | { leftMs: number }> {
  const response = await fetch(handInPath(attemptId), {
    method: "POST",
    headers: { "content-type": "application/json", accept: "application/json" },
    body: JSON.stringify({ because }),
    credentials: "same-origin",
    signal: AbortSignal.timeout(TIMEOUT_MS),
  });
  if (response.status === 401) return "signed-out";
  if (!response.ok) throw new Error(`hand in: ${response.status}`);
  const reply = (await response.json()) as { state: "open" | "submitted" | "marked"; leftMs: number };
  return reply.state === "open" ? { leftMs: reply.leftMs } : "done";
}
