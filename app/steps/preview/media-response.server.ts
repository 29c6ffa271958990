/** Recordings of chapters, from content/: only files of known kinds, only below the chapter's media folder. */
import { createReadStream } from "node:fs";
import { realpath, stat } from "node:fs/promises";
import path from "node:path";
import { createReadableStreamFromReadable } from "@remix-run/node";
import { byteRange } from "~/platform/byte-range";

const TYPES: Readonly<Record<string, string>> = {
  ".webm": "video/webm",
  ".mp4": "video/mp4",
  ".m4a": "audio/mp4",
  ".mp3": "audio/mpeg",
  ".ogg": "audio/ogg",
  ".opus": "audio/ogg",
  ".wav": "audio/wav",
  ".vtt": "text/vtt; charset=utf-8",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".webp": "image/webp",
};

const SLUG = /^[0-9]{2}-[a-z0-9-]+$/;
/** No part of a path begins with a dot, so nothing leads up. */
const FILE = /^[A-Za-z0-9_-][A-Za-z0-9._-]*(\/[A-Za-z0-9_-][A-Za-z0-9._-]*)*$/;

interface MediaRequest {
  /** The folder of the chapters. */
  root: string;
  slug: string;
  /** Below the chapter's media folder. */
  file: string;
  request: Request;
}

/** The file or the part that is asked for; null when there is no such recording. Ask `mayRead` first. */
export async function mediaResponse({ root, slug, file, request }: MediaRequest): Promise<Response | null> {
  const type = TYPES[path.extname(file).toLowerCase()];
  if (!SLUG.test(slug) || !FILE.test(file) || type === undefined) return null;
  const found = await insideOf(path.resolve(root, slug, "media"), file);
  if (found === null) return null;
  const { size, mtime } = await stat(found);
  const etag = `"${size.toString(36)}-${mtime.getTime().toString(36)}"`;
  const headers = new Headers({ "Content-Type": type, "Accept-Ranges": "bytes", "Cache-Control": "private, max-age=3600", "ETag": etag, "Last-Modified": mtime.toUTCString(), "X-Content-Type-Options": "nosniff" });
  if (request.headers.get("If-None-Match") === etag) return new Response(null, { status: 304, headers });

  const condition = request.headers.get("If-Range");
  const range = byteRange(condition === null || condition === etag ? request.headers.get("Range") : null, size);
  if (range === "unsatisfiable") {
    headers.set("Content-Range", `bytes */${size}`);
    return new Response(null, { status: 416, headers });
  }
  const { from, to } = range === "whole" ? { from: 0, to: size - 1 } : range;
  headers.set("Content-Length", String(to - from + 1));
  if (range !== "whole") headers.set("Content-Range", `bytes ${from}-${to}/${size}`);
  const body = request.method === "HEAD" || size === 0 ? null : createReadableStreamFromReadable(createReadStream(found, { start: from, end: to }));
  return new Response(body, { status: range === "whole" ? 200 : 206, headers });
}

/** The real path of a file, if it really lies in the folder: a link that leads out is not followed. */
async function insideOf(folder: string, file: string): Promise<string | null> {
  try {
    const [base, found] = await Promise.all([realpath(folder), realpath(path.join(folder, file))]);
    return found.startsWith(base + path.sep) && (await stat(found)).isFile() ? found : null;
  } catch {
    return null;
  }
}
