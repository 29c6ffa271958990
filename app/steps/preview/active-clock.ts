/** Measures reading: time counts while the page is visible and the reader did something within the last minute. */

export const IDLE_AFTER_MS = 60_000;

export interface ActiveClock {
  /** The reader scrolled, touched, typed. */
  touch(now: number): void;
  /** The page came into view or left it. */
  show(visible: boolean, now: number): void;
  /** Active milliseconds since the last call. */
  take(now: number): number;
}

/** Starts now, with the reader present. */
export function createActiveClock(start: number, startsVisible: boolean): ActiveClock {
  let visible = startsVisible;
  let mark = start;
  let idleAt = start + IDLE_AFTER_MS;
  let sum = 0;
  const advance = (now: number): void => {
    if (visible) sum += Math.max(0, Math.min(now, idleAt) - mark);
    mark = Math.max(mark, now);
  };
  return {
    touch(now) {
      advance(now);
      idleAt = now + IDLE_AFTER_MS;
    },
    show(next, now) {
      advance(now);
      if (next && !visible) idleAt = now + IDLE_AFTER_MS;
      visible = next;
    },
    take(now) {
      advance(now);
      const taken = sum;
      sum = 0;
      return taken;
    },
  };
}
