import PauseIcon from "lucide-react/icons/pause";
import PlayIcon from "lucide-react/icons/play";
import SkipBackIcon from "lucide-react/icons/skip-back";
import SkipForwardIcon from "lucide-react/icons/skip-forward";
import SquareIcon from "lucide-react/icons/square";
import Volume2Icon from "lucide-react/icons/volume-2";
import type { ReactElement, RefObject } from "react";
import { useTranslation } from "react-i18next";
import { Button } from "~/ui/Button";
import type { Locale } from "~/i18n/locale";
import { SPEEDS, useReadAloud } from "./use-read-aloud";

/** Reads the section in `text` aloud; absent where the browser cannot. While reading it stays in reach of the thumb. */
export function ReadAloudBar({ text, locale }: { text: RefObject<HTMLElement>; locale: Locale }): ReactElement | null {
  const { t } = useTranslation("courseware");
  const reading = useReadAloud(text, locale);
  if (!reading.supported) return null;
  if (reading.state === "idle") {
    return (
      <Button type="button" variant="quiet" data-print="no" icon={<Volume2Icon aria-hidden className="size-5" />} onClick={reading.play}>
        {t("readAloud.play")}
      </Button>
    );
  }
  const playing = reading.state === "reading";
  return (
    <div role="group" aria-label={t("readAloud.bar")} data-print="no" className="sticky bottom-2 z-20 flex w-fit max-w-full flex-wrap items-center gap-1 rounded-lg border border-line-strong bg-surface p-1 shadow-lift">
      <BarButton label={t("readAloud.previous")} icon={<SkipBackIcon aria-hidden className="size-5" />} onPress={() => reading.go(-1)} />
      <BarButton
        label={t(playing ? "readAloud.pause" : "readAloud.resume")}
        icon={playing ? <PauseIcon aria-hidden className="size-5" /> : <PlayIcon aria-hidden className="size-5" />}
        onPress={playing ? reading.pause : reading.play}
      />
      <BarButton label={t("readAloud.next")} icon={<SkipForwardIcon aria-hidden className="size-5" />} onPress={() => reading.go(1)} />
      <label className="flex items-center">
        <span className="sr-only">{t("readAloud.speed")}</span>
        <select value={reading.speed} onChange={(event) => reading.setSpeed(Number(event.target.value))} className="tap tabular rounded-md bg-surface px-1 text-sm">
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
      </label>
      <span className="tabular px-1 text-xs text-ink-soft">{t("readAloud.place", { at: reading.at + 1, total: reading.total })}</span>
      <BarButton label={t("readAloud.stop")} icon={<SquareIcon aria-hidden className="size-4" />} onPress={reading.stop} />
    </div>
  );
}

function BarButton({ label, icon, onPress }: { label: string; icon: ReactElement; onPress: () => void }): ReactElement {
  return (
    <button type="button" aria-label={label} onClick={onPress} className="tap grid place-items-center rounded-md text-pine hover:bg-pine-soft">
      {icon}
    </button>
  );
}
