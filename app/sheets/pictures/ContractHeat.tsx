import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { type ClauseHeat, clauseHeat, paymentParts } from "./clause-heat";
import { shortNumber } from "./format";
import { hatchPath } from "./hatch";
import { Hatched, Tick } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf, optionLabel } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const TILE = { width: 114, height: 62, gap: 6 };
const TOP = 66;
const BAR = { x: 2, y: 18, width: 356, height: 18 };
const FILL = ["fill-surface", "fill-pine-soft", "fill-paper-deep", "fill-signal-soft"] as const;
const HATCH = [0, 0, 9, 5] as const;

/** One clause: three steps of risk, hatching that thickens with it, a tick once it was changed. */
function Tile({ clause, x, y, risk, state }: { clause: ClauseHeat; x: number; y: number; risk: string; state: string }): ReactElement {
  const { level, open } = clause;
  const settled = level !== null && level >= 2 && !open;
  const shown = settled ? 1 : (level ?? 0);
  const hatch = HATCH[shown] ?? 0;
  return (
    <g>
      <rect x={x} y={y} width={TILE.width} height={TILE.height} rx="5" className={level === null ? "fill-none" : FILL[shown]} />
      {hatch > 0 && <path d={hatchPath(x + 1, y + TILE.height - 22, TILE.width - 2, 20, hatch)} fill="none" className={shown === 3 ? "stroke-signal" : "stroke-line-strong"} strokeWidth="1" opacity="0.55" />}
      <rect x={x} y={y} width={TILE.width} height={TILE.height} rx="5" fill="none" className={open && level === 3 ? "stroke-signal" : "stroke-line-strong"} strokeWidth={open ? 1.8 : 1} strokeDasharray={level === null ? "3 3" : undefined} />
      <SvgLines x={x + 7} y={y + 17} text={clause.label} width={TILE.width - 12} size={12} maxLines={2} leading={14} weight={600} className="fill-ink" />
      {[1, 2, 3].map((step) => (
        <rect key={step} x={x + 7 + (step - 1) * 9} y={y + TILE.height - 15 + (3 - step) * 3} width="6" height={3 + step * 3 - 1} className={level !== null && step <= level ? "fill-ink" : "fill-surface stroke-line-strong"} strokeWidth="1" />
      ))}
      <rect x={x + 36} y={y + TILE.height - 19} width={TILE.width - 43} height="15" rx="3" className={level === null ? "fill-none" : "fill-surface"} />
      <SvgLines x={x + 40} y={y + TILE.height - 7.5} text={level === null ? "?" : settled ? state : risk} width={TILE.width - (settled ? 62 : 48)} size={11} className={level === null ? "fill-ink-faint" : "fill-ink"} />
      {settled && clause.state === "changed" && <Tick x={x + TILE.width - 13} y={y + TILE.height - 12} />}
    </g>
  );
}

/** The contract's clauses by risk, and when the money comes. */
export function ContractHeat({ definition, content, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const clauses = clauseHeat(definition, content, locale);
  const parts = paymentParts(content);
  const whole = Math.max(100, parts.reduce((sum, part) => sum + part.percent, 0));
  const open = clauses.filter((clause) => clause.open);
  const judged = clauses.filter((clause) => clause.level !== null).length;
  const risk = (clause: ClauseHeat): string => optionLabel(definition, "clauses", "risk", clause.risk, locale);
  const state = (clause: ClauseHeat): string => optionLabel(definition, "clauses", "state", clause.state, locale);
  return (
    <PictureFrame
      title={t("contractHeat.title")}
      height={TOP + Math.ceil(clauses.length / 3) * (TILE.height + TILE.gap)}
      notes={[t("contractHeat.judged", { judged, count: clauses.length }), ...(open.length > 0 ? [t("contractHeat.open", { clauses: open.map((clause) => clause.label).join(locale === "zh" ? "、" : "; ") })] : [])]}
      table={{
        head: [t("contractHeat.clause"), labelOf(definition, "clauses", "risk", locale), labelOf(definition, "clauses", "state", locale), labelOf(definition, "clauses", "finding", locale)],
        rows: [...clauses.map((clause) => [clause.label, risk(clause), state(clause), clause.finding]), ...parts.map((part) => [labelOf(definition, null, part.id, locale), `${shortNumber(part.percent, locale, 2)}%`, "", ""])],
      }}
    >
      <SvgLines x={2} y={11} text={t("contractHeat.money")} width={340} size={12} weight={600} className="fill-ink-soft" />
      <rect {...BAR} className="fill-none stroke-line-strong" strokeWidth="1" strokeDasharray="3 3" />
      {parts.map((part, at) => {
        const x = BAR.x + (part.from / whole) * BAR.width;
        const width = (part.percent / whole) * BAR.width;
        return (
          <g key={part.id}>
            {at === 0 && part.id === "pay_signing" ? <rect x={x} y={BAR.y} width={width} height={BAR.height} className="fill-pine" /> : <Hatched x={x} y={BAR.y} width={width} height={BAR.height} gap={[0, 12, 8, 5][at] || 8} />}
            <SvgLines x={x + width / 2} y={BAR.y + BAR.height + 14} text={width < 46 ? `${shortNumber(part.percent, locale)}%` : `${t(`contractHeat.${part.id}`)} ${shortNumber(part.percent, locale)}%`} width={Math.max(width + 4, 30)} size={10} anchor="middle" className="fill-ink-soft" />
          </g>
        );
      })}
      {clauses.map((clause, at) => (
        <Tile key={clause.id} clause={clause} x={2 + (at % 3) * (TILE.width + TILE.gap + 1)} y={TOP + Math.floor(at / 3) * (TILE.height + TILE.gap)} risk={risk(clause)} state={state(clause)} />
      ))}
    </PictureFrame>
  );
}
