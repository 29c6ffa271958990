import { useRevalidator } from "@remix-run/react";
import { type Recorder, useRecorder } from "~/platform/recording";
import { beginUploadAt } from "./begin-upload-at";
import { filesPath } from "../paths";

/** Records for a part of the homework. The page reads itself again when all of it has arrived, not before: it may be being written on. */
export function useHomeworkRecorder({ enrolmentId, chapterSlug, part }: { enrolmentId: string; chapterSlug: string; part: string }): Recorder {
  const { revalidate } = useRevalidator();
  return useRecorder({
    subject: `${enrolmentId}.${chapterSlug}.${part}`,
    begin: (extension) => beginUploadAt(filesPath(enrolmentId, chapterSlug), { part, name: nameAt(new Date(), extension), agreed: true }),
    onSettled: revalidate,
  });
}

/** `2026-11-28 14-05.webm`: when it was recorded, by this device's clock; two of one part are told apart. */
function nameAt(now: Date, extension: string): string {
  const pad = (value: number): string => String(value).padStart(2, "0");
  return `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())} ${pad(now.getHours())}-${pad(now.getMinutes())}.${extension}`;
}
