import { randomBytes, randomUUID } from "node:crypto";

/** A rendered document with gaps for what differs from response to response. */
export interface Template {
  /** The bytes between the gaps: one more than there are gaps. */
  parts: readonly Buffer[];
  /** What stands in each gap: the nonce, the data's script, or the n-th id. */
  gaps: readonly Gap[];
  bytes: number;
}

type Gap = "nonce" | "data" | number;

/** What fills the gaps of one response. */
export interface Filling {
  nonce: string;
  /** As `scriptText` writes it. */
  data: string;
  ids: readonly string[];
}

/** How many ids of one page can be gaps. */
export const MOST_IDS = 4;

/**
 * Stand-ins that a document is rendered with. They are drawn when the process starts, so nobody's text can contain them,
 * and have the shape of what they stand for, so they come through rendering as it would.
 */
export const STAND_IN = {
  nonce: randomBytes(18).toString("hex"),
  data: randomBytes(18).toString("hex"),
  ids: Array.from({ length: MOST_IDS }, (): string => randomUUID()),
} as const;

const ANY = new RegExp(`(${[STAND_IN.nonce, `"${STAND_IN.data}"`, ...STAND_IN.ids].join("|")})`);

/** Cuts a document that was rendered with the stand-ins into a template. */
export function cutTemplate(html: Buffer): Template {
  const pieces = html.toString().split(ANY);
  const parts = pieces.filter((_, at) => at % 2 === 0).map((text) => Buffer.from(text));
  const gaps = pieces.filter((_, at) => at % 2 === 1).map(gapOf);
  return { parts, gaps, bytes: html.byteLength };
}

function gapOf(standIn: string): Gap {
  if (standIn === STAND_IN.nonce) return "nonce";
  return standIn === `"${STAND_IN.data}"` ? "data" : STAND_IN.ids.indexOf(standIn);
}

/** The whole document for one response. */
export function fillTemplate({ parts, gaps }: Template, { nonce, data, ids }: Filling): Buffer {
  const pieces: Uint8Array[] = [];
  const [nonceBytes, dataBytes, idBytes] = [Buffer.from(nonce), Buffer.from(data), ids.map((id) => Buffer.from(id))];
  for (const [at, part] of parts.entries()) {
    pieces.push(part);
    const gap = gaps[at];
    if (gap === undefined) continue;
    const bytes = gap === "nonce" ? nonceBytes : gap === "data" ? dataBytes : idBytes[gap];
    if (bytes) pieces.push(bytes);
  }
  return Buffer.concat(pieces);
}
