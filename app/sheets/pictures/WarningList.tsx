import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { fullMoney, shortMoney, shortPercent } from "./format";
import { PictureFrame } from "./PictureFrame";
import { computedColumn, computedText, numberOf, optionLabel, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const LEVELS = ["red", "amber", "green", ""] as const;
const LINE = 48;
const HEAD = 26;
const COLOUR = { red: "fill-danger", amber: "fill-signal", green: "fill-ok", "": "fill-ink-faint" } as const;

/** A level's sign: a different shape for each, so that it does not hang on colour. */
function LevelSign({ level, x, y }: { level: (typeof LEVELS)[number]; x: number; y: number }): ReactElement {
  if (level === "red") return <path d={`M${x} ${y - 7} l8 14 h-16 Z`} className={COLOUR.red} />;
  if (level === "amber") return <path d={`M${x} ${y - 8} l8 8 l-8 8 l-8 -8 Z`} className={COLOUR.amber} />;
  return <circle cx={x} cy={y} r="7" className={level === "green" ? COLOUR.green : "fill-surface stroke-ink-faint"} strokeWidth="1.4" strokeDasharray={level === "" ? "3 3" : undefined} />;
}

/** The customers by level, those with most overdue first; how purchases changed, as a bar to the left or right. */
export function WarningList({ definition, content, evaluation, locale, currency }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const customers = rowsOf(content, "customers")
    .filter((row) => textOf(row.cells.customer) !== "")
    .map((row) => ({ row, name: textOf(row.cells.customer), level: computedText(evaluation, `customers/${row.id}/level`), trend: computedColumn(evaluation, "customers", row, "trend"), overdue: numberOf(row.cells.overdue), before: numberOf(row.cells.complaints_before), now: numberOf(row.cells.complaints_now) }));
  const groups = LEVELS.map((level) => ({ level, list: customers.filter((one) => one.level === level).sort((a, b) => (b.overdue ?? 0) - (a.overdue ?? 0)) })).filter((group) => group.list.length > 0);
  const heights = groups.map((group) => HEAD + group.list.length * LINE + 8);
  const tops = heights.map((_, at) => heights.slice(0, at).reduce((sum, height) => sum + height, 2));
  const name = (level: string): string => (level === "" ? t("warningList.unknown") : optionLabel(definition, "customers", "level", level, locale));
  const complaints = (one: (typeof customers)[number]): string => (one.before === null || one.now === null ? "" : t("warningList.complaintsChange", { before: one.before, now: one.now }));

  return (
    <PictureFrame
      title={t("warningList.title")}
      height={Math.max(40, heights.reduce((sum, height) => sum + height, 2))}
      notes={customers.length === 0 ? [t("warningList.none")] : []}
      table={{
        head: [t("warningList.customer"), t("warningList.level"), t("warningList.trend"), t("warningList.complaints"), t("warningList.overdue"), t("warningList.owner")],
        rows: groups.flatMap((group) => group.list.map((one) => [one.name, name(group.level), one.trend === null ? "" : shortPercent(one.trend, locale, 0), one.before === null || one.now === null ? "" : `${one.before} → ${one.now}`, one.overdue === null ? "" : fullMoney(one.overdue, locale, currency), textOf(one.row.cells.owner)])),
        numbers: [2, 4],
      }}
    >
      {groups.length === 0 && (
        <text x="4" y="24" fontSize="12.5" className="fill-ink-faint">
          {t("warningList.empty")}
        </text>
      )}
      {groups.map((group, at) => {
        const top = tops[at] ?? 0;
        return (
          <g key={group.level}>
            <LevelSign level={group.level} x={12} y={top + 12} />
            <text x="28" y={top + 17} fontSize="13" fontWeight="700" className={COLOUR[group.level]}>
              {`${name(group.level)} ${group.list.length}`}
            </text>
            {at === 0 && (
              <text x="280" y={top + 17} textAnchor="middle" fontSize="11.5" className="fill-ink-soft">
                {t("warningList.trend")}
              </text>
            )}
            {group.list.map((one, line) => {
              const y = top + HEAD + line * LINE;
              const width = one.trend === null ? 0 : Math.min(1, Math.abs(one.trend)) * 66;
              return (
                <g key={one.row.id}>
                  <line x1="4" x2="356" y1={y} y2={y} className="stroke-line" strokeWidth="1" />
                  <SvgLines x={28} y={y + 19} text={one.name} width={164} size={13} weight={600} />
                  <SvgLines x={28} y={y + 37} text={[complaints(one), one.overdue !== null && one.overdue > 0 ? t("warningList.owes", { amount: shortMoney(one.overdue, locale, currency) }) : ""].filter(Boolean).join(" · ")} width={176} size={12} className="fill-ink-soft" />
                  <line x1="280" x2="280" y1={y + 8} y2={y + 40} className="stroke-line-strong" strokeWidth="1.2" />
                  {one.trend !== null && <rect x={one.trend < 0 ? 280 - width : 280} y={y + 14} width={Math.max(1, width)} height="12" className={one.trend < 0 ? "fill-signal-soft stroke-signal" : "fill-pine-soft stroke-pine"} strokeWidth="1" />}
                  <text x="280" y={y + 40} dx={one.trend !== null && one.trend < 0 ? -5 : 5} textAnchor={one.trend !== null && one.trend < 0 ? "end" : "start"} fontSize="12" fontWeight="600" className="fill-ink">
                    {one.trend === null ? "?" : `${one.trend > 0 ? "+" : ""}${shortPercent(one.trend, locale, 0).replace("-", "−")}`}
                  </text>
                </g>
              );
            })}
          </g>
        );
      })}
    </PictureFrame>
  );
}
