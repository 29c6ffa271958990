import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { listed } from "./format";
import { PictureFrame } from "./PictureFrame";
import { choicesOf, numberOf, optionLabel, optionLabels, rowsOf, textOf } from "./reading";
import { treeLines } from "./row-tree";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const ROLES = ["initiator", "designer", "decision-maker", "user"] as const;
const SLOT = { width: 175, height: 58, gap: 8 } as const;
const LINE = 46;
const INDENT = 16;

/** How well we know somebody: an empty ring, half of it filled, all of it. */
function AccessMark({ x, y, access }: { x: number; y: number; access: string }): ReactElement {
  return (
    <g className="stroke-pine" strokeWidth="1.4">
      <circle cx={x} cy={y} r="5.5" className={access === "regular" ? "fill-pine" : "fill-surface"} strokeDasharray={access === "" ? "2 2" : undefined} />
      {access === "met" && <path d={`M${x} ${y - 5.5} a5.5 5.5 0 0 0 0 11 Z`} className="fill-pine" />}
    </g>
  );
}

/** The four roles with who holds them, empty ones shown as such; below, who reports to whom. */
export function RoleChart({ definition, content, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const lines = treeLines(rowsOf(content, "people")).filter((line) => textOf(line.row.cells.name) !== "");
  const label = (column: string, option: string): string => optionLabel(definition, "people", column, option, locale);
  const labels = (column: string, row: (typeof lines)[number]["row"]): string => listed(optionLabels(definition, "people", column, choicesOf(row.cells[column]), locale), locale);
  const holders = (role: string): string => listed(lines.filter((line) => choicesOf(line.row.cells.roles).includes(role)).map((line) => textOf(line.row.cells.name)), locale);
  const empty = ROLES.filter((role) => holders(role) === "");
  const top = 2 * (SLOT.height + SLOT.gap) + 12;
  const bottom = top + lines.length * LINE;

  return (
    <PictureFrame
      title={t("roleChart.title")}
      height={bottom + 26}
      notes={lines.length === 0 ? [t("roleChart.none")] : empty.length > 0 ? [t("roleChart.missing", { roles: listed(empty.map((role) => label("roles", role)), locale) })] : []}
      table={{
        head: [t("roleChart.name"), t("roleChart.position"), t("roleChart.roles"), t("roleChart.influence"), t("roleChart.access"), t("roleChart.supporter")],
        rows: lines.map(({ row }) => [textOf(row.cells.name), textOf(row.cells.title), labels("roles", row), String(numberOf(row.cells.influence) ?? ""), label("access", textOf(row.cells.access)), labels("supporter", row)]),
        numbers: [3],
      }}
    >
      {ROLES.map((role, at) => {
        const x = (at % 2) * (SLOT.width + SLOT.gap) + 1;
        const y = Math.floor(at / 2) * (SLOT.height + SLOT.gap) + 1;
        const names = holders(role);
        return (
          <g key={role}>
            <rect x={x} y={y} width={SLOT.width} height={SLOT.height} rx="6" className={names === "" ? "fill-surface stroke-signal" : "fill-pine-soft stroke-pine"} strokeWidth="1.3" strokeDasharray={names === "" ? "5 4" : undefined} />
            <text x={x + 10} y={y + 18} fontSize="12" fontWeight="600" className={names === "" ? "fill-signal" : "fill-pine"}>
              {label("roles", role)}
            </text>
            <SvgLines x={x + 10} y={y + 36} text={names === "" ? t("roleChart.empty") : names} width={SLOT.width - 20} size={12} maxLines={2} leading={15} className={names === "" ? "fill-signal" : "fill-ink"} />
          </g>
        );
      })}
      {lines.map((line, at) => {
        const { row } = line;
        const x = 10 + Math.min(line.depth, 6) * INDENT;
        const y = top + at * LINE;
        const influence = numberOf(row.cells.influence) ?? 0;
        const detail = [labels("roles", row), labels("supporter", row)].filter(Boolean).join(" · ");
        return (
          <g key={row.id}>
            {line.parent !== null && <path d={`M${x - INDENT} ${top + line.parent * LINE + 22} V${y + 15} H${x - 8}`} fill="none" className="stroke-line-strong" strokeWidth="1.2" />}
            <AccessMark x={x} y={y + 15} access={textOf(row.cells.access)} />
            <SvgLines x={x + 14} y={y + 20} text={[textOf(row.cells.name), textOf(row.cells.title)].filter(Boolean).join("  ")} width={288 - x} size={13} weight={600} />
            <SvgLines x={x + 14} y={y + 37} text={detail === "" ? t("roleChart.noRole") : detail} width={340 - x} size={11.5} className="fill-ink-soft" />
            {[1, 2, 3, 4, 5].map((step) => (
              <rect key={step} x={306 + step * 9} y={y + 20 - step * 2.4} width="6" height={step * 2.4} className={step <= influence ? "fill-pine" : "fill-line"} />
            ))}
          </g>
        );
      })}
      <g fontSize="11.5">
        {(["none", "met", "regular"] as const).map((access, at) => (
          <g key={access}>
            <AccessMark x={10 + at * 84} y={bottom + 14} access={access} />
            <text x={20 + at * 84} y={bottom + 18} className="fill-ink-soft">
              {label("access", access)}
            </text>
          </g>
        ))}
        <text x="358" y={bottom + 18} textAnchor="end" className="fill-ink-soft">
          {t("roleChart.influence")}
        </text>
      </g>
    </PictureFrame>
  );
}
