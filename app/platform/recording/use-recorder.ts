import { useCallback, useEffect, useRef, useState } from "react";
import { deferredStorage, openDeviceStorage } from "~/platform/device";
import { httpUploadTransport, type Kept, type SendProgress, UploadSender, type UploadStatus } from "~/platform/uploads";
import { canRecord, closeDevices, openDevices, recordStream, type RecordingKind, typeFor } from "./media";
import { alone, forget, type PendingRecording, readPending, remember } from "./pending";

const STORE = { database: "roadbook-recordings", store: "chunks", isText: false } as const;

/** What is recorded, and what its room does about it. */
export interface RecorderOptions {
  /** Names what is recorded, on this device: a recording that a reload cut off is found under it. */
  subject: string;
  /** Begins the upload of a file that ends like this; a code says why not. */
  begin(extension: "webm" | "mp4"): Promise<UploadStatus | { code: string }>;
  /** The recorder has stopped; the rest of the bytes may still be on their way. */
  stopped?: (uploadId: string) => void;
  /** It has begun. */
  begun?: () => void;
  /** All of it has arrived, or was given up: the page may look again. */
  onSettled: () => void;
  /** False stops it at once. */
  mayGoOn?: boolean;
}

export interface Recorder {
  canRecord: boolean;
  /** `sending`: it is over, and not all of it has arrived. */
  state: "idle" | "starting" | "recording" | "sending";
  /** While recording: when it began, by this device's clock, and what the camera sees. */
  since: Date | null;
  picture: MediaStream | null;
  progress: SendProgress | null;
  /** `no-device`, `elsewhere` (another window of this device is at it), or the code by which the server refused. */
  problem: string | null;
  start(kind: RecordingKind): void;
  stop(): void;
}

type Live = { since: Date; picture: MediaStream | null; stop: () => void };

/** Records in the page and sends while it goes on; goes on sending after a reload. A recording stops with its page, its bytes still arrive. */
export function useRecorder({ subject, mayGoOn = true, ...room }: RecorderOptions): Recorder {
  const [able, setAble] = useState(false);
  const [phase, setPhase] = useState<Recorder["state"]>("idle");
  const [live, setLive] = useState<Live | null>(null);
  const [progress, setProgress] = useState<SendProgress | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const running = useRef<Live | null>(null);
  const told = useRef({ ...room, mayGoOn });
  useEffect(() => {
    told.current = { ...room, mayGoOn };
  });

  const stop = useCallback(() => running.current?.stop(), []);
  const note = useCallback(
    (next: SendProgress): void => {
      setProgress(next);
      // What the server takes no more of need not be recorded either.
      if (next.state === "failed") stop();
    },
    [stop],
  );
  const open = useCallback(
    ({ uploadId, chunkBytes }: PendingRecording): UploadSender =>
      new UploadSender({ uploadId, chunkBytes, storage: deferredStorage(() => openDeviceStorage<Kept>(STORE)), transport: httpUploadTransport(uploadId), onProgress: note }),
    [note],
  );

  useEffect(() => {
    setAble(canRecord());
    // A recording that a reload cut off: its bytes are on the device, and are sent now.
    void alone(subject, async () => {
      const pending = readPending(subject);
      if (pending === null) return;
      setPhase("sending");
      const sender = open(pending);
      if (await sender.restore()) await sender.end();
      forget(subject);
      setPhase("idle");
      told.current.onSettled();
    });
  }, [subject, open]);

  useEffect(() => {
    if (!mayGoOn) stop();
  }, [mayGoOn, stop]);
  const isHere = useRef(false);
  useEffect(() => {
    isHere.current = true;
    return () => {
      isHere.current = false;
      stop();
    };
  }, [stop]);

  const record = useCallback(
    async (kind: RecordingKind): Promise<void> => {
      const stream = await openDevices(kind);
      if (stream === null) return setProblem("no-device");
      const type = typeFor(kind);
      // Somebody may have left the page, or the conversation ended, while the browser asked for the microphone.
      const begun = isHere.current && told.current.mayGoOn ? await told.current.begin(type?.includes("mp4") ? "mp4" : "webm") : { code: "over" };
      if ("code" in begun) {
        closeDevices(stream);
        return setProblem(begun.code);
      }
      remember(subject, begun);
      const sender = open(begun);
      await new Promise<void>((sent) => {
        const onStop = (pieces: Promise<void>): void => {
          closeDevices(stream);
          running.current = null;
          setLive(null);
          setPhase("sending");
          told.current.stopped?.(begun.uploadId);
          void pieces.catch(() => undefined).then(() => sender.end()).then(() => sent());
        };
        const { stop: end } = recordStream(stream, type, { onPiece: (bytes) => sender.add(bytes), onStop });
        running.current = { since: new Date(), picture: kind === "video" ? stream : null, stop: end };
        setLive(running.current);
        setPhase("recording");
        if (!isHere.current || !told.current.mayGoOn) end();
        told.current.begun?.();
      });
      forget(subject);
      told.current.onSettled();
    },
    [subject, open],
  );
  const start = useCallback(
    (kind: RecordingKind): void => {
      setProblem(null);
      setProgress(null);
      setPhase("starting");
      void alone(subject, () => record(kind)).then((wasAlone) => {
        setPhase("idle");
        if (!wasAlone) setProblem("elsewhere");
      });
    },
    [subject, record],
  );
  return { canRecord: able, state: phase, since: live?.since ?? null, picture: live?.picture ?? null, progress, problem, start, stop };
}
