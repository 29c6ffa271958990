import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { shortMoney, signed } from "./format";
import { Gap, Hatched } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import { balances, type Balance } from "./option-balance";
import type { PictureProps } from "./types";

const UNIT = 19;
const MIDDLE = 62 + 5 * UNIT;
const COLUMN = 108;
const LEFT = 36;

/** Gains upwards, harms downwards, and what is left of them. */
function Scale({ option, x, money, unnamed }: { option: Balance; x: number; money: string; unnamed: string }): ReactElement {
  const { gain, harm } = option;
  const centre = x + COLUMN / 2;
  return (
    <g>
      <SvgLines x={centre} y={16} text={option.name || unnamed} width={COLUMN - 8} size={12} maxLines={3} leading={15} anchor="middle" weight={600} className={option.name ? "fill-ink" : "fill-ink-faint"} />
      {gain === null ? (
        <Gap x={centre} y={MIDDLE - 16} calm />
      ) : (
        <g>
          <rect x={centre - 21} y={MIDDLE - gain * UNIT} width="42" height={gain * UNIT} className="fill-pine" />
          <text x={centre} y={MIDDLE - gain * UNIT + 15} textAnchor="middle" fontSize="12" fontWeight="600" className="fill-on-pine">
            +{gain}
          </text>
        </g>
      )}
      {harm === null ? (
        <Gap x={centre} y={MIDDLE + 16} calm />
      ) : (
        <g>
          <Hatched x={centre - 21} y={MIDDLE} width={42} height={harm * UNIT} />
          <rect x={centre - 13} y={MIDDLE + harm * UNIT - 18} width="26" height="15" rx="3" className="fill-surface" />
          <text x={centre} y={MIDDLE + harm * UNIT - 6} textAnchor="middle" fontSize="12" fontWeight="600" className="fill-ink">
            −{harm}
          </text>
        </g>
      )}
      <text x={centre} y={MIDDLE + 5 * UNIT + 20} textAnchor="middle" fontSize="14" fontWeight="700" className="fill-ink">
        {gain === null || harm === null ? "?" : signed(gain - harm)}
      </text>
      <text x={centre} y={MIDDLE + 5 * UNIT + 37} textAnchor="middle" fontSize="11.5" className="fill-ink-soft">
        {money}
      </text>
    </g>
  );
}

/** The three options side by side: gains against harms, as the customer weighs them. */
export function ThreeScales({ definition, content, locale, currency }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const options = balances(definition, content, locale);
  const money = (option: Balance): string => (option.cost === null ? "" : shortMoney(option.cost, locale, currency));
  const weight = (value: number | null): string => (value === null ? "" : String(value));
  const best = options.filter((option) => option.gain !== null && option.harm !== null).sort((a, b) => b.gain! - b.harm! - (a.gain! - a.harm!))[0];
  const column = (id: string): string => labelOf(definition, "options", id, locale);
  return (
    <PictureFrame
      title={t("threeScales.title")}
      height={MIDDLE + 5 * UNIT + 44}
      notes={[best === undefined ? t("threeScales.empty") : t("threeScales.best", { name: best.name || best.label }), ...(textOf(content.fields.cares) ? [t("threeScales.measure", { cares: textOf(content.fields.cares) })] : [])]}
      table={{
        head: [t("threeScales.option"), column("gains"), column("gain_weight"), column("harms"), column("harm_weight"), column("cost")],
        rows: options.map((option) => [option.name || option.label, option.gains, weight(option.gain), option.harms, weight(option.harm), money(option)]),
        numbers: [2, 4, 5],
      }}
    >
      {[-5, -3, -1, 1, 3, 5].map((value) => (
        <g key={value}>
          <line x1={LEFT - 4} x2="358" y1={MIDDLE - value * UNIT} y2={MIDDLE - value * UNIT} className="stroke-line" strokeWidth="1" />
          <text x={LEFT - 8} y={MIDDLE - value * UNIT + 4} textAnchor="end" fontSize="11" className="fill-ink-faint">
            {Math.abs(value)}
          </text>
        </g>
      ))}
      <text x="2" y={MIDDLE - 2 * UNIT + 4} fontSize="12" fontWeight="600" className="fill-pine">
        {t("threeScales.gain")}
      </text>
      <text x="2" y={MIDDLE + 2 * UNIT + 4} fontSize="12" fontWeight="600" className="fill-ink-soft">
        {t("threeScales.harm")}
      </text>
      {options.map((option, at) => (
        <Scale key={option.id} option={option} x={LEFT + at * COLUMN} money={money(option)} unnamed={option.label} />
      ))}
      <line x1={LEFT - 4} x2="358" y1={MIDDLE} y2={MIDDLE} className="stroke-ink-soft" strokeWidth="1.4" />
    </PictureFrame>
  );
}
