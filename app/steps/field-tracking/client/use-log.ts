import { useCallback, useEffect, useState, useSyncExternalStore } from "react";
import { deferredStorage, type DeviceStorage, httpTransport, memoryStorage, openDeviceStorage, OpQueue, type QueueSnapshot } from "~/platform/device";
import { fieldLogPath } from "../paths";

/** An application as it is sent. */
export interface LogOp {
  opId: string;
  at: string;
  dealId: string;
  sheetKey: string;
  note: string;
  usedOn: string;
}
type Receipt = { opId: string; outcome: string };

/** Not taken by the server, with its reason; kept on the device until the learner says what to do with it. */
export interface RefusedOp extends LogOp {
  outcome: string;
}

export interface Log {
  /** On the device, on its way. */
  unsent: readonly LogOp[];
  refused: readonly RefusedOp[];
  state: QueueSnapshot<LogOp>["state"];
  /** False where the device keeps nothing. */
  onDevice: boolean;
  add(op: LogOp): void;
  /** The learner has seen to a refused one. */
  dismiss(opId: string): void;
}

const STORE = { database: "roadbook-field", store: "applications", isText: true } as const;
const REFUSED = { database: "roadbook-field-refused", store: "applications", isText: true } as const;

function storage<T>(use: typeof STORE | typeof REFUSED): DeviceStorage<T> {
  return typeof window === "undefined" ? memoryStorage<T>() : deferredStorage(() => openDeviceStorage<T>(use));
}

/** What the learner logs: on the device at once, on the server as soon as it can be reached. Nothing is dropped: what the server refuses stays in sight. */
export function useLog({ enrolmentId, chapterSlug, personId, onSent }: { enrolmentId: string; chapterSlug: string; personId: string; onSent: () => void }): Log {
  const scope = `${enrolmentId} ${chapterSlug} ${personId}`;
  const [kept] = useState(() => ({ ops: storage<LogOp>(STORE), refused: storage<RefusedOp>(REFUSED) }));
  const [refused, setRefused] = useState<readonly RefusedOp[]>([]);
  const [queue] = useState(() => {
    const made = new OpQueue<LogOp, Receipt>({
      scope,
      storage: kept.ops,
      transport: httpTransport(fieldLogPath(enrolmentId, chapterSlug)),
      onReceipts: (receipts) => {
        const left = receipts.flatMap(({ opId, outcome }) => {
          const op = outcome === "accepted" ? undefined : sentNow.get(opId);
          return op ? [{ ...op, outcome }] : [];
        });
        for (const op of left) void kept.refused.save(scope, op.opId, op).catch(() => undefined);
        if (left.length > 0) setRefused((before) => [...before.filter((one) => !left.some(({ opId }) => opId === one.opId)), ...left]);
        onSent();
      },
    });
    // A receipt comes after its operation has left the queue: what it was about is remembered here.
    const sentNow = new Map<string, LogOp>();
    made.subscribe(() => made.snapshot().unsent.forEach((op) => sentNow.set(op.opId, op)));
    return made;
  });
  const { unsent, state } = useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot);
  useEffect(() => {
    void queue.restore();
    void kept.refused
      .load(scope)
      .then((before) => setRefused((now) => [...before.filter((one) => !now.some(({ opId }) => opId === one.opId)), ...now]))
      .catch(() => undefined);
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
  }, [queue, kept, scope]);
  const dismiss = useCallback(
    (opId: string) => {
      setRefused((before) => before.filter((one) => one.opId !== opId));
      void kept.refused.remove(scope, opId).catch(() => undefined);
    },
    [kept, scope],
  );
  return { unsent, refused, state, onDevice: kept.ops.durable, add: (op) => void queue.add(op), dismiss };
}
