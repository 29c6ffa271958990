/** How chunks get to the server. */
import { isPassing } from "~/platform/device";
import { chunkPath, finishPath } from "../paths";

/** `refused`: sending the same again will not help; `signed-out`: it will, after signing in. */
export type ChunkOutcome = { type: "ok" } | { type: "signed-out" } | { type: "refused"; code: string };

export interface UploadTransport {
  /** Rejects when the server could not be reached or could not answer: to be tried again. */
  put(position: number, bytes: Uint8Array, sha256: string): Promise<ChunkOutcome>;
  finish(size: number, checksum: string): Promise<ChunkOutcome>;
}

/** A chunk on a slow line takes its time; after this long it counts as lost, and is sent again. */
const TIMEOUT_MS = 60_000;

/** The transport of an upload of this server. */
export function httpUploadTransport(uploadId: string): UploadTransport {
  const post = async (path: string, body: BodyInit, headers: Record<string, string>): Promise<ChunkOutcome> => {
    const response = await fetch(path, { method: "POST", body, headers: { accept: "application/json", ...headers }, credentials: "same-origin", redirect: "manual", signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (response.status === 401 || response.type === "opaqueredirect") return { type: "signed-out" };
    if (response.ok) return { type: "ok" };
    if (isPassing(response.status)) throw new Error(`upload: ${response.status}`);
    const answer = (await response.json().catch(() => ({}))) as { code?: string };
    return { type: "refused", code: answer.code ?? "refused" };
  };
  return {
    put: (position, bytes, sha256) => post(chunkPath(uploadId, position), bytes as Uint8Array<ArrayBuffer>, { "content-type": "application/octet-stream", "x-chunk-sha256": sha256 }),
    finish: (size, checksum) => post(finishPath(uploadId), JSON.stringify({ size, checksum }), { "content-type": "application/json" }),
  };
}
