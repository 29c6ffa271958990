/** When answers are sent. The limits are 2 s after the last key and 5 s after the first; the rest is for the way. */

/** Sent this long after the last key … */
export const QUIET_MS = 700;
/** … and never later than this after the first unsent one. */
export const CAP_MS = 3_000;
