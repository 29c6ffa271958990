import type { IncomingMessage } from "node:http";
import type { Duplex } from "node:stream";
import type { LiveSheets } from "~/sheets/live/live-sheets.server";

/** Gives requests for a WebSocket to whom they are for; there is none anywhere else. */
export function takeUpgrade(liveSheets: LiveSheets): (request: IncomingMessage, socket: Duplex, head: Buffer) => void {
  return (request, socket, head) => {
    if (liveSheets.upgrade(request, socket, head)) return;
    socket.on("error", () => undefined);
    socket.end("HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n");
  };
}
