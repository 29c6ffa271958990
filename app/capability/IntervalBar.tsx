import { useTranslation } from "react-i18next";
import type { Estimate } from "./estimate";
import { READY } from "./weights";

/** 72 % with its interval on a line from 0 to 100, and the numbers beside it; without enough evidence only how much there is. */
export function IntervalBar({ estimate, showReady = true }: { estimate: Estimate; showReady?: boolean }) {
  const { t } = useTranslation("capability");
  const n = estimate.n.toFixed(1);
  if (estimate.kind === "insufficient") {
    return (
      <p className="text-sm text-ink-soft tabular">
        <span className="sr-only">{t("figure.barNone", { n, needed: estimate.needed })}</span>
        <span aria-hidden>{estimate.rows === 0 ? t("figure.nothing") : t("figure.nNeeded", { n, needed: estimate.needed })}</span>
      </p>
    );
  }
  const [mean, low, high] = [estimate.mean, estimate.low, estimate.high].map((share) => Math.round(share * 100)) as [number, number, number];
  return (
    <div role="img" aria-label={t("figure.bar", { mean, low, high, n })} className="min-w-0">
      <svg aria-hidden className="block h-5 w-full overflow-visible">
        <rect width="100%" height="4" y="8" rx="2" className="fill-paper-deep stroke-line" />
        <rect x={`${estimate.low * 100}%`} width={`${(estimate.high - estimate.low) * 100}%`} height="10" y="5" rx="3" className="fill-pine-soft stroke-pine" />
        {showReady && <line x1={`${READY * 100}%`} x2={`${READY * 100}%`} y1="0" y2="20" className="stroke-ink-soft" strokeWidth="1.5" strokeDasharray="3 2" />}
        <circle cx={`${estimate.mean * 100}%`} cy="10" r="5" className="fill-pine stroke-surface" strokeWidth="1.5" />
      </svg>
      <p aria-hidden className="flex flex-wrap items-baseline gap-x-3 text-sm tabular">
        <span className="text-base font-semibold">{t("figure.value", { mean })}</span>
        <span>{t("figure.interval", { low, high })}</span>
        <span className="text-ink-soft">{t("figure.n", { n })}</span>
      </p>
    </div>
  );
}
