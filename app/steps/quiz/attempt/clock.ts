/** The time left of an attempt by the server's clock, whatever the device's clock says. */

/** A moment at which the time left was known: by the server, and on both of the device's clocks. */
export type Anchor = { leftMs: number; steady: number; wall: number };

/**
 * The time left. The steady clock stands still while some devices sleep, the wall clock can be set back:
 * whichever says that more time has gone is believed, and before anything is handed in the server is asked.
 */
export function timeLeft(anchor: Anchor, steady: number, wall: number): number {
  return anchor.leftMs - Math.max(steady - anchor.steady, wall - anchor.wall, 0);
}
