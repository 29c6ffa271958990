import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { listed, shortDay, signed } from "./format";
import { PictureFrame } from "./PictureFrame";
import { optionLabel, optionLabels, rowsOf, textOf } from "./reading";
import { LANE_HEIGHT, layOutLanes, missingRoles, STAGES, type Lane } from "./relationship-lanes";
import { SvgLines } from "./SvgLines";
import { textWidth } from "./text-fit";
import type { PictureProps } from "./types";

const LEFT = 34;
const STEP = 81;
const TOP = 40;
/** A name may reach beyond its column: nobody else stands in its lane. */
const WIDEST = 112;
const ROLES = ["initiator", "designer", "decision-maker", "user"] as const;

const middle = (stage: number): number => LEFT + stage * STEP + STEP / 2;

/** From the person to where we want the relationship to be; a ring where it is enough to keep it. */
function TargetArrow({ lane }: { lane: Lane }): ReactElement | null {
  const { stage, target } = lane;
  if (stage === null || target === null) return null;
  const y = lane.y + LANE_HEIGHT - 5;
  if (target === stage) return <path d={`M${middle(stage) - 20} ${y} h40`} className="stroke-ink-faint" strokeWidth="2" strokeDasharray="2 4" />;
  const way = target > stage ? 1 : -1;
  const tip = middle(target) + way * 6;
  return (
    <g className="stroke-pine" strokeWidth="2" fill="none">
      <path d={`M${middle(stage) - 20} ${y} H${tip}`} />
      <path d={`M${tip - way * 7} ${y - 5} L${tip} ${y} L${tip - way * 7} ${y + 5}`} />
    </g>
  );
}

/** Who stands where (stage from left to right, attitude from top to bottom), and where each is to be taken. */
export function RelationshipMap({ definition, content, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const rows = rowsOf(content, "people");
  const { bands, height } = layOutLanes(rows, TOP);
  const lanes = bands.flatMap((band) => band.lanes);
  const missing = missingRoles(rows, ROLES);
  const label = (column: string, option: string): string => optionLabel(definition, "people", column, option, locale);
  const roleNames = (lane: Lane): string => listed(optionLabels(definition, "people", "roles", lane.roles, locale), locale);
  const bottom = TOP + height;

  return (
    <PictureFrame
      title={t("relationshipMap.title")}
      height={bottom + 28}
      notes={lanes.length === 0 ? [t("relationshipMap.empty")] : missing.length > 0 ? [t("relationshipMap.missing", { roles: listed(missing.map((role) => label("roles", role)), locale) })] : []}
      table={{
        head: [t("relationshipMap.name"), t("relationshipMap.roles"), t("relationshipMap.attitude"), t("relationshipMap.stage"), t("relationshipMap.target"), t("relationshipMap.owner"), t("relationshipMap.due")],
        rows: lanes.map((lane) => [
          lane.name,
          roleNames(lane),
          lane.attitude === null ? "" : signed(lane.attitude),
          label("stage", textOf(lane.row.cells.stage)),
          label("target", textOf(lane.row.cells.target)),
          textOf(lane.row.cells.owner),
          shortDay(textOf(lane.row.cells.due), locale),
        ]),
        numbers: [2],
      }}
    >
      {STAGES.map((stage, at) => (
        <g key={stage}>
          {at % 2 === 0 && <rect x={LEFT + at * STEP} y={TOP} width={STEP} height={height} className="fill-paper-deep" />}
          <SvgLines x={middle(at)} y={at % 2 === 0 ? 15 : 32} text={label("stage", stage)} width={130} anchor="middle" weight={600} />
        </g>
      ))}
      {bands.map((band) => (
        <g key={band.attitude ?? "unknown"}>
          <line x1={LEFT} x2="358" y1={band.y} y2={band.y} className={band.attitude === 0 ? "stroke-ink-soft" : "stroke-line"} strokeWidth="1" />
          <text x={LEFT - 8} y={band.y + band.height / 2 + 5} textAnchor="end" fontSize="13" fontWeight="600" className={band.attitude !== null && band.attitude < 0 ? "fill-signal" : "fill-ink-soft"}>
            {band.attitude === null ? "?" : signed(band.attitude)}
          </text>
        </g>
      ))}
      <line x1={LEFT} x2="358" y1={bottom} y2={bottom} className="stroke-ink-soft" strokeWidth="1.2" />
      {lanes.map((lane) => {
        const x = lane.stage === null ? LEFT + STEP / 2 : middle(lane.stage);
        const decides = lane.roles.includes("decision-maker");
        const box = Math.min(WIDEST, Math.max(STEP - 4, textWidth(lane.name, 13.5), textWidth(roleNames(lane), 11)) + 8);
        return (
          <g key={lane.row.id}>
            <TargetArrow lane={lane} />
            {decides && <rect x={x - box / 2} y={lane.y + 2} width={box} height={LANE_HEIGHT - 10} rx="4" className="fill-pine" />}
            <SvgLines x={x} y={lane.y + 15} text={lane.stage === null ? `${lane.name} ?` : lane.name} width={WIDEST - 8} size={12.5} anchor="middle" weight={600} className={decides ? "fill-on-pine" : "fill-ink"} />
            <SvgLines x={x} y={lane.y + 29} text={roleNames(lane)} width={WIDEST - 8} size={11} anchor="middle" className={decides ? "fill-on-pine" : "fill-ink-soft"} />
          </g>
        );
      })}
      <g fontSize="11.5">
        <path d={`M${LEFT} ${bottom + 17} h24 m-7 -5 l7 5 l-7 5`} fill="none" className="stroke-pine" strokeWidth="2" />
        <text x={LEFT + 30} y={bottom + 21} className="fill-ink-soft">
          {t("relationshipMap.arrow")}
        </text>
        <path d={`M${LEFT + 104} ${bottom + 17} h24`} className="stroke-ink-faint" strokeWidth="2" strokeDasharray="2 4" />
        <text x={LEFT + 134} y={bottom + 21} className="fill-ink-soft">
          {t("relationshipMap.keep")}
        </text>
        <rect x={LEFT + 210} y={bottom + 11} width="14" height="12" rx="3" className="fill-pine" />
        <text x={LEFT + 230} y={bottom + 21} className="fill-ink-soft">
          {label("roles", "decision-maker")}
        </text>
      </g>
    </PictureFrame>
  );
}
