import { useCallback, useEffect, useRef, useState } from "react";
import { deferredStorage, openDeviceStorage } from "~/platform/device";
import { canUpload, httpUploadTransport, type Kept, type SendProgress, UploadSender, type UploadStatus } from "~/platform/uploads";
import { roundRecordingPath } from "../paths";
import type { RoundScreen } from "../round-screen";

const STORE = { database: "roadbook-recordings", store: "chunks", isText: false } as const;
/** A piece of the recording every so often, in ms: this much is lost when a device dies. */
const PIECE_MS = 1_000;
const TYPES = { video: ["video/webm;codecs=vp8,opus", "video/webm", "video/mp4"], audio: ["audio/webm;codecs=opus", "audio/webm", "audio/mp4"] } as const;

export interface Recorder {
  /** Whether this device and this page can record at all. */
  canRecord: boolean;
  state: "idle" | "starting" | "recording";
  progress: SendProgress | null;
  problem: "no-device" | "refused" | null;
  start(kind: "audio" | "video"): void;
  stop(): void;
}

/** Under this name the page remembers a recording whose bytes are not all sent. */
const pendingKey = (roundId: string): string => `roadbook-recording:${roundId}`;

/** Records a round and sends it while it goes on; goes on sending after a reload. Stops with the conversation, and when somebody says no. */
export function useRecorder(screen: RoundScreen, onChange: () => void): Recorder {
  const { roundId } = screen;
  const [canRecord, setCanRecord] = useState(false);
  const [state, setState] = useState<Recorder["state"]>("idle");
  const [progress, setProgress] = useState<SendProgress | null>(null);
  const [problem, setProblem] = useState<Recorder["problem"]>(null);
  const running = useRef<{ media: MediaRecorder; stop: () => void } | null>(null);

  const open = useCallback((status: Pick<UploadStatus, "uploadId" | "chunkBytes">): UploadSender => {
    const storage = deferredStorage(() => openDeviceStorage<Kept>(STORE));
    return new UploadSender({ uploadId: status.uploadId, chunkBytes: status.chunkBytes, storage, transport: httpUploadTransport(status.uploadId), onProgress: setProgress });
  }, []);

  useEffect(() => {
    setCanRecord(canUpload() && typeof MediaRecorder !== "undefined" && navigator.mediaDevices?.getUserMedia !== undefined);
    // A recording that a reload cut off: its bytes are on the device, and are sent now.
    const pending = readPending(roundId);
    if (!pending) return;
    const sender = open(pending);
    void sender.restore().then(async (there) => {
      if (there) await sender.end();
      forget(roundId);
      onChange();
    });
  }, [roundId, open, onChange]);

  const stop = useCallback(() => running.current?.stop(), []);
  const over = screen.state !== "running" || screen.consent.state === "refused";
  useEffect(() => {
    if (over) stop();
  }, [over, stop]);
  useEffect(() => stop, [stop]);

  const start = useCallback(
    (kind: "audio" | "video") => {
      const record = async (): Promise<void> => {
        setProblem(null);
        setState("starting");
        const stream = await navigator.mediaDevices.getUserMedia({ audio: true, video: kind === "video" ? { width: 640, height: 360 } : false }).catch(() => null);
        if (!stream) {
          setState("idle");
          setProblem("no-device");
          return;
        }
        const end = (): void => stream.getTracks().forEach((track) => track.stop());
        const mimeType = TYPES[kind].find((type) => MediaRecorder.isTypeSupported(type));
        const status = await begin(roundId, `${roundId}.${mimeType?.includes("mp4") ? "mp4" : "webm"}`);
        if (!status) {
          end();
          setState("idle");
          setProblem("refused");
          return;
        }
        remember(roundId, status);
        const sender = open(status);
        const media = new MediaRecorder(stream, { ...(mimeType ? { mimeType } : {}), videoBitsPerSecond: 400_000, audioBitsPerSecond: 48_000 });
        // Piece after piece, in order; the last one is handed over just before the recorder says that it stopped.
        let pieces: Promise<void> = Promise.resolve();
        media.ondataavailable = ({ data }) => {
          pieces = pieces.then(async () => {
            const bytes = new Uint8Array(await data.arrayBuffer());
            if (bytes.length > 0) await sender.add(bytes);
          });
        };
        media.onstop = () => {
          end();
          running.current = null;
          setState("idle");
          void post(roundId, { stopped: status.uploadId }).catch(() => undefined);
          void pieces
            .then(() => sender.end())
            .then(() => {
              forget(roundId);
              onChange();
            });
        };
        running.current = { media, stop: () => media.state !== "inactive" && media.stop() };
        media.start(PIECE_MS);
        setState("recording");
        onChange();
      };
      void record();
    },
    [roundId, open, onChange],
  );
  return { canRecord, state, progress, problem, start, stop };
}

function post(roundId: string, body: object): Promise<Response> {
  return fetch(roundRecordingPath(roundId), { method: "POST", headers: { "content-type": "application/json", accept: "application/json" }, body: JSON.stringify(body), credentials: "same-origin" });
}

async function begin(roundId: string, name: string): Promise<UploadStatus | null> {
  const response = await post(roundId, { name }).catch(() => null);
  return response?.ok ? ((await response.json()) as UploadStatus) : null;
}

function remember(roundId: string, { uploadId, chunkBytes }: UploadStatus): void {
  try {
    localStorage.setItem(pendingKey(roundId), JSON.stringify({ uploadId, chunkBytes }));
  } catch {
    // Then a reload loses what was not sent yet.
  }
}

function readPending(roundId: string): Pick<UploadStatus, "uploadId" | "chunkBytes"> | null {
  try {
    return JSON.parse(localStorage.getItem(pendingKey(roundId)) ?? "null") as Pick<UploadStatus, "uploadId" | "chunkBytes"> | null;
  } catch {
    return null;
  }
}

function forget(roundId: string): void {
  try {
    localStorage.removeItem(pendingKey(roundId));
  } catch {
    // Nothing was remembered.
  }
}
