/** A heartbeat of reading: what a device says of the last seconds, and how much of it is believed. */

export interface Beat {
  /** Made by the device: the same beat sent twice counts once. */
  id: string;
  sectionId: string;
  /** Time in which the page was visible and the reader not idle. */
  activeMs: number;
  /** The share of the section that lies above the reader's eye, 0…1. */
  position: number;
  /** The block at the reader's eye. */
  anchor: string | null;
  reachedEnd: boolean;
  /** How long before sending the beat was made. */
  ageMs: number;
}

/** No beat is longer: devices beat every 20 seconds. */
export const LONGEST_BEAT_MS = 60_000;
/** Clocks and networks are no metronomes. */
export const SLACK_MS = 5_000;
/** Beats in one request: forty minutes offline. The device sends the rest in the next. */
export const MOST_BEATS = 120;

/**
 * How much of each beat counts. No beat claims more than a minute, and all of them together no more than the time that
 * really passed since the last beat that was counted: a person reads one page at a time.
 */
export function countedMs(beats: readonly Pick<Beat, "activeMs">[], sinceLastMs: number): number[] {
  let left = Math.max(0, sinceLastMs) + SLACK_MS;
  return beats.map((beat) => {
    const counted = Math.floor(Math.min(Math.max(0, beat.activeMs), LONGEST_BEAT_MS, left));
    left -= counted;
    return counted;
  });
}
