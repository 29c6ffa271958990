/** How operations get from a device to the server: fetch while the page lives, a beacon when it goes. */

/** `refused`: sending the same again will not help; `signed-out`: it will, after signing in. */
export type SendOutcome<Receipt> = { type: "receipts"; receipts: Receipt[] } | { type: "signed-out" } | { type: "refused" };

export interface Transport<Op, Receipt> {
  /** Rejects when the server could not be reached or could not answer: to be tried again. */
  send(ops: readonly Op[]): Promise<SendOutcome<Receipt>>;
  /** Sends without waiting, from a page that is going away. Whether the browser took it. */
  sendAway(ops: readonly Op[]): boolean;
}

/** A request must not hang: after this long it counts as lost, and is sent again under the same ids. */
const TIMEOUT_MS = 10_000;

/** Posts `{ ops }` as JSON to `url`, which answers `{ receipts }`. */
export function httpTransport<Op, Receipt>(url: string): Transport<Op, Receipt> {
  return {
    async send(ops) {
      const response = await fetch(url, {
        method: "POST",
        headers: { "content-type": "application/json", accept: "application/json" },
        body: JSON.stringify({ ops }),
        credentials: "same-origin",
        redirect: "manual",
        signal: AbortSignal.timeout(TIMEOUT_MS),
      });
      // A guard that sends to the sign-in page answers an opaque redirect here.
      if (response.status === 401 || response.type === "opaqueredirect") return { type: "signed-out" };
      if (response.ok) return { type: "receipts", receipts: ((await response.json()) as { receipts: Receipt[] }).receipts };
      if (isPassing(response.status)) throw new Error(`operations: ${response.status}`);
      return { type: "refused" };
    },
    sendAway(ops) {
      try {
        return navigator.sendBeacon(url, new Blob([JSON.stringify({ ops })], { type: "application/json" }));
      } catch {
        return false;
      }
    },
  };
}

/** Whether an answer of this status may be another one in a moment. */
export function isPassing(status: number): boolean {
  return status >= 500 || status === 408 || status === 429;
}
