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
import { type ReadAloud, SPEEDS, useReadAloud } from "./use-read-aloud";

/** Reads the section in `text` aloud; absent where the browser cannot. While it reads, the controls stay in reach of the thumb. */
export function ReadAloudBar({ text, locale }: { text: RefObject<HTMLElement>; locale: Locale }): ReactElement | null {
  const { t } = useTranslation("courseware");
  const reading = useReadAloud(text, locale);
  if (!reading.supported) return null;
  const idle = reading.state === "idle";
  return (
    <>
      <Button type="button" variant="quiet" data-print="no" aria-pressed={!idle} icon={<Volume2Icon aria-hidden className="size-5" />} onClick={idle ? reading.play : reading.stop}>
        {t(idle ? "readAloud.play" : "readAloud.stop")}
      </Button>
      {!idle && <Controls reading={reading} />}
    </>
  );
}

function Controls({ reading }: { reading: ReadAloud }): ReactElement {
  const { t } = useTranslation("courseware");
  const playing = reading.state === "reading";
  return (
    <div
      role="group"
      aria-label={t("readAloud.bar")}
      data-print="no"
      className="fixed inset-x-2 bottom-[max(0.5rem,env(safe-area-inset-bottom))] z-20 mx-auto flex w-fit max-w-full flex-wrap items-center gap-x-1 rounded-lg border border-line-strong bg-surface p-1 shadow-lift"
    >
      {reading.state === "failed" && (
        <p role="alert" className="basis-full px-2 text-sm">
          {t("readAloud.noVoice")}
        </p>
      )}
      <BarButton label={t("readAloud.previous")} icon={<SkipBackIcon aria-hidden className="size-5" />} onPress={() => reading.go(-1)} />
      <BarButton
        label={t(playing ? "readAloud.pause" : "readAloud.resume")}
        icon={playing ? <PauseIcon aria-hidden className="size-5" /> : <PlayIcon aria-hidden className="size-5" />}
        onPress={playing ? reading.pause : reading.play}
      />
      <BarButton label={t("readAloud.next")} icon={<SkipForwardIcon aria-hidden className="size-5" />} onPress={() => reading.go(1)} />
      <label className="flex items-center">
        <span className="sr-only">{t("readAloud.speed")}</span>
        <select value={reading.speed} onChange={(event) => reading.setSpeed(Number(event.target.value))} className="tap tabular w-18 rounded-md bg-surface px-1 text-sm">
          {SPEEDS.map((speed) => (
            <option key={speed} value={speed}>
              {speed}×
            </option>
          ))}
        </select>
      </label>
      <span className="tabular px-1 text-xs whitespace-nowrap text-ink-soft">{t("readAloud.place", { at: reading.at + 1, total: reading.total })}</span>
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
