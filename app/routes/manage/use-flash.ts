import { useActionData } from "@remix-run/react";
import type { FlashMessage } from "~/ui";

/** What the last act came to, as messages at the head of the page. */
export function useFlash(): FlashMessage[] {
  const answer = useActionData<{ problem: string | null; done?: string | null } | null>();
  if (answer?.problem) return [{ id: answer.problem, tone: "danger", text: answer.problem }];
  return answer?.done ? [{ id: answer.done, tone: "ok", text: answer.done }] : [];
}
