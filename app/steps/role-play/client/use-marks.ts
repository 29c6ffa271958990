import { useEffect, useState, useSyncExternalStore } from "react";
import { deferredStorage, httpTransport, memoryStorage, newId, openDeviceStorage, OpQueue, type QueueSnapshot } from "~/platform/device";
import { roundMarksPath } from "../paths";
import type { ScreenSheet } from "../round-screen";
import type { Mark } from "../scenario";
import type { Tap } from "./early-taps";

/** An observer's operation as it is sent. */
export type MarkOp =
  | { opId: string; kind: "mark"; behaviourId: string; mark: Mark; at: string }
  | { opId: string; kind: "clear"; behaviourId: string; at: string }
  | { opId: string; kind: "note"; behaviourId: string | null; note: string; at: string }
  | { opId: string; kind: "hand-in"; at: string };
type Receipt = { opId: string; outcome: string };

export interface Marks {
  /** The sheet with everything that is still on its way. */
  sheet: ScreenSheet;
  state: QueueSnapshot<MarkOp>["state"];
  add(op: MarkOp): void;
}

const STORE = { database: "roadbook-role-play", store: "marks", isText: true } as const;

export interface MarksOptions {
  roundId: string;
  sheet: ScreenSheet;
  /** Tapped before scripts ran, and when that was found out. Read at the first render. */
  early: { taps: readonly Tap[]; at: string };
  onSent: () => void;
}

/** What the observer taps: on the device at once, on the server as soon as it can be reached. */
export function useMarks({ roundId, sheet, early: { taps, at }, onSent }: MarksOptions): Marks {
  // What was sent stays shown until the page has read it back.
  const [sent, setSent] = useState<readonly MarkOp[]>([]);
  const [early] = useState(() => taps.map((tap): MarkOp => ({ opId: newId(), kind: "mark", ...tap, at })));
  const [queue] = useState(
    () =>
      new OpQueue<MarkOp, Receipt>({
        scope: `${roundId} ${sheet.observerId}`,
        storage: typeof window === "undefined" ? memoryStorage() : deferredStorage(() => openDeviceStorage(STORE)),
        transport: httpTransport(roundMarksPath(roundId)),
        onReceipts: (receipts) => {
          // What the server did not take is not shown as if it had.
          const left = new Set(receipts.filter((one) => one.outcome !== "accepted").map((one) => one.opId));
          if (left.size > 0) setSent((before) => before.filter((op) => !left.has(op.opId)));
          onSent();
        },
      }),
  );
  const { unsent, state } = useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot);
  useEffect(() => {
    if (unsent.length > 0) setSent((before) => [...before.filter((op) => !unsent.some((one) => one.opId === op.opId)), ...unsent]);
  }, [unsent]);
  useEffect(() => {
    for (const op of early) void queue.add(op);
    void queue.restore();
    const leave = (): void => queue.leave();
    const online = (): void => queue.retry();
    addEventListener("pagehide", leave);
    addEventListener("online", online);
    return () => {
      removeEventListener("pagehide", leave);
      removeEventListener("online", online);
      queue.leave();
      queue.close();
    };
  }, [queue, early]);
  return { sheet: withOps(sheet, [...sent, ...unsent]), state, add: (op) => void queue.add(op) };
}

/** The sheet as it will be when these operations have arrived. */
export function withOps(sheet: ScreenSheet, ops: readonly MarkOp[]): ScreenSheet {
  const marks = new Map(sheet.marks.map((mark) => [mark.behaviourId, mark]));
  const notes = new Map(sheet.notes.map((note) => [note.id, note]));
  let { handedInAt } = sheet;
  for (const op of ops) {
    if (op.kind === "mark" && (marks.get(op.behaviourId)?.at ?? "") <= op.at) marks.set(op.behaviourId, { behaviourId: op.behaviourId, mark: op.mark, at: op.at });
    else if (op.kind === "clear" && (marks.get(op.behaviourId)?.at ?? "") <= op.at) marks.delete(op.behaviourId);
    else if (op.kind === "note") notes.set(op.opId, { id: op.opId, behaviourId: op.behaviourId, note: op.note, at: op.at });
    else if (op.kind === "hand-in") handedInAt ??= op.at;
  }
  return { ...sheet, marks: [...marks.values()], notes: [...notes.values()], handedInAt };
}
