import { Form } from "@remix-run/react";
import X from "lucide-react/icons/x";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { canUpload, UPLOAD_RULES } from "~/platform/uploads";
import { Button, IconButton, useHydrated } from "~/ui";
import type { ShownPart } from "../assignment";
import { FileItem } from "../FileItem";
import type { WorkPage } from "../work-page.view.server";
import { PartFrame } from "./PartFrame";
import { RecordHere } from "./RecordHere";
import { type FileOnItsWay, useFileUpload } from "./use-file-upload";

interface Props {
  part: ShownPart;
  files: WorkPage["files"];
  place: { enrolmentId: string; chapterSlug: string };
  open: boolean;
  missing: boolean;
  /** Why the last file was not taken. */
  problem: string | null;
  /** Says whether something of this part is being recorded, or is on its way. */
  onBusy: (part: string, busy: boolean) => void;
}

const MIB = 1024 * 1024;

/** Files or recordings of a part. With scripts they go in chunks that survive a cut line; without, a form takes small ones. */
export function FilesPart({ part, files, place, open, missing, problem, onBusy }: Props) {
  const { t } = useTranslation("homework");
  const isRecording = part.kind === "recording";
  const rule = UPLOAD_RULES[isRecording ? "homework-recording" : "homework-file"];
  const room = part.most === null || files.length < part.most;
  const [isRecordingNow, setIsRecordingNow] = useState(false);
  const [isSending, setIsSending] = useState(false);
  const busy = isRecordingNow || isSending;
  useEffect(() => onBusy(part.id, busy), [part.id, busy, onBusy]);
  return (
    <PartFrame part={part} missing={missing}>
      <ul className="grid gap-1">
        {files.map((file) => (
          <li key={file.id} className="flex items-start gap-2">
            <div className="min-w-0 flex-1">
              <FileItem file={file} play={isRecording} />
            </div>
            {open && (
              <Form method="post">
                <input type="hidden" name="file" value={file.id} />
                <IconButton type="submit" name="intent" value="remove-file" label={t("file.remove", { name: file.name })} icon={<X aria-hidden className="size-4.5" />} />
              </Form>
            )}
          </li>
        ))}
      </ul>
      {problem !== null && (
        <p role="alert" className="my-2 text-sm font-semibold text-danger">
          {t([`file.problem.${problem}`, "file.problem.refused"])}
        </p>
      )}
      {open && isRecording && <RecordHere place={place} part={part.id} room={room} onBusy={setIsRecordingNow} />}
      {open && room && <Chooser part={part} place={place} onBusy={setIsSending} accept={rule.types.join(",")} maxMegabytes={Math.round(rule.maxBytes / MIB)} />}
      {!open && files.length === 0 && <p className="text-ink-soft">{t("notHandedIn")}</p>}
      {open && !room && <p className="mt-1 text-sm text-ink-soft">{t("file.enough", { count: part.most ?? 0 })}</p>}
    </PartFrame>
  );
}

function Chooser({ part, place, onBusy, accept, maxMegabytes }: { part: ShownPart; place: Props["place"]; onBusy: (busy: boolean) => void; accept: string; maxMegabytes: number }) {
  const { t } = useTranslation("homework");
  const hydrated = useHydrated();
  const { files, send } = useFileUpload({ ...place, part: part.id });
  const inChunks = hydrated && canUpload();
  const busy = files.some(({ progress }) => progress.state !== "failed");
  useEffect(() => {
    onBusy(busy);
    return () => onBusy(false);
  }, [busy, onBusy]);
  return (
    <Form method="post" encType="multipart/form-data" className="mt-2 grid grid-cols-1 gap-2">
      <input type="hidden" name="part" value={part.id} />
      <div className="flex flex-wrap items-center gap-3">
        <input
          type="file"
          name="upload"
          aria-label={t(part.kind === "recording" ? "file.chooseRecording" : "file.choose")}
          accept={accept}
          multiple={inChunks && part.kind === "files"}
          required={!inChunks}
          onChange={(event) => {
            if (!inChunks || event.target.files === null) return;
            send([...event.target.files]);
            event.target.value = "";
          }}
          className="block min-w-0 max-w-full flex-1 rounded-md border border-dashed border-line-strong bg-paper p-1.5 text-sm text-ink-soft file:me-3 file:min-h-11 file:rounded-sm file:border-0 file:bg-pine-soft file:px-4 file:py-2 file:font-semibold file:text-pine-deep"
        />
        {!inChunks && (
          <Button type="submit" name="intent" value="add-file">
            {t("file.add")}
          </Button>
        )}
      </div>
      <p className="text-sm text-ink-soft">{inChunks ? t(part.kind === "recording" ? "file.hintRecording" : "file.hint", { size: maxMegabytes }) : t("file.hintPlain")}</p>
      {files.map((file) => (
        <OnItsWay key={file.name} file={file} />
      ))}
    </Form>
  );
}

function OnItsWay({ file: { name, progress } }: { file: FileOnItsWay }) {
  const { t } = useTranslation("homework");
  const { state, sent, size, code } = progress;
  if (state === "failed") {
    return (
      <p role="alert" className="text-sm font-semibold text-danger">
        <span className="me-2 break-all">{name}</span>
        {t([`file.problem.${code ?? "refused"}`, "file.problem.refused"])}
      </p>
    );
  }
  return (
    <div role="status" className="grid gap-1 text-sm tabular">
      <span className="min-w-0 break-all">{t(`file.state.${state}`, { name, percent: size === 0 ? 0 : Math.floor((sent / size) * 100) })}</span>
      <progress max={Math.max(1, size)} value={sent} aria-label={name} className="h-2 w-full accent-pine" />
    </div>
  );
}
