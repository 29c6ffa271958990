import { useTranslation } from "react-i18next";
import { clock } from "~/ui";
import type { PlacedSlide } from "./slides";
import { useTicking } from "~/platform/use-ticking";

/** How long the class and the slide take, and how that stands to the plan. */
export function PresenterClock({ startedAt, slideSince, slide, now: serverNow }: { startedAt: Date | null; slideSince: Date | null; slide: PlacedSlide; now: Date }) {
  const { t } = useTranslation("lecture");
  const now = useTicking(serverNow);
  if (startedAt === null) return <p className="text-sm text-ink-soft">{t("present.notStarted")}</p>;
  const since = (from: Date): number => Math.max(0, now.getTime() - from.getTime());
  const onSlide = since(slideSince && slideSince > startedAt ? slideSince : startedAt);
  const planned = slide.minutes * 60_000;
  // On plan while the clock is within the minutes of this slide.
  const early = slide.minutesBefore * 60_000 - since(startedAt);
  const late = -early - planned;
  const drift = early > 0 ? early : late > 0 ? late : 0;
  return (
    <dl className="flex flex-wrap gap-x-6 gap-y-1">
      <Figure term={t("present.elapsed")} value={clock(since(startedAt))} />
      <Figure term={t("present.onSlide")} value={clock(onSlide)} of={clock(planned)} over={onSlide > planned} />
      <Figure term={t("present.plan")} value={drift < 60_000 ? t("present.onTime") : `${clock(drift)} ${t(early > 0 ? "present.ahead" : "present.behind")}`} over={late >= 60_000} />
    </dl>
  );
}

function Figure({ term, value, of, over = false }: { term: string; value: string; of?: string; over?: boolean }) {
  return (
    <div>
      <dt className="text-xs text-ink-soft">{term}</dt>
      <dd className={over ? "text-xl leading-snug font-semibold text-danger tabular" : "text-xl leading-snug font-semibold tabular"}>
        {value}
        {of && <span className="text-sm font-normal text-ink-soft"> / {of}</span>}
      </dd>
    </div>
  );
}
