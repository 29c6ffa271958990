import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from "react";
import { isoDay } from "~/i18n/dates";
import { deferredStorage, type DeviceStorage, httpTransport, memoryStorage, openDeviceStorage, OpQueue, type QueueSnapshot } from "~/platform/device";
import { reviewOnDevicePath } from "../../paths";
import { type GradeOp, type GradeReceipt, type HeldReview, withoutGraded } from "../held";

const CARDS = { database: "roadbook-review", store: "cards", isText: true } as const;
const GRADES = { database: "roadbook-review-grades", store: "grades", isText: true } as const;
/** Under one id: a device holds one day of a person. */
const TODAY = "today";

export interface HeldOnDevice {
  /** Today's cards that are still to come; null until they are here, and where they cannot be had. */
  held: HeldReview | null;
  /** Gradings that the server does not have yet. */
  waiting: number;
  state: QueueSnapshot<GradeOp>["state"];
  /** False where the device keeps nothing. */
  onDevice: boolean;
  /** Gradings that the server did not take, by why; for as long as the page lives. */
  refused: readonly GradeReceipt["outcome"][];
  grade(op: GradeOp): void;
}

function storage<T>(use: typeof CARDS | typeof GRADES): DeviceStorage<T> {
  return typeof window === "undefined" ? memoryStorage<T>() : deferredStorage(() => openDeviceStorage<T>(use));
}

/** Today's cards on the device, and gradings on their way: both outlive a page without network. */
export function useHeldReview({ personId, timeZone }: { personId: string; timeZone: string }): HeldOnDevice {
  const [kept] = useState(() => ({ cards: storage<HeldReview>(CARDS), grades: storage<GradeOp>(GRADES) }));
  const [held, setHeld] = useState<HeldReview | null>(null);
  const [refused, setRefused] = useState<readonly GradeReceipt["outcome"][]>([]);
  const [queue] = useState(
    () =>
      new OpQueue<GradeOp, GradeReceipt>({
        scope: personId,
        storage: kept.grades,
        transport: httpTransport(reviewOnDevicePath(personId)),
        onReceipts: (receipts) => setRefused((before) => [...before, ...receipts.map(({ outcome }) => outcome).filter((outcome) => outcome !== "accepted")]),
      }),
  );
  const { unsent, state } = useSyncExternalStore(queue.subscribe, queue.snapshot, queue.snapshot);

  /** Graded on this page: what the server gave may be from a moment before. */
  const graded = useRef<GradeOp[]>([]);
  const keep = useCallback(
    (next: HeldReview): void => {
      setHeld(next);
      void kept.cards.save(personId, TODAY, next).catch(() => undefined);
    },
    [kept, personId],
  );

  useEffect(() => {
    let gone = false;
    const load = async (): Promise<void> => {
      const restored = queue.restore();
      const old = (await kept.cards.load(personId).catch(() => [])).at(-1);
      if (!gone && old?.day === isoDay(new Date(), timeZone)) setHeld((before) => before ?? old);
      await restored;
      const fresh = await fetchCards(personId).catch(() => null);
      // The server does not know of what waits here.
      if (!gone && fresh !== null) keep(withoutGraded(fresh, [...queue.snapshot().unsent, ...graded.current]));
    };
    void load();
    const online = (): void => {
      queue.retry();
      void load();
    };
    const leave = (): void => queue.leave();
    addEventListener("online", online);
    addEventListener("pagehide", leave);
    return () => {
      gone = true;
      removeEventListener("online", online);
      removeEventListener("pagehide", leave);
      queue.leave();
      queue.close();
    };
  }, [queue, kept, keep, personId, timeZone]);

  const grade = useCallback(
    (op: GradeOp): void => {
      graded.current.push(op);
      void queue.add(op);
      setHeld((before) => {
        if (before === null) return null;
        const left = withoutGraded(before, [op]);
        void kept.cards.save(personId, TODAY, left).catch(() => undefined);
        return left;
      });
    },
    [queue, kept, personId],
  );
  return { held, waiting: unsent.length, state, onDevice: kept.cards.durable, refused, grade };
}

/** Today's cards as the server gives them; rejects where it cannot be reached or nobody is signed in. */
async function fetchCards(personId: string): Promise<HeldReview> {
  const response = await fetch(reviewOnDevicePath(personId), { headers: { accept: "application/json" }, credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(10_000) });
  if (!response.ok) throw new Error(`cards: ${response.status}`);
  return (await response.json()) as HeldReview;
}
