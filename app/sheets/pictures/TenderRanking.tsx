import { useId, type ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { fullMoney, shortMoney, shortNumber } from "./format";
import { PictureFrame } from "./PictureFrame";
import { computedColumn, numberOf, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import { leadAt, tenderView, type Bid, type TenderRules } from "./tender-model";
import type { PictureProps } from "./types";

const LINE = 44;
const BAR = { left: 2, width: 300 } as const;
const PLOT = { left: 44, right: 350, height: 130 } as const;
const SAMPLES = 120;

function rulesOf(fields: PictureProps["content"]["fields"]): TenderRules | null {
  const method = textOf(fields.method);
  const weight = numberOf(fields.w_price);
  if ((method !== "lowest" && method !== "average") || weight === null) return null;
  const rules: TenderRules = { formula: method, weight, cut: (numberOf(fields.cut) ?? 0) / 100, perAbove: numberOf(fields.per_above) ?? 0, perBelow: numberOf(fields.per_below) ?? 0 };
  return method === "average" && (fields.per_above === undefined || fields.per_below === undefined) ? null : rules;
}

/** Who is where, of what the scores are made, and at which price of ours the first place changes hands. */
export function TenderRanking({ content, evaluation, locale, currency }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const hatch = `hatch${useId().replaceAll(":", "")}`;
  const rules = rulesOf(content.fields);
  const rows = rowsOf(content, "bids").filter((row) => textOf(row.cells.bidder) !== "");
  const bidders = rows
    .map((row) => ({
      row,
      name: textOf(row.cells.bidder),
      us: row.cells.us === true,
      commercial: numberOf(row.cells.commercial) ?? 0,
      technical: numberOf(row.cells.technical) ?? 0,
      price: numberOf(row.cells.price),
      priceScore: computedColumn(evaluation, "bids", row, "price_score"),
      total: computedColumn(evaluation, "bids", row, "total"),
      place: computedColumn(evaluation, "bids", row, "place"),
    }))
    .sort((a, b) => (b.total ?? -1) - (a.total ?? -1));
  const scored = rows.every((row) => numberOf(row.cells.commercial) !== null && numberOf(row.cells.technical) !== null);
  const bids: Bid[] = bidders.map((one) => ({ id: one.row.id, us: one.us, quality: one.commercial + one.technical, price: one.price ?? 0 }));
  const view = scored ? tenderView(bids, rules) : null;
  const full = Math.max(100, ...bidders.map((one) => one.total ?? 0));
  const plotTop = 30 + Math.max(1, bidders.length) * LINE + 50;
  const plotBottom = plotTop + PLOT.height;
  const flipText = ({ price, firstBelow }: { price: number; firstBelow: boolean }): string => t(firstBelow ? "tenderRanking.flipAbove" : "tenderRanking.flipBelow", { price: fullMoney(Math.round(price), locale, currency) });
  const notes = bidders.length === 0 ? [t("tenderRanking.none")] : view === null ? [t("tenderRanking.incomplete")] : view.flips.length === 0 ? [t(view.lead >= 0 ? "tenderRanking.alwaysFirst" : "tenderRanking.neverFirst")] : view.flips.map(flipText);

  return (
    <PictureFrame
      title={t("tenderRanking.title")}
      height={view === null ? plotTop - 40 : plotBottom + 40}
      notes={notes}
      table={{
        head: [t("tenderRanking.place"), t("tenderRanking.bidder"), t("tenderRanking.bid"), t("tenderRanking.commercial"), t("tenderRanking.technical"), t("tenderRanking.priceScore"), t("tenderRanking.total")],
        rows: bidders.map((one) => [String(one.place ?? ""), one.name, one.price === null ? "" : fullMoney(one.price, locale, currency), shortNumber(one.commercial, locale, 2), shortNumber(one.technical, locale, 2), one.priceScore === null ? "" : shortNumber(one.priceScore, locale, 2), one.total === null ? "" : shortNumber(one.total, locale, 2)]),
        numbers: [0, 2, 3, 4, 5, 6],
      }}
    >
      <defs>
        <pattern id={hatch} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <line x1="0" x2="0" y1="0" y2="5" className="stroke-pine" strokeWidth="2" />
        </pattern>
      </defs>
      <g fontSize="11.5" className="fill-ink-soft">
        <rect x="2" y="4" width="14" height="11" className="fill-pine-soft stroke-pine" strokeWidth="1" />
        <text x="21" y="14">
          {t("tenderRanking.commercial")}
        </text>
        <rect x="112" y="4" width="14" height="11" className="fill-pine" />
        <text x="131" y="14">
          {t("tenderRanking.technical")}
        </text>
        <rect x="222" y="4" width="14" height="11" fill={`url(#${hatch})`} className="stroke-pine" strokeWidth="1" />
        <text x="241" y="14">
          {t("tenderRanking.priceScore")}
        </text>
      </g>
      {bidders.map((one, at) => {
        const y = 30 + at * LINE;
        const width = (points: number): number => (Math.max(0, points) / full) * BAR.width;
        const commercial = width(one.commercial);
        const technical = width(one.technical);
        return (
          <g key={one.row.id}>
            <SvgLines x={2} y={y + 12} text={[one.place === null ? "" : `${one.place}`, one.name, one.us ? t("tenderRanking.us") : ""].filter(Boolean).join("  ")} width={236} size={12.5} weight={one.us ? 700 : 500} />
            <text x="358" y={y + 12} textAnchor="end" fontSize="12" className="fill-ink-soft">
              {one.price === null ? "" : shortMoney(one.price, locale, currency)}
            </text>
            <rect x={BAR.left} y={y + 18} width={commercial} height="15" className="fill-pine-soft stroke-pine" strokeWidth="1" />
            <rect x={BAR.left + commercial} y={y + 18} width={technical} height="15" className="fill-pine stroke-pine" strokeWidth="1" />
            <rect x={BAR.left + commercial + technical} y={y + 18} width={width(one.priceScore ?? 0)} height="15" fill={`url(#${hatch})`} className="stroke-pine" strokeWidth="1" />
            <text x={BAR.left + width(one.total ?? one.commercial + one.technical) + 7} y={y + 30} fontSize="12.5" fontWeight="600" className="fill-ink">
              {one.total === null ? "?" : shortNumber(one.total, locale, 1)}
            </text>
          </g>
        );
      })}
      {view !== null && rules !== null && <LeadPlot bids={bids} rules={rules} view={view} top={plotTop} bottom={plotBottom} money={(amount) => shortMoney(amount, locale, currency, 2)} heading={t("tenderRanking.leadAxis")} ours={t("tenderRanking.ourPrice")} />}
    </PictureFrame>
  );
}

interface LeadPlotProps {
  bids: readonly Bid[];
  rules: TenderRules;
  view: NonNullable<ReturnType<typeof tenderView>>;
  top: number;
  bottom: number;
  money: (amount: number) => string;
  heading: string;
  ours: string;
}

/** Our lead over the best rival against the price we bid; it crosses the line where the ranking flips. */
function LeadPlot({ bids, rules, view, top, bottom, money, heading, ours }: LeadPlotProps): ReactElement {
  const leads = Array.from({ length: SAMPLES + 1 }, (_, at) => {
    const price = view.from + ((view.to - view.from) * at) / SAMPLES;
    return { price, lead: leadAt(price, bids, rules) };
  });
  const reach = Math.max(2, ...leads.map(({ lead }) => Math.abs(lead)));
  const x = (price: number): number => PLOT.left + ((price - view.from) / (view.to - view.from)) * (PLOT.right - PLOT.left);
  const y = (lead: number): number => (top + bottom) / 2 - (lead / reach) * (PLOT.height / 2);
  const price = bids.find((bid) => bid.us)?.price ?? view.from;
  return (
    <g fontSize="11.5">
      <text x="2" y={top - 14} fontSize="12" fontWeight="600" className="fill-ink">
        {heading}
      </text>
      <rect x={PLOT.left} y={top} width={PLOT.right - PLOT.left} height={PLOT.height / 2} className="fill-pine-soft" />
      <line x1={PLOT.left} x2={PLOT.right} y1={y(0)} y2={y(0)} className="stroke-ink-soft" strokeWidth="1.2" />
      <text x={PLOT.left - 6} y={top + 10} textAnchor="end" className="fill-ink-soft">
        {`+${reach.toFixed(0)}`}
      </text>
      <text x={PLOT.left - 6} y={y(0) + 4} textAnchor="end" className="fill-ink-soft">
        0
      </text>
      <text x={PLOT.left - 6} y={bottom} textAnchor="end" className="fill-ink-soft">
        {`−${reach.toFixed(0)}`}
      </text>
      <polyline points={leads.map((one) => `${x(one.price).toFixed(1)},${y(one.lead).toFixed(1)}`).join(" ")} fill="none" className="stroke-pine" strokeWidth="2.2" />
      {view.flips.map((flip) => (
        <g key={flip.price}>
          <line x1={x(flip.price)} x2={x(flip.price)} y1={top} y2={bottom} className="stroke-signal" strokeWidth="1.4" strokeDasharray="4 3" />
          <circle cx={x(flip.price)} cy={y(0)} r="4.5" className="fill-signal" />
          <text x={Math.max(PLOT.left + 24, Math.min(PLOT.right - 24, x(flip.price)))} y={bottom + 16} textAnchor="middle" fontWeight="600" className="fill-signal">
            {money(flip.price)}
          </text>
        </g>
      ))}
      <circle cx={x(price)} cy={y(view.lead)} r="5" className="fill-surface stroke-ink" strokeWidth="2" />
      <text x={Math.max(PLOT.left + 30, Math.min(PLOT.right - 30, x(price)))} y={bottom + 33} textAnchor="middle" className="fill-ink">
        {`${ours} ${money(price)}`}
      </text>
    </g>
  );
}
