import { useCallback, useState } from "react";
import type { CheckinFeedback, CheckinResponse, CheckinState } from "~/courseware";
import type { PageCheckin } from "../packed-page";

/** What the server answers to an answer. */
export type AnswerReply = { ok: true; feedback: CheckinFeedback; finished: string[]; studied: boolean } | { ok: false; code: string };

interface Options {
  endpoint: string;
  version: string;
  initial: Readonly<Record<string, PageCheckin>>;
  /** A check-in whose posted form was not taken, and why (an i18n key of `courseware`). */
  problem: { id: string; key: string } | null;
  onAnswered: (reply: { finished: string[]; studied: boolean }) => void;
}

/** The check-ins of a page: answered without leaving it, shown as answered at once, judged when the server says so. */
export function useCheckins({ endpoint, version, initial, problem, onAnswered }: Options): { checkins: Record<string, CheckinState>; answerCheckin: (id: string, response: CheckinResponse) => void } {
  const [own, setOwn] = useState<Record<string, Pick<CheckinState, "response" | "feedback" | "status">>>({});

  const answerCheckin = useCallback(
    (id: string, response: CheckinResponse) => {
      setOwn((before) => ({ ...before, [id]: { response, feedback: null, status: "sending" } }));
      void post(endpoint, version, id, response).then((reply) => {
        if (reply?.ok) {
          setOwn((before) => ({ ...before, [id]: { response, feedback: reply.feedback, status: "idle" } }));
          onAnswered(reply);
        } else setOwn((before) => ({ ...before, [id]: { response, feedback: null, status: "failed" } }));
      });
    },
    [endpoint, version, onAnswered],
  );

  const checkins = Object.fromEntries(
    Object.entries(initial).map(([id, checkin]): [string, CheckinState] => [
      id,
      { ...checkin, status: "idle", ...(own[id] ?? {}), ...(problem?.id === id && own[id] === undefined ? { problem: problem.key } : {}) },
    ]),
  );
  return { checkins, answerCheckin };
}

async function post(endpoint: string, version: string, id: string, response: CheckinResponse): Promise<AnswerReply | null> {
  const form = formOf(response);
  form.set("checkin", id);
  form.set("version", version);
  try {
    // Url-encoded has a length from the start, which the server asks for.
    const body = new URLSearchParams([...form].map(([name, value]): [string, string] => [name, String(value)]));
    const reply = await fetch(endpoint, { method: "POST", body, redirect: "manual" });
    return reply.headers.get("Content-Type")?.includes("json") ? ((await reply.json()) as AnswerReply) : null;
  } catch {
    return null;
  }
}

/** An answer as the check-in's own form posts it. */
export function formOf(response: CheckinResponse): FormData {
  const form = new FormData();
  switch (response.kind) {
    case "single":
      form.append("answer", response.option);
      break;
    case "multiple":
      response.options.forEach((id) => form.append("answer", id));
      break;
    case "true-false":
      form.append("answer", String(response.value));
      break;
    case "ordering":
      response.order.forEach((id, at) => form.append(`order.${id}`, String(at + 1)));
      break;
  }
  return form;
}
