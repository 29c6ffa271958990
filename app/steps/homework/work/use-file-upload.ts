import { useRevalidator } from "@remix-run/react";
import { useState } from "react";
import { httpUploadTransport, sendFile, type SendProgress, UploadSender } from "~/platform/uploads";
import { filesPath } from "../paths";
import { beginUploadAt } from "./begin-upload-at";

/** A file on its way. `code` says why it was not taken. */
export interface FileOnItsWay {
  name: string;
  progress: SendProgress;
}

/** Sends files of a part one after the other; chosen again after a cut line or a reload, they go on where they stopped. */
export function useFileUpload({ enrolmentId, chapterSlug, part }: { enrolmentId: string; chapterSlug: string; part: string }): { files: FileOnItsWay[]; send: (files: readonly File[]) => void } {
  const [files, setFiles] = useState<FileOnItsWay[]>([]);
  const { revalidate } = useRevalidator();
  const note = (name: string, progress: SendProgress): void => setFiles((list) => [...list.filter((file) => file.name !== name), { name, progress }]);

  const sendOne = async (file: File): Promise<void> => {
    const waiting = { state: "sending" as const, sent: 0, size: file.size, code: null };
    note(file.name, waiting);
    const begun = await beginUploadAt(filesPath(enrolmentId, chapterSlug), { part, name: file.name, bytes: file.size });
    if ("code" in begun) {
      note(file.name, { ...waiting, state: "failed", code: begun.code });
      return;
    }
    const { uploadId, chunkBytes, received } = begun;
    const sender = new UploadSender({ uploadId, chunkBytes, received, transport: httpUploadTransport(uploadId), onProgress: (progress) => note(file.name, progress) });
    const end = await sendFile(file, sender, chunkBytes);
    if (end.state !== "complete") {
      note(file.name, end);
      return;
    }
    setFiles((list) => list.filter(({ name }) => name !== file.name));
    revalidate();
  };
  const send = (chosen: readonly File[]): void => {
    void chosen.reduce<Promise<void>>((before, file) => before.then(() => sendOne(file)), Promise.resolve());
  };
  return { files, send };
}
