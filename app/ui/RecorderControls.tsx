import Mic from "lucide-react/icons/mic";
import Square from "lucide-react/icons/square";
import Video from "lucide-react/icons/video";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "./Button";
import { clock } from "./Timer";

/** A recorder of this page, as `~/platform/recording` makes one. */
interface ShownRecorder {
  state: "idle" | "starting" | "recording" | "sending";
  since: Date | null;
  picture: MediaStream | null;
  progress: { state: "sending" | "waiting" | "signed-out" | "complete" | "failed"; sent: number; size: number } | null;
  problem: string | null;
  start(kind: "audio" | "video"): void;
  stop(): void;
}

interface Props {
  recorder: ShownRecorder;
  /** Whether a recording may begin now. */
  mayStart: boolean;
  /** What a code of the room's server means; the recorder's own are known here. */
  problemText?: (code: string) => string;
}

const OWN_PROBLEMS = new Set(["no-device", "elsewhere", "offline", "signed-out", "over"]);
const kilobytes = (bytes: number): number => Math.round(bytes / 1024);

/** Starting and stopping a recording in the page, and how much of it has arrived. */
export function RecorderControls({ recorder, mayStart, problemText }: Props) {
  const { t } = useTranslation("ui");
  const { state, progress, problem, since, picture } = recorder;
  return (
    <div className="grid gap-3">
      {picture && <SelfView stream={picture} />}
      {(state === "recording" || (mayStart && state === "idle")) && (
        <div className="flex flex-wrap items-center gap-3">
          {state === "recording" ? (
            <>
              <Button type="button" onClick={recorder.stop}>
                <Square aria-hidden className="size-4 shrink-0 fill-current text-danger" />
                {t("recorder.stop")}
              </Button>
              {since && <Elapsed since={since} />}
            </>
          ) : (
            <>
              <Button type="button" onClick={() => recorder.start("audio")}>
                <Mic aria-hidden className="size-4.5 shrink-0" />
                {t("recorder.audio")}
              </Button>
              <Button type="button" onClick={() => recorder.start("video")}>
                <Video aria-hidden className="size-4.5 shrink-0" />
                {t("recorder.video")}
              </Button>
            </>
          )}
        </div>
      )}
      {progress && (
        <p role={progress.state === "failed" ? "alert" : "status"} className={progress.state === "failed" ? "text-sm font-semibold text-danger" : "text-sm text-ink-soft tabular"}>
          {t(`recorder.send.${progress.state}`, { sent: kilobytes(progress.sent), size: kilobytes(progress.size) })}
        </p>
      )}
      {problem !== null && problem !== "over" && (
        <p role="alert" className="text-sm font-semibold text-danger">
          {OWN_PROBLEMS.has(problem) || problemText === undefined ? t([`recorder.problem.${problem}`, "recorder.problem.refused"]) : problemText(problem)}
        </p>
      )}
    </div>
  );
}

/** How long it has been recording. */
function Elapsed({ since }: { since: Date }) {
  const { t } = useTranslation("ui");
  const [ms, setMs] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setMs(Math.floor((Date.now() - since.getTime()) / 1000) * 1000), 250);
    return () => clearInterval(timer);
  }, [since]);
  return (
    <span className="inline-flex items-center gap-2 text-sm tabular">
      <span aria-hidden className="size-2.5 shrink-0 rounded-full bg-danger" />
      <span role="timer">{t("recorder.running", { time: clock(ms) })}</span>
    </span>
  );
}

/** What the camera sees, as a mirror shows it; without sound, or it would hear itself. */
function SelfView({ stream }: { stream: MediaStream }) {
  const { t } = useTranslation("ui");
  const view = useRef<HTMLVideoElement>(null);
  useEffect(() => {
    if (view.current) view.current.srcObject = stream;
  }, [stream]);
  return <video ref={view} muted autoPlay playsInline aria-label={t("recorder.selfView")} className="aspect-video w-full max-w-72 -scale-x-100 rounded-md bg-black object-cover" />;
}
