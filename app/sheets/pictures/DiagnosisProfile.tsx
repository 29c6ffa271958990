import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { PictureFrame } from "./PictureFrame";
import { numberOf, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import { wrapText } from "./text-fit";
import type { PictureProps } from "./types";

const LEFT = 156;
const LABEL = LEFT - 20;
const STEP = 44;
const LINE = 34;
const TOP = 40;

const x = (score: number): number => LEFT + (score - 1) * STEP;

/** The scores of the eight steps as a line, from product-centred on the left to customer-centred on the right. */
export function DiagnosisProfile({ definition, content, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const table = definition.tables.find((one) => one.id === "stages");
  const rows = rowsOf(content, "stages");
  const steps = (table?.fixed ?? []).map((fixed, at) => {
    const row = rows.find((one) => one.id === fixed.id);
    return { id: fixed.id, label: fixed.label[locale], score: numberOf(row?.cells.score), first: row?.cells.first === true, gap: textOf(row?.cells.gap), y: TOP + (at + 0.5) * LINE };
  });
  const scored = steps.filter((step) => step.score !== null);
  const bottom = TOP + steps.length * LINE;
  const ends = table?.columns.find((column) => column.id === "score")?.ends;

  return (
    <PictureFrame
      title={t("diagnosisProfile.title")}
      height={bottom + 26}
      notes={scored.length === 0 ? [t("diagnosisProfile.none")] : []}
      table={{
        head: [t("diagnosisProfile.step"), t("diagnosisProfile.score"), t("diagnosisProfile.gap"), t("diagnosisProfile.first")],
        rows: steps.map((step) => [step.label, String(step.score ?? ""), step.gap, step.first ? t("diagnosisProfile.yes") : ""]),
        numbers: [1],
      }}
    >
      <rect x={x(1) - 14} y={TOP} width={STEP * 1.5 + 14} height={bottom - TOP} className="fill-mist-soft" />
      <rect x={x(3.5)} y={TOP} width={STEP * 1.5 + 14} height={bottom - TOP} className="fill-pine-soft" />
      <SvgLines x={x(1) - 14} y={14} text={ends?.min[locale] ?? ""} width={200} size={12} className="fill-ink-soft" />
      <SvgLines x={x(5) + 14} y={31} text={ends?.max[locale] ?? ""} width={200} size={12} anchor="end" weight={600} className="fill-pine" />
      {[1, 2, 3, 4, 5].map((score) => (
        <g key={score}>
          <line x1={x(score)} x2={x(score)} y1={TOP} y2={bottom} className="stroke-line" strokeWidth="1" />
          <text x={x(score)} y={bottom + 18} textAnchor="middle" fontSize="11.5" className="fill-ink-soft">
            {score}
          </text>
        </g>
      ))}
      <polyline points={scored.map((step) => `${x(step.score ?? 1)},${step.y}`).join(" ")} fill="none" className="stroke-pine" strokeWidth="2" />
      {steps.map((step) => (
        <g key={step.id}>
          <SvgLines x={2} y={step.y + (wrapText(step.label, 13, LABEL, 2).length > 1 ? -3 : 4.5)} text={step.label} width={LABEL} size={12} maxLines={2} leading={14} weight={step.first ? 700 : 400} className={step.first ? "fill-signal" : "fill-ink"} />
          {step.score === null ? (
            <text x={x(1) - 8} y={step.y + 4.5} textAnchor="middle" fontSize="12" className="fill-ink-faint">
              ?
            </text>
          ) : (
            <>
              {step.first && <circle cx={x(step.score)} cy={step.y} r="13" fill="none" className="stroke-signal" strokeWidth="1.8" />}
              <circle cx={x(step.score)} cy={step.y} r="8.5" className={step.first ? "fill-signal" : "fill-pine"} />
              <text x={x(step.score)} y={step.y + 4} textAnchor="middle" fontSize="11.5" fontWeight="700" className={step.first ? "fill-on-signal" : "fill-on-pine"}>
                {step.score}
              </text>
            </>
          )}
        </g>
      ))}
    </PictureFrame>
  );
}
