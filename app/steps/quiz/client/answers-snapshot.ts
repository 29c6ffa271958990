/** What a page sees of the answers at one moment. */
import type { QuizResponse } from "../question";
import type { Receipt } from "../save-ops";
import { shownAnswer, type AnswerEntry } from "./answer-log";

/** saved: the server has it · waiting: on its way · offline: kept here, tried again · conflict: a person must choose. */
export type AnswerStatus = "saved" | "waiting" | "offline" | "conflict";

export type AnswerView = {
  value: QuizResponse | null;
  flagged: boolean;
  status: AnswerStatus;
  /** The other answer, while a choice is to be made. */
  server: QuizResponse | null;
};

/** How things are with the way to the server. */
export type Connection = {
  failing: boolean;
  /** Why nothing gets through, where it is more than the network. */
  problem: "signed-out" | "refused" | null;
  /** False where the device keeps nothing: then only "saved" is safe. */
  onDevice: boolean;
};

export type AnswersSnapshot = Omit<Connection, "failing"> & {
  /** The worst of all answers. */
  status: AnswerStatus;
  /** The server takes no more answers. */
  closed: boolean;
  answers: ReadonlyMap<number, AnswerView>;
};

/** A message between tabs of one device; BroadcastChannel carries it. */
export type TabMessage =
  | { type: "put"; entry: AnswerEntry }
  | { type: "receipts"; receipts: Receipt[] }
  /** A tab came to life: whatever was said before it listened is said again. */
  | { type: "hello" }
  | { type: "held"; entries: AnswerEntry[] };
export interface TabChannel {
  postMessage(message: TabMessage): void;
  onmessage: ((event: { data: TabMessage }) => void) | null;
  close(): void;
}

/** Looks at every entry. */
export function snapshotOf(entries: Iterable<AnswerEntry>, { failing, problem, onDevice }: Connection): AnswersSnapshot {
  const answers = new Map<number, AnswerView>();
  let closed = false;
  for (const entry of entries) {
    const status = statusOf(entry, failing);
    answers.set(entry.position, { ...shownAnswer(entry), status, server: entry.mine === null ? null : entry.server.value });
    closed ||= entry.closed;
  }
  const statuses = new Set([...answers.values()].map(({ status }) => status));
  const status = (["conflict", "offline", "waiting"] as const).find((candidate) => statuses.has(candidate)) ?? "saved";
  return { status, problem, onDevice, closed, answers };
}

function statusOf(entry: AnswerEntry, failing: boolean): AnswerStatus {
  if (entry.mine !== null) return "conflict";
  if (entry.log.length === 0) return "saved";
  return failing ? "offline" : "waiting";
}
