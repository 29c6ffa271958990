/** What server and device say to one another beside the document itself, as JSON. */
import type { SheetRight } from "../sheet-right";

/** Somebody who has the sheet open; one per window. */
export interface Present {
  /** Of the connection. */
  id: string;
  personId: string;
  name: string;
  /** The cell they are in. */
  at: string | null;
}

export type ServerMessage =
  /** What this connection may do; the first thing it hears, and again when it changes. */
  | { type: "right"; right: SheetRight; locked: boolean }
  /** What is in the database: an encoded Yjs snapshot, in base64. Whatever it contains outlives the server. */
  | { type: "stored"; version: number; snapshot: string }
  /** Everybody who is here, the hearer included. Comes at least every `HEARTBEAT_MS`. */
  | { type: "peers"; peers: Present[] }
  /** A remark was written or settled: read them again. */
  | { type: "comments" };

export interface ClientMessage {
  type: "at";
  at: string | null;
}

export const HEARTBEAT_MS = 15_000;

/** Close codes of our own. */
export const CLOSE = {
  /** Nobody is signed in (any more). */
  signedOut: 4401,
  /** The sheet is none of theirs, or not any more. */
  refused: 4403,
  /** The document went on without something this device has: begin anew with the server's. */
  reset: 4409,
  /** The server stops; another one takes over. */
  restart: 1012,
} as const;

/** The path of the WebSocket. */
export const LIVE_PATH = "/live/sheets";

const ADDRESS = /^[\w/-]{1,200}$/;

/** What a device says, or null where it says nothing that is known. */
export function parseClientMessage(text: string): ClientMessage | null {
  try {
    const said = JSON.parse(text) as Partial<ClientMessage> | null;
    if (said?.type !== "at") return null;
    return { type: "at", at: typeof said.at === "string" && ADDRESS.test(said.at) ? said.at : null };
  } catch {
    return null;
  }
}
