/** Addresses of the defense room's pages. The routes are wired to them by `app/routes`. */

/** Where an examiner sits. */
export function roomPath(slotId: string): string {
  return `/defend/${slotId}`;
}

/** One's own scores once more, before they are locked. */
export function lockPath(slotId: string): string {
  return `${roomPath(slotId)}/lock`;
}

/** Where the chair writes the verdict. */
export function verdictPath(slotId: string): string {
  return `${roomPath(slotId)}/verdict`;
}

/** Everything about a signed defense, to read and to print: panel and those who teach. */
export function recordPath(slotId: string): string {
  return `${roomPath(slotId)}/record`;
}

/** Where the named person settles a condition. */
export function conditionPath(slotId: string): string {
  return `${roomPath(slotId)}/condition`;
}

/** What the candidate reads afterwards. */
export function feedbackPath(slotId: string): string {
  return `/learn/defense/${slotId}/feedback`;
}

/** Takes `POST { ops }`, answers `{ receipts }`. */
export function sheetOpsPath(slotId: string): string {
  return `/api/defense/${slotId}/sheet`;
}

/** News that something in the room changed. */
export function roomEventsPath(slotId: string): string {
  return `/events/defense/${slotId}`;
}
