import { type RefObject, useCallback, useEffect, useMemo, useRef } from "react";
import { newId } from "~/platform/device";
import type { WatchedInterval } from "~/courseware";
import { createActiveClock } from "../active-clock";
import { keepPlace } from "./kept-place";
import { placeIn } from "./place-in-text";
import { createRecordQueue, deviceStorage, memoryStorage } from "./record-queue";
import { beaconRecord, type Recorded, sendRecord } from "./send-record";

interface Options {
  endpoint: string;
  /** One per enrolment and chapter. */
  scope: string;
  sectionId: string;
  text: RefObject<HTMLElement>;
  /** An element behind the last word. */
  end: RefObject<HTMLElement>;
  onRecorded: (recorded: Recorded) => void;
}

const BEAT_EVERY_MS = 15_000;
const SEND_EVERY_MS = 30_000;
const SIGNS_OF_LIFE = ["scroll", "pointerdown", "pointermove", "keydown", "touchmove", "wheel"] as const;

/** Records reading while the page is shown: beats every 15 seconds, in batches, at once when the end is reached or the page goes. */
export function useReadingRecorder({ endpoint, scope, sectionId, text, end, onRecorded }: Options): { reportWatched: (mediaId: string, interval: WatchedInterval) => void } {
  const queue = useMemo(() => createRecordQueue(typeof window === "undefined" ? memoryStorage() : deviceStorage(), scope), [scope]);
  const touch = useRef<() => void>(() => undefined);
  const heard = useRef(onRecorded);
  heard.current = onRecorded;

  useEffect(() => {
    const clock = createActiveClock(Date.now(), document.visibilityState === "visible");
    let reachedEnd = false;
    let sentAt = Date.now();

    const send = async (): Promise<void> => {
      sentAt = Date.now();
      const recorded = await sendRecord(queue, endpoint);
      if (recorded !== null) heard.current(recorded);
    };
    const beat = (always = false): void => {
      const activeMs = clock.take(Date.now());
      if (text.current === null || (activeMs < 1000 && !always)) return;
      const place = placeIn(text.current);
      keepPlace(scope, sectionId, place);
      queue.addBeat({ id: newId(), sectionId, activeMs, ...place, reachedEnd, at: Date.now() });
    };
    const leave = (): void => {
      beat();
      beaconRecord(queue, endpoint);
    };
    const onVisibility = (): void => {
      const visible = document.visibilityState === "visible";
      clock.show(visible, Date.now());
      if (!visible) leave();
    };
    const onLife = (): void => clock.touch(Date.now());
    touch.current = onLife;
    const timer = window.setInterval(() => {
      // Who listens reads, without touching anything.
      if (window.speechSynthesis?.speaking) onLife();
      beat();
      if (Date.now() - sentAt >= SEND_EVERY_MS) void send();
    }, BEAT_EVERY_MS);
    const watcher = new IntersectionObserver((entries) => {
      if (reachedEnd || !entries.some((entry) => entry.isIntersecting)) return;
      reachedEnd = true;
      beat(true);
      void send();
    });
    if (end.current !== null) watcher.observe(end.current);
    const onOnline = (): void => void send();
    void send(); // what an earlier visit left behind

    document.addEventListener("visibilitychange", onVisibility);
    window.addEventListener("pagehide", leave);
    window.addEventListener("online", onOnline);
    SIGNS_OF_LIFE.forEach((name) => window.addEventListener(name, onLife, { passive: true }));
    return () => {
      window.clearInterval(timer);
      watcher.disconnect();
      document.removeEventListener("visibilitychange", onVisibility);
      window.removeEventListener("pagehide", leave);
      window.removeEventListener("online", onOnline);
      SIGNS_OF_LIFE.forEach((name) => window.removeEventListener(name, onLife));
      beat();
      void sendRecord(queue, endpoint);
    };
  }, [queue, endpoint, scope, sectionId, text, end]);

  const reportWatched = useCallback(
    (mediaId: string, { from, to }: WatchedInterval) => {
      touch.current();
      queue.addWatched({ mediaId, from, to });
    },
    [queue],
  );
  return { reportWatched };
}
