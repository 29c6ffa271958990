import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { formatDate } from "~/i18n/dates";
import type { Locale } from "~/i18n/locale";
import { uploadPath } from "~/platform/uploads";
import { Button, Card } from "~/ui";
import { clockOf } from "./ObserverSheet";
import { secondsInto } from "./recording";
import type { ScreenRecording, ScreenSheet } from "./round-screen";
import type { ShownBehaviour } from "./shown";

interface RecordingsProps {
  recordings: readonly ScreenRecording[];
  sheets: readonly ScreenSheet[];
  checklist: readonly ShownBehaviour[];
  locale: Locale;
  timeZone: string;
}

/** The recordings of a round, with the observers' marks on their timeline: a tap on a mark leads to its moment. */
export function Recordings(props: RecordingsProps) {
  const { t } = useTranslation("role-play");
  if (props.recordings.length === 0) return null;
  return (
    <Card title={t("recording.title")}>
      <div className="grid gap-5">
        {props.recordings.map((recording) => (
          <Recording key={recording.uploadId} recording={recording} {...props} />
        ))}
      </div>
    </Card>
  );
}

function Recording({ recording, sheets, checklist, locale, timeZone }: RecordingsProps & { recording: ScreenRecording }) {
  const { t } = useTranslation("role-play");
  const player = useRef<HTMLVideoElement>(null);
  const textOf = new Map(checklist.map((one) => [one.id, one.text]));
  const timeline = { startedAt: new Date(recording.startedAt), stoppedAt: recording.stoppedAt === null ? null : new Date(recording.stoppedAt) };
  const marks = sheets
    .flatMap((sheet) => sheet.marks.map((mark) => ({ ...mark, key: `${sheet.observerId} ${mark.behaviourId}`, seconds: secondsInto(timeline, new Date(mark.at)) })))
    .sort((one, other) => one.seconds - other.seconds);
  if (recording.state !== "ready") return <p className="text-ink-soft">{t(`recording.${recording.state}`, { name: recording.by })}</p>;
  const seek = (seconds: number): void => {
    if (!player.current) return;
    player.current.currentTime = Math.max(0, seconds - 3);
    void player.current.play().catch(() => undefined);
  };
  return (
    <div>
      <video ref={player} controls preload="metadata" src={uploadPath(recording.uploadId)} className="w-full rounded-md bg-black" aria-label={t("recording.label", { name: recording.by })}>
        <track kind="captions" />
      </video>
      <p className="mt-1 text-sm text-ink-soft">{t("recording.until", { when: formatDate(recording.deleteAfter, { locale, timeZone, style: "date" }) })}</p>
      {marks.length > 0 && (
        <ol className="mt-2 grid gap-1" aria-label={t("recording.marks")}>
          {marks.map((mark) => (
            <li key={mark.key}>
              <Button type="button" variant="quiet" size="sm" onClick={() => seek(mark.seconds)} className="w-full justify-start text-start">
                <span className="me-2 shrink-0 tabular">{clockOf(mark.seconds)}</span>
                <span className="me-2 shrink-0 font-semibold">{t(`mark.${mark.mark}`)}</span>
                <span className="font-normal">{textOf.get(mark.behaviourId)}</span>
              </Button>
            </li>
          ))}
        </ol>
      )}
    </div>
  );
}
