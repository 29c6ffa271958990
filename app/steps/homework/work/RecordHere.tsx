import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { UPLOAD_RULES } from "~/platform/uploads";
import { Checkbox, RecorderControls } from "~/ui";
import { useHomeworkRecorder } from "./use-homework-recorder";

interface Props {
  place: { enrolmentId: string; chapterSlug: string };
  part: string;
  /** Whether there is room for one more. */
  room: boolean;
  /** Says whether something is being recorded, or is on its way. */
  onBusy: (busy: boolean) => void;
}

/** Recording a rehearsal right here, once its author says that everybody in it agrees. Nothing where the device cannot record. */
export function RecordHere({ place, part, room, onBusy }: Props) {
  const { t } = useTranslation("homework");
  const recorder = useHomeworkRecorder({ ...place, part });
  const [agreed, setAgreed] = useState(false);
  const busy = recorder.state !== "idle";
  useEffect(() => {
    onBusy(busy);
    return () => onBusy(false);
  }, [busy, onBusy]);
  if (!recorder.canRecord || (!room && !busy)) return null;
  return (
    <div className="mt-2 grid gap-1 border-b border-line pb-4">
      {!busy && <Checkbox label={t("recording.consent")} hint={t("recording.consentHint", { days: UPLOAD_RULES["homework-recording"].retentionDays })} checked={agreed} onChange={(event) => setAgreed(event.target.checked)} />}
      <RecorderControls recorder={recorder} mayStart={agreed && room} problemText={(code) => t([`file.problem.${code}`, "file.problem.refused"])} />
    </div>
  );
}
