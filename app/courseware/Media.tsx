import { type ReactElement, type RefObject, type SyntheticEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGE_TAG } from "~/i18n/locale";
import { useSectionActivity } from "./section-activity";
import { addInterval, coveredSeconds } from "./watched";

interface MediaProps {
  id: string;
  kind: "audio" | "video";
  src: string;
  captions?: string;
  seconds: number;
  title: string;
  anchor?: string;
}

/** How often what is playing is reported, in seconds of the recording. */
const REPORT_EVERY = 5;

/** Recorded material with the browser's own controls; reports which stretches were played, never that "it was watched". */
export function Media({ id, kind, src, captions, seconds, title, anchor }: MediaProps): ReactElement {
  const { t } = useTranslation("courseware");
  const { media, mediaUrl, locale, reportWatched } = useSectionActivity();
  const known = media[id];
  const [watched, setWatched] = useState(known?.watched ?? []);
  const stretch = useRef<{ from: number; to: number } | null>(null);

  const flush = (): void => {
    const played = stretch.current;
    stretch.current = null;
    if (played === null || played.to - played.from < 0.25) return;
    setWatched((before) => addInterval(before, [played.from, played.to]));
    reportWatched(id, played);
  };
  const flushLatest = useRef(flush);
  flushLatest.current = flush;
  useEffect(() => {
    const leave = (): void => flushLatest.current();
    window.addEventListener("pagehide", leave);
    return () => {
      window.removeEventListener("pagehide", leave);
      leave();
    };
  }, []);

  const progress = (event: SyntheticEvent<HTMLMediaElement>): void => {
    const { currentTime: at, paused, seeking } = event.currentTarget;
    const current = stretch.current;
    // A jump is no playing: timeupdate comes several times a second, faster playback included.
    if (current !== null && (seeking || at < current.to || at - current.to > 4)) flush();
    else if (current !== null) current.to = at;
    if (stretch.current === null && !paused && !seeking) stretch.current = { from: at, to: at };
    if (stretch.current !== null && stretch.current.to - stretch.current.from >= REPORT_EVERY) flush();
  };
  const resume = (element: HTMLMediaElement | null): void => {
    const at = known?.resumeAt ?? 0;
    if (element !== null && at > 0 && at < element.duration - 2) element.currentTime = at;
  };
  const player = useRef<HTMLMediaElement | null>(null);
  const resumeLatest = useRef(resume);
  resumeLatest.current = resume;
  useEffect(() => {
    // The page's HTML may have loaded the recording's head before React listens.
    if (player.current !== null && player.current.readyState >= HTMLMediaElement.HAVE_METADATA) resumeLatest.current(player.current);
  }, []);

  const percent = seconds > 0 ? Math.min(100, Math.round((coveredSeconds(watched) / seconds) * 100)) : 0;
  const common = { controls: true, preload: "metadata", src: mediaUrl(src), "aria-label": title, onTimeUpdate: progress, onPause: flush, onEnded: flush, onLoadedMetadata: (event: SyntheticEvent<HTMLMediaElement>) => resume(event.currentTarget) } as const;
  const track = captions === undefined ? null : <track kind="captions" src={mediaUrl(captions)} srcLang={LANGUAGE_TAG[locale]} label={t("media.captions")} default />;
  return (
    <figure id={anchor} data-noread="" className="my-8 scroll-mt-20">
      {/* Captions come with the content where there are any; content:check asks for those of videos. */}
      {/* oxlint-disable jsx-a11y/media-has-caption */}
      {kind === "video" ? (
        <video {...common} ref={player as RefObject<HTMLVideoElement>} playsInline className="aspect-video w-full rounded-lg bg-paper-deep">
          {track}
        </video>
      ) : (
        <audio {...common} ref={player as RefObject<HTMLAudioElement>} className="w-full">
          {track}
        </audio>
      )}
      {/* eslint-enable jsx-a11y/media-has-caption */}
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 text-sm text-ink-soft">
        <span>{title}</span>
        <span className="tabular">{percent > 0 ? t("media.watched", { percent, length: clock(seconds) }) : clock(seconds)}</span>
      </figcaption>
    </figure>
  );
}

function clock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(Math.round(seconds % 60)).padStart(2, "0")}`;
}
