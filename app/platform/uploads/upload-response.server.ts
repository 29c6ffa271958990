import { createReadableStreamFromReadable } from "@remix-run/node";
import { Readable } from "node:stream";
import { byteRange } from "~/platform/byte-range";
import type { OpenUpload } from "./open-upload.server";
import { isShownInPlace } from "./upload";

/**
 * The upload, or the part that `Range` asks for (206), for a player or to be saved. The caller has checked who asks.
 * What is no recording, picture or PDF is only offered to be saved, and no browser guesses another type.
 */
export function uploadResponse(upload: OpenUpload, request: Request): Response {
  const etag = `"${upload.checksum.slice(0, 32)}"`;
  const disposition = isShownInPlace(upload.mediaType) ? "inline" : "attachment";
  const headers = new Headers({
    "Content-Type": upload.mediaType === "text/plain" ? "text/plain; charset=utf-8" : upload.mediaType,
    "Content-Disposition": `${disposition}; filename*=UTF-8''${encodeURIComponent(upload.name)}`,
    "Accept-Ranges": "bytes",
    // Asked for again each time: who may read it can change, and the bytes go at the end of their time.
    "Cache-Control": "private, no-cache",
    "ETag": etag,
    "Last-Modified": upload.completedAt.toUTCString(),
    "X-Content-Type-Options": "nosniff",
  });
  if (request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });
  const condition = request.headers.get("If-Range");
  const range = byteRange(condition === null || condition === etag ? request.headers.get("Range") : null, upload.size);
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${upload.size}`);
    return new Response(null, { status: 416, headers });
  }
  const { from, to } = range === "whole" ? { from: 0, to: upload.size - 1 } : range;
  headers.set("Content-Length", String(to - from + 1));
  if (range !== "whole") headers.set("Content-Range", `bytes ${from}-${to}/${upload.size}`);
  const body = request.method === "HEAD" ? null : createReadableStreamFromReadable(Readable.from(upload.read(from, to)));
  return new Response(body, { status: range === "whole" ? 200 : 206, headers });
}
