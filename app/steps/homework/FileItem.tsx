import FileText from "lucide-react/icons/file-text";
import { useTranslation } from "react-i18next";
import { isShownInPlace, uploadPath } from "~/platform/uploads";

interface Props {
  file: { uploadId: string; name: string; bytes: number; mediaType: string; gone?: boolean };
  /** Plays sound and pictures here, instead of only linking to them. */
  play?: boolean;
}

/** A file: its name and size, and where it can be, its player or picture. */
export function FileItem({ file, play = false }: Props) {
  const { t } = useTranslation("homework");
  const href = uploadPath(file.uploadId);
  const kind = file.mediaType.split("/")[0];
  // What people recorded of themselves has no captions.
  const Player = kind === "audio" ? "audio" : "video";
  if (file.gone) {
    return (
      <p className="text-sm text-ink-soft">
        {file.name} · {t("file.gone")}
      </p>
    );
  }
  return (
    <div className="grid min-w-0 gap-2">
      <a href={href} {...(isShownInPlace(file.mediaType) ? { target: "_blank", rel: "noreferrer" } : { download: file.name })} className="inline-flex min-h-11 min-w-0 items-center gap-2 text-pine underline underline-offset-4">
        <FileText aria-hidden className="size-4.5 shrink-0" />
        <span className="min-w-0 break-all">{file.name}</span>
        <span className="shrink-0 text-sm text-ink-soft no-underline tabular">{size(file.bytes)}</span>
      </a>
      {play && (kind === "audio" || kind === "video") && <Player controls preload={kind === "video" ? "metadata" : "none"} src={href} aria-label={file.name} className={kind === "video" ? "max-h-96 w-full rounded-md bg-ink" : "w-full"} />}
      {play && kind === "image" && isShownInPlace(file.mediaType) && <img src={href} alt={file.name} loading="lazy" className="max-h-96 rounded-md border border-line" />}
    </div>
  );
}

/** A size as people read it. */
export function size(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} KB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}
