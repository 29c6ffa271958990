import { useTranslation } from "react-i18next";
import { Card } from "~/ui";
import { type EffectAnswer, type Metric, METRIC_KINDS } from "./effect";
import { EffectWords, signed } from "./EffectWords";
import type { FigureTable } from "./figure-table";
import { PictureBox } from "./PictureBox";
import { TableBehind } from "./TableBehind";

/** One metric: the answer, what it rests on or what is missing, the months around the start. */
export function EffectCard({ metric, answer, pictures, table }: { metric: Metric; answer: EffectAnswer; pictures: readonly string[]; table: FigureTable | null }) {
  const { t } = useTranslation("dashboards");
  const { unit } = METRIC_KINDS[metric];
  const drawn = answer.months.some(({ begun }) => begun !== null);
  return (
    <Card title={t(`metrics.${metric}`)}>
      <p className="text-xl leading-snug">
        <EffectWords metric={metric} answer={answer} />
      </p>
      <p className="mt-1 text-sm text-ink-soft">{t(`metricText.${metric}`)}</p>
      {answer.kind === "cannot-tell" ? (
        <ul className="mt-3 list-disc ps-5 text-sm">
          {answer.missing.map((one) => (
            <li key={one.code}>{one.code === "spread" ? t("effect.missing.spread") : t(`effect.missing.${one.code}`, { have: one.have, need: one.need })}</li>
          ))}
        </ul>
      ) : (
        <p className="mt-3 text-sm">
          {t(`effect.verdictText.${answer.verdict}`)} {answer.placebo ? t(`effect.placeboText.${unit}`, { effect: signed(answer.placebo.effect, unit), low: signed(answer.placebo.low, unit), high: signed(answer.placebo.high, unit) }) : t("effect.noPlacebo")}
        </p>
      )}
      <p className="mt-2 text-sm text-ink-soft tabular">{t("effect.rests", { begun: answer.begun, controls: answer.controls, before: answer.casesBefore, after: answer.casesAfter })}</p>
      {drawn && (
        <div className="mt-3">
          <PictureBox svg={pictures[0] ?? ""} narrow={pictures[1]} label={t("effect.picture", { metric: t(`metrics.${metric}`) })} />
          {table && <TableBehind table={table} />}
        </div>
      )}
    </Card>
  );
}
