import { existsSync } from "node:fs";
import path from "node:path";
import type { RequestHandler } from "express";

const TYPES: Record<string, string> = { ".js": "text/javascript; charset=utf-8", ".css": "text/css; charset=utf-8" };

/**
 * Answers for scripts and styles with what the build compressed at brotli's best level, where the browser takes it:
 * a fifth less on a phone's network than compressing on the fly, and no work per request. Stands before the static files.
 */
export function compressedAssets(folder: string): RequestHandler {
  const known = new Map<string, boolean>();
  return (request, response, next) => {
    const type = TYPES[path.extname(request.path)];
    if (type === undefined || request.method !== "GET" || !/\bbr\b/.test(request.headers["accept-encoding"] ?? "")) return next();
    const file = `${path.basename(request.path)}.br`;
    if (!known.has(file)) known.set(file, existsSync(path.join(folder, file)));
    if (!known.get(file)) return next();
    response.set({ "Content-Type": type, "Content-Encoding": "br", "Cache-Control": "public, max-age=31536000, immutable", "Vary": "Accept-Encoding", "X-Content-Type-Options": "nosniff" });
    response.sendFile(file, { root: folder, cacheControl: false, lastModified: false });
  };
}
