import type { ReactElement } from "react";
import { useTranslation } from "react-i18next";
import { LANGUAGE_TAG } from "~/i18n/locale";
import { enablementTime, type EnablementStep } from "./enablement-steps";
import { Gap, Tick } from "./Marks";
import { PictureFrame } from "./PictureFrame";
import { labelOf, numberOf, optionLabel, rowsOf, textOf } from "./reading";
import { SvgLines } from "./SvgLines";
import type { PictureProps } from "./types";

const LEFT = 102;
const RIGHT = 330;
const TOP = 26;
const ROW = 32;
const SKILL = 40;

const x = (at: number): number => LEFT + at * (RIGHT - LEFT);

function Step({ step, at, calm }: { step: EnablementStep; at: number; calm: boolean }): ReactElement {
  const y = TOP + at * ROW;
  const { bar } = step;
  return (
    <g>
      {at % 2 === 0 && <rect x="0" y={y} width="360" height={ROW} className="fill-paper-deep" />}
      <SvgLines x={4} y={y + 14} text={step.label} width={98} size={11} weight={600} className="fill-ink" />
      <SvgLines x={4} y={y + 27} text={step.owner} width={98} size={10.5} className="fill-ink-soft" />
      {bar === null ? <Gap x={LEFT + 12} y={y + 16} calm={calm} /> : <rect x={x(bar.from)} y={y + 9} width={Math.max(x(bar.to) - x(bar.from), 5)} height="14" rx="2" className={step.id === "field" ? "fill-pine" : "fill-pine-soft stroke-pine"} strokeWidth="1.2" />}
      {step.evidence === "" ? <Gap x={346} y={y + 16} r={7} calm={calm} /> : <Tick x={346} y={y + 16} />}
    </g>
  );
}

/** The eight steps in time, who answers for each, whether evidence is named; below, the skills with now and target. */
export function EnablementGantt({ definition, content, locale }: PictureProps): ReactElement {
  const { t } = useTranslation("sheet-pictures");
  const { steps, months } = enablementTime(definition, content, locale);
  const skills = rowsOf(content, "skills")
    .map((row) => ({ id: row.id, skill: optionLabel(definition, "skills", "skill", textOf(row.cells.skill), locale), action: textOf(row.cells.action), now: numberOf(row.cells.now), aim: numberOf(row.cells.aim) }))
    .filter((row) => row.skill + row.action !== "");
  const undated = steps.filter((step) => step.bar === null);
  const mute = steps.filter((step) => step.evidence === "");
  const list = (some: readonly EnablementStep[]): string => some.map((step) => step.label).join(locale === "zh" ? "、" : ", ");
  const bottom = TOP + steps.length * ROW;
  const column = (id: string): string => labelOf(definition, "steps", id, locale);
  const month = (day: string): string => new Intl.DateTimeFormat(LANGUAGE_TAG[locale], { month: "short", timeZone: "UTC" }).format(new Date(`${day}T00:00:00Z`));
  const empty = undated.length === steps.length;
  const notes = empty ? [t("enablementGantt.empty")] : [...(undated.length > 0 ? [t("enablementGantt.undated", { steps: list(undated) })] : []), ...(mute.length > 0 ? [t("enablementGantt.mute", { steps: list(mute) })] : [])];
  return (
    <PictureFrame
      title={t("enablementGantt.title")}
      height={bottom + 14 + skills.length * SKILL}
      notes={notes}
      table={{
        head: [t("enablementGantt.step"), column("what"), column("start"), column("finish"), column("owner"), column("evidence")],
        rows: steps.map((step) => [step.label, step.what, step.start, step.finish, step.owner, step.evidence]),
      }}
    >
      {steps.map((step, at) => (
        <Step key={step.id} step={step} at={at} calm={empty} />
      ))}
      {months.map(({ day, at }) => (
        <g key={day}>
          <line x1={x(at)} x2={x(at)} y1={TOP - 6} y2={bottom} className="stroke-line-strong" strokeWidth="1" strokeDasharray="1 4" />
          {x(at) < 282 && (
            <text x={x(at) + 3} y={TOP - 10} fontSize="11" className="fill-ink-soft">
              {month(day)}
            </text>
          )}
        </g>
      ))}
      <SvgLines x={356} y={TOP - 10} text={t("enablementGantt.evidence")} width={60} size={11} anchor="end" className="fill-ink-soft" />
      {skills.map((skill, at) => {
        const y = bottom + 14 + at * SKILL;
        return (
          <g key={skill.id}>
            <SvgLines x={4} y={y + 13} text={skill.skill} width={190} size={12} weight={600} className="fill-ink" />
            <SvgLines x={4} y={y + 28} text={skill.action} width={352} size={11} className="fill-ink-soft" />
            {[1, 2, 3, 4, 5].map((level) => (
              <rect key={level} x={232 + level * 18} y={y + 3} width="14" height="11" rx="2" className={skill.now !== null && level <= skill.now ? "fill-pine stroke-pine" : skill.aim !== null && level <= skill.aim ? "fill-pine-soft stroke-pine" : "fill-surface stroke-line-strong"} strokeWidth="1" strokeDasharray={(skill.now === null || level > skill.now) && skill.aim !== null && level <= skill.aim ? "2 2" : undefined} />
            ))}
          </g>
        );
      })}
    </PictureFrame>
  );
}
