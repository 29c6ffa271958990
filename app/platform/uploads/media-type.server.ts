import { fileTypeFromBuffer } from "file-type";

/** Names that say the same; kept under one. */
const SAME: Readonly<Record<string, string>> = {
  "audio/x-m4a": "audio/mp4",
  "audio/vnd.wave": "audio/wav",
  "audio/x-wav": "audio/wav",
  "video/x-m4v": "video/mp4",
  "video/matroska": "video/x-matroska",
  "audio/opus": "audio/ogg",
  "audio/ogg; codecs=opus": "audio/ogg",
  "application/ogg": "audio/ogg",
};

/**
 * What a file is by its first bytes; whatever name or type the device gave it does not count. `text/plain` for what is
 * valid UTF-8 without control characters (only this first chunk is looked at); null for what nobody knows.
 */
export async function mediaTypeOf(first: Uint8Array): Promise<string | null> {
  const found = await fileTypeFromBuffer(first);
  if (found?.mime === "video/webm") return isSoundOnly(first) ? "audio/webm" : "video/webm";
  if (found) return SAME[found.mime] ?? found.mime;
  return isText(first) ? "text/plain" : null;
}

/** WebM without pictures: recorders write the tracks with their codecs' names first of all, and one for sound begins with `A_`. */
function isSoundOnly(bytes: Uint8Array): boolean {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /A_(OPUS|VORBIS)/.test(head) && !/V_(VP8|VP9|AV1|MPEG)/.test(head);
}

function isText(bytes: Uint8Array): boolean {
  try {
    // `stream`: the first chunk may end within a character.
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes, { stream: true });
    return !/[^\P{Cc}\t\n\r\f]/u.test(text);
  } catch {
    return false;
  }
}
