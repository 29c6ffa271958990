import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { lastWeek, LINE_HEIGHT, ownerLanes, type PlacedCard, placeLanes } from "./commitments";
import { shortDay } from "./format";
import { Gap, Hatched } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf, optionLabel } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const TOP = 58;

function Card({ card, day }: { card: PlacedCard; day: string }): ReactElement {
  const { y, height, lines, faulty } = card;
  return (
    <g>
      <rect x="8" y={y} width="344" height={height} rx="5" className={faulty ? "fill-signal-soft stroke-signal" : "fill-surface stroke-line-strong"} strokeWidth="1.1" strokeDasharray={faulty ? "4 3" : undefined} />
      <text fontSize="12" className="fill-ink">
        {lines.map((line, at) => (
          <tspan key={at} x="17" y={y + 18 + at * LINE_HEIGHT}>
            {line}
          </tspan>
        ))}
      </text>
      <SvgLines x={17} y={y + 18 + lines.length * LINE_HEIGHT} text={card.proof} width={268} size={11} className="fill-ink-soft" />
      {day === "" ? (
        <Gap x={334} y={y + height / 2} />
      ) : (
        <text x="344" y={y + height / 2 + 5} textAnchor="end" fontSize="13" fontWeight="700" className="fill-pine">
          {day}
        </text>
      )}
    </g>
  );
}

/** Last week's commitments by result, this week's by person; what has no owner stands at the top. */
export function CommitmentsBoard({ definition, content, evaluation, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const lanes = ownerLanes(content, evaluation);
  const results = lastWeek(content);
  const before = results.reduce((sum, one) => sum + one.count, 0);
  const all = lanes.flatMap((lane) => lane.commitments);
  const faulty = all.filter((one) => one.faulty).length;
  const placed = placeLanes(lanes, TOP);
  const column = (id: string): string => labelOf(definition, "commitments", id, locale);
  let from = 4;
  return (
    <PictureFrame
      title={t("commitmentsBoard.title")}
      height={lanes.length === 0 ? TOP + 64 : placed.bottom}
      notes={[all.length === 0 ? t("commitmentsBoard.empty") : faulty > 0 ? t("commitmentsBoard.faulty", { count: faulty }) : t("commitmentsBoard.all", { count: all.length })]}
      table={{
        head: [column("owner"), column("commitment"), column("due"), column("proof")],
        rows: all.map((one) => [one.owner, one.what, one.due, one.proof]),
      }}
    >
      <SvgLines x={4} y={13} text={before === 0 ? t("commitmentsBoard.nothingBefore") : t("commitmentsBoard.before", { count: before })} width={350} size={12} weight={600} className="fill-ink-soft" />
      {before === 0 && <rect x="4" y="20" width="352" height="14" className="fill-none stroke-line-strong" strokeWidth="1" strokeDasharray="3 3" />}
      {results.map(({ result, count }) => {
        if (count === 0) return null;
        const width = (count / before) * 352;
        const x = from;
        from += width;
        return (
          <g key={result}>
            {result === "done" ? <rect x={x} y="20" width={width} height="14" className="fill-pine" /> : <Hatched x={x} y={20} width={width} height={14} gap={result === "late" ? 5 : 10} className={result === "late" ? "fill-signal-soft" : "fill-paper-deep"} stroke={result === "late" ? "stroke-signal" : "stroke-ink-faint"} />}
            <SvgLines x={x + 1} y={48} text={`${optionLabel(definition, "review", "result", result, locale)} ${count}`} width={Math.max(width - 4, 40)} size={11} className="fill-ink-soft" />
          </g>
        );
      })}
      {placed.lanes.map((lane) => (
        <g key={lane.owner || "nobody"}>
          {lane.owner === "" ? (
            <g>
              <Gap x={16} y={lane.y + 12} />
              <SvgLines x={30} y={lane.y + 16} text={t("commitmentsBoard.nobody")} width={300} size={12.5} weight={700} className="fill-signal" />
            </g>
          ) : (
            <SvgLines x={8} y={lane.y + 16} text={lane.owner} width={330} size={12.5} weight={700} className="fill-ink" />
          )}
          {lane.cards.map((card) => (
            <Card key={card.id} card={card} day={card.due ? shortDay(card.due, locale) : ""} />
          ))}
        </g>
      ))}
      {lanes.length === 0 && <rect x="8" y={TOP + 10} width="344" height="44" rx="5" className="fill-none stroke-line-strong" strokeWidth="1.1" strokeDasharray="4 3" />}
    </PictureFrame>
  );
}
