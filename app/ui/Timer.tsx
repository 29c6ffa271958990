import clsx from "clsx";
import TimerIcon from "lucide-react/icons/timer";
import { useTranslation } from "react-i18next";

/** `ms` as `7:05` or `1:07:05`; whole seconds, rounded up, so that 0:00 means over. */
export function clock(ms: number): string {
  const seconds = Math.max(0, Math.ceil(ms / 1000));
  const pad = (value: number): string => String(value).padStart(2, "0");
  const hours = Math.floor(seconds / 3600);
  const rest = `${pad(Math.floor(seconds / 60) % 60)}:${pad(seconds % 60)}`;
  return hours > 0 ? `${hours}:${rest}` : rest.replace(/^0(?=\d:)/, "");
}

/** Time left (the owner counts, this shows). Below `lowMs` it says "act now"; minutes 10, 5 and 1 are read out. */
export function Timer({ ms, lowMs = 300_000, label }: { ms: number; lowMs?: number; label: string }) {
  const { t } = useTranslation("ui");
  const minutes = Math.ceil(ms / 60_000);
  const low = ms <= lowMs;
  return (
    <span className={clsx("inline-flex items-center gap-1.5 rounded-md px-2 py-1 font-semibold tabular", low ? "bg-signal text-on-signal" : "bg-paper-deep text-ink")}>
      <TimerIcon aria-hidden className="size-4.5 shrink-0" />
      <span role="timer" aria-label={label}>
        {clock(ms)}
      </span>
      <span role="status" className="sr-only">
        {[10, 5, 1].includes(minutes) ? t("timer.left", { count: minutes }) : ""}
      </span>
    </span>
  );
}
