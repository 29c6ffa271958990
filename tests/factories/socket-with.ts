import { WebSocket } from "ws";

/** A WebSocket that brings a cookie and an origin along, as a browser's does. */
export function socketWith(headers: Record<string, string>) {
  return class extends WebSocket {
    constructor(url: string) {
      super(url, { headers });
      // A browser's socket that fails says so by closing.
      this.on("error", () => undefined);
    }
  };
}
