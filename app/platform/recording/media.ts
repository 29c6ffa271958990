/** What a browser can record, and how it is done. No React. */
import { canUpload } from "~/platform/uploads";

export type RecordingKind = "audio" | "video";

const TYPES: Record<RecordingKind, readonly string[]> = { video: ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"], audio: ["audio/webm;codecs=opus", "audio/webm", "audio/mp4"] };
/** A piece of the recording every so often, in ms: this much is lost when a device dies. */
const PIECE_MS = 1_000;

/** Whether this device and this page can record at all. */
export function canRecord(): boolean {
  return canUpload() && typeof MediaRecorder !== "undefined" && navigator.mediaDevices?.getUserMedia !== undefined;
}

/** The microphone, and for pictures the camera; null where there is none, or the person says no. */
export function openDevices(kind: RecordingKind): Promise<MediaStream | null> {
  return navigator.mediaDevices.getUserMedia({ audio: true, video: kind === "video" ? { width: 640, height: 360 } : false }).catch(() => null);
}

export function closeDevices(stream: MediaStream): void {
  for (const track of stream.getTracks()) track.stop();
}

/** The container this browser records in; undefined leaves it the choice. */
export function typeFor(kind: RecordingKind): string | undefined {
  return TYPES[kind].find((type) => MediaRecorder.isTypeSupported(type));
}

/**
 * Records a stream until it is stopped, or a device is taken away. Pieces are handed on one after the other; `onStop` comes
 * after the last of them, with whatever became of handing them on.
 */
export function recordStream(stream: MediaStream, mimeType: string | undefined, { onPiece, onStop }: { onPiece: (bytes: Uint8Array) => Promise<void>; onStop: (pieces: Promise<void>) => void }): { stop: () => void } {
  const media = new MediaRecorder(stream, { ...(mimeType ? { mimeType } : {}), videoBitsPerSecond: 400_000, audioBitsPerSecond: 48_000 });
  let pieces: Promise<void> = Promise.resolve();
  media.ondataavailable = ({ data }) => {
    pieces = pieces.then(async () => {
      const bytes = new Uint8Array(await data.arrayBuffer());
      if (bytes.length > 0) await onPiece(bytes);
    });
  };
  media.onstop = () => onStop(pieces);
  media.start(PIECE_MS);
  return { stop: () => media.state !== "inactive" && media.stop() };
}
