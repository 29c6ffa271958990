/**
 * Checksums of uploads, the same on both sides. A chunk's is its SHA-256. The whole's is the SHA-256 over the chunks'
 * SHA-256 (32 bytes each, in order): it tells a missing, changed or misplaced chunk, and neither side needs all bytes at
 * hand for it — a recording that goes on after a reload no longer has those the server holds.
 */

/** SHA-256 as 64 hexadecimal digits. Needs `crypto.subtle`: https, localhost, or Node. */
export async function sha256Of(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", bytes as Uint8Array<ArrayBuffer>);
  return hex(new Uint8Array(digest));
}

/** The checksum of the whole, of its chunks' checksums in order. */
export async function wholeChecksum(chunks: readonly string[]): Promise<string> {
  const joined = new Uint8Array(chunks.length * 32);
  chunks.forEach((chunk, at) => joined.set(unhex(chunk), at * 32));
  return sha256Of(joined);
}

function hex(bytes: Uint8Array): string {
  return [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}

function unhex(text: string): Uint8Array {
  return Uint8Array.from({ length: text.length / 2 }, (_, at) => Number.parseInt(text.slice(at * 2, at * 2 + 2), 16));
}
