import { useTranslation } from "react-i18next";
import { type EffectAnswer, type Metric, METRIC_KINDS } from "./effect";

/** `+4.2`, `−3`, with the sign that belongs to it: per cent points or days. */
export function signed(value: number, unit: "share" | "days"): string {
  const shown = unit === "share" ? Math.round(value * 1000) / 10 : Math.round(value * 10) / 10;
  return `${shown > 0 ? "+" : shown < 0 ? "−" : "±"}${Math.abs(shown)}`;
}

/** The answer in one line: the effect with its interval, that none is seen, or that it cannot be told yet. */
export function EffectWords({ metric, answer }: { metric: Metric; answer: EffectAnswer }) {
  const { t } = useTranslation("dashboards");
  const { unit, better } = METRIC_KINDS[metric];
  if (answer.kind === "cannot-tell") return <span className="text-ink-soft">{t("effect.cannotTell")}</span>;
  const good = answer.effect > 0 === (better === "up");
  const interval = t(`effect.interval.${unit}`, { effect: signed(answer.effect, unit), low: signed(answer.low, unit), high: signed(answer.high, unit) });
  if (answer.verdict === "drifting") return <span className="text-ink-soft">{t("effect.verdict.drifting")}</span>;
  if (answer.verdict === "none-seen") return <span className="text-ink-soft tabular">{t("effect.noneSeen", { interval })}</span>;
  return <span className={`font-semibold tabular ${good ? "text-ok" : "text-danger"}`}>{interval}</span>;
}
