/** Addresses of uploads. The routes are wired to them by `app/routes/resources`. */

/** How an upload stands, for the device that sends it. */
export function statusPath(uploadId: string): string {
  return `/api/uploads/${uploadId}`;
}

/** Takes the bytes of one chunk (POST), with their checksum in `X-Chunk-Sha256`. */
export function chunkPath(uploadId: string, position: number): string {
  return `/api/uploads/${uploadId}/chunks/${position}`;
}

/** Closes an upload (POST `{ size, checksum }`). */
export function finishPath(uploadId: string): string {
  return `/api/uploads/${uploadId}/finish`;
}

/** The upload itself, whole or in parts, for whom its room lets read it. */
export function uploadPath(uploadId: string): string {
  return `/uploads/${uploadId}`;
}
